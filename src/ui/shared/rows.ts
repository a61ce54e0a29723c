/** Height of a row in px; the same as `--line-height`. */
export const ROW_HEIGHT = 20;

/** Tallest spacer in px. Browsers cap an element's height between 16 and 33 million. */
export const MAX_SPACER = 8_000_000;

/** Rows drawn beyond either edge, so that a quick scroll finds them there. */
const SPARE = 6;

/** A list that is too long to be drawn whole. Px; `top` is the place in the list that stands at the upper edge. */
export interface Field {
  count: number;
  /** Of the part in view. */
  height: number;
}

/** Which rows to draw. */
export interface RowWindow {
  first: number;
  past: number;
  /** Height of the element that makes the scroll bar, in px. */
  spacer: number;
}

/** Px of rows for one px of the scroll bar: 1, or more where the spacer is shorter than the rows. */
export function ratioOf({ count, height }: Field): number {
  const full = count * ROW_HEIGHT;
  return full > MAX_SPACER && MAX_SPACER > height ? (full - height) / (MAX_SPACER - height) : 1;
}

/** A place that the list can be scrolled to. */
export function clampTop({ count, height }: Field, top: number): number {
  return Math.max(0, Math.min(top, count * ROW_HEIGHT - height));
}

/** The rows in view of a list that is scrolled to `top`. */
export function rowWindow({ count, height }: Field, top: number): RowWindow {
  return {
    first: Math.max(0, Math.floor(top / ROW_HEIGHT) - SPARE),
    past: Math.min(count, Math.ceil((top + height) / ROW_HEIGHT) + SPARE),
    spacer: Math.min(count * ROW_HEIGHT, MAX_SPACER),
  };
}

/**
 * Where to scroll so that a row is in view.
 * @returns the new `top`, or `undefined` where the row is in view already
 */
export function topFor(row: number, { height }: Field, top: number): number | undefined {
  const y = row * ROW_HEIGHT;
  if (y >= top && y + ROW_HEIGHT <= top + height) return undefined;
  const near = y < top ? top - y : y + ROW_HEIGHT - top - height;
  // A step scrolls just as far; a jump puts the row a third down, with what stands before it.
  if (near <= height / 2) return y < top ? y : y + ROW_HEIGHT - height;
  return Math.max(0, y - height / 3);
}
