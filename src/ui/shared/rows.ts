/** Height of a row in px; the same as `--line-height`. */
export const ROW_HEIGHT = 20;

/** Tallest spacer in px. Browsers cap an element's height between 16 and 33 million. */
export const MAX_SPACER = 8_000_000;

/** Rows drawn beyond either edge, so that a quick scroll finds them there. */
const SPARE = 6;

/** Which rows to draw, and where. All in px but `first` and `past`. */
export interface RowWindow {
  first: number;
  past: number;
  /** Height of the element that makes the scroll bar. */
  spacer: number;
  /** To add to `row * ROW_HEIGHT` for the row's place within the spacer. */
  shift: number;
}

/** Px of rows for one px of scrolling: 1, or more where the spacer is shorter than the rows. */
function ratio(count: number, height: number): number {
  const full = count * ROW_HEIGHT;
  return full > MAX_SPACER && MAX_SPACER > height ? (full - height) / (MAX_SPACER - height) : 1;
}

/**
 * The rows in view of a list that would be too long to draw whole.
 * @param count rows in the list
 * @param height of the part in view, px
 * @param scrollTop of the scrolling element, px
 */
export function rowWindow(count: number, height: number, scrollTop: number): RowWindow {
  const top = scrollTop * ratio(count, height);
  return {
    first: Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE),
    past: Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + SPARE),
    spacer: Math.min(count * ROW_HEIGHT, MAX_SPACER),
    shift: scrollTop - top,
  };
}

/**
 * Where to scroll so that a row is in view.
 * @returns the scrollTop, or `undefined` where the row is in view already
 */
export function scrollFor(row: number, count: number, height: number, scrollTop: number): number | undefined {
  const scale = ratio(count, height);
  const top = scrollTop * scale;
  const y = row * ROW_HEIGHT;
  if (y >= top && y + ROW_HEIGHT <= top + height) return undefined;
  const near = y < top ? top - y : y + ROW_HEIGHT - top - height;
  // A step scrolls just as far; a jump puts the row a third down, with what stands before it.
  if (near <= height / 2) return (y < top ? y : y + ROW_HEIGHT - height) / scale;
  return Math.max(0, y - height / 3) / scale;
}
