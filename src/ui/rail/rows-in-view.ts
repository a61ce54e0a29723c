/** Rows drawn beyond either edge, so that a quick scroll finds them there. */
const SPARE = 10;
/** Up to here all rows are drawn. */
const FEW = 200;

/**
 * Which rows of a long timeline to draw.
 * @param count rows in all
 * @param row height of one, px
 * @param top how far the list is scrolled, px
 * @param height of what is in view, px
 * @param pinned drawn always: the focus may be in it
 * @returns indices in order
 */
export function rowsInView(
  count: number,
  row: number,
  top: number,
  height: number,
  pinned: number,
): number[] {
  if (count <= FEW) return Array.from({ length: count }, (_, i) => i);
  const first = Math.max(0, Math.floor(top / row) - SPARE);
  const past = Math.min(count, Math.ceil((top + height) / row) + SPARE);
  const rows = Array.from({ length: Math.max(0, past - first) }, (_, i) => first + i);
  if (pinned < 0 || pinned >= count || (pinned >= first && pinned < past)) return rows;
  return pinned < first ? [pinned, ...rows] : [...rows, pinned];
}

/**
 * Where to scroll so that a row is in view: just as far as needed, or with what stands before it where it is far.
 * @param y where the row begins, px
 * @param row its height, px
 * @param top how far the list is scrolled, px
 * @param height of what is in view, px; 0 while that is not known
 * @param all height of the whole list, px
 * @returns `undefined` where the row is in view
 */
export function scrollTo(
  y: number,
  row: number,
  top: number,
  height: number,
  all: number,
): number | undefined {
  if (height === 0 || (y >= top && y + row <= top + height)) return undefined;
  const isNear = Math.abs(y - top) < 2 * height;
  const to = !isNear ? y - height / 3 : y < top ? y : y + row - height;
  return Math.max(0, Math.min(to, all - height));
}
