/** Height of a row in px, for a mouse and for a finger; the same as `--row`. */
export const ROW_HEIGHT = { fine: 20, coarse: 28 };

/** Tallest spacer in px. Browsers cap an element's height between 16 and 33 million. */
export const MAX_SPACER = 8_000_000;

/** Rows drawn beyond either edge, so that a quick scroll finds them there. */
export const SPARE = 6;

/** A list that is too long to be drawn whole. Px; `top` is the place in the list that stands at the upper edge. */
export interface Field {
  count: number;
  /** Height of each. */
  row: number;
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
export function ratioOf({ count, row, height }: Field): number {
  const full = count * row;
  return full > MAX_SPACER && MAX_SPACER > height ? (full - height) / (MAX_SPACER - height) : 1;
}

/** A place that the list can be scrolled to. */
export function clampTop({ count, row, height }: Field, top: number): number {
  return Math.max(0, Math.min(top, count * row - height));
}

/**
 * The rows in view of a list that is scrolled to `top`.
 * @param spare rows more beyond either edge
 */
export function rowWindow({ count, row, height }: Field, top: number, spare = SPARE): RowWindow {
  return {
    first: Math.max(0, Math.floor(top / row) - spare),
    past: Math.min(count, Math.ceil((top + height) / row) + spare),
    spacer: Math.min(count * row, MAX_SPACER),
  };
}

/**
 * Where to scroll so that a row is in view.
 * @returns the new `top`, or `undefined` where the row is in view already
 */
export function topFor(index: number, { row, height }: Field, top: number): number | undefined {
  const y = index * row;
  if (y >= top && y + row <= top + height) return undefined;
  const near = y < top ? top - y : y + row - top - height;
  // A step scrolls just as far; a jump puts the row a third down, with what stands before it.
  if (near <= height / 2) return y < top ? y : y + row - height;
  return Math.max(0, y - height / 3);
}
