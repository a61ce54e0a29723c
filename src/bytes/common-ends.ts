/** How much two values have in common: at the front, and behind that at the back. Bytes, or UTF-16 units. */
export interface CommonEnds {
  front: number;
  back: number;
}

/**
 * Bytes that are compared at a time, as four words of the byte order that processors have: of megabytes, one word at a
 * time takes more than twice as long, with each letter that is typed.
 */
const BLOCK = 16;

/** What two byte runs have in common at either end; the two never overlap. */
export function commonEnds(a: Uint8Array, b: Uint8Array): CommonEnds {
  const shorter = Math.min(a.length, b.length);
  const [left, right] = [wordsOf(a), wordsOf(b)];
  let front = alikeBlocks(left, right, shorter);
  while (front < shorter && a[front] === b[front]) front++;
  let back = BLOCK;
  while (back <= shorter - front && isSameBlock(left, a.length - back, right, b.length - back)) back += BLOCK;
  back -= BLOCK;
  while (back < shorter - front && a[a.length - 1 - back] === b[b.length - 1 - back]) back++;
  return { front, back };
}

/** From `at` on, so many bytes gave way to so many others. All outside is as it was. */
export interface ByteGap {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Where two byte runs differ. */
export function gapBetween(before: Uint8Array, after: Uint8Array): ByteGap {
  const { front, back } = commonEnds(before, after);
  return { at: front, removed: before.length - back - front, inserted: after.length - back - front };
}

/** Bytes from which words are worth being laid over them. */
const LONG = 128;

/** True where both hold the same bytes; false where there is no `a`. */
export function sameBytes(a: Uint8Array | undefined, b: Uint8Array): boolean {
  if (a?.length !== b.length) return false;
  let i = a.length < LONG ? 0 : alikeBlocks(wordsOf(a), wordsOf(b), a.length);
  while (i < a.length && a[i] === b[i]) i++;
  return i === a.length;
}

/** Of `length` bytes those in front that are alike, in whole blocks. */
function alikeBlocks(a: DataView, b: DataView, length: number): number {
  let front = 0;
  while (front + BLOCK <= length && isSameBlock(a, front, b, front)) front += BLOCK;
  return front;
}

const wordsOf = ({ buffer, byteOffset, length }: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, length);

function isSameBlock(a: DataView, i: number, b: DataView, j: number): boolean {
  const differ =
    (a.getInt32(i, true) ^ b.getInt32(j, true)) |
    (a.getInt32(i + 4, true) ^ b.getInt32(j + 4, true)) |
    (a.getInt32(i + 8, true) ^ b.getInt32(j + 8, true)) |
    (a.getInt32(i + 12, true) ^ b.getInt32(j + 12, true));
  return differ === 0;
}

/** Units that are compared at a time: engines do that ten times as fast as a loop over them. */
const PIECE = 4096;

/** What two texts have in common at either end; a surrogate pair may be parted. */
export function commonTextEnds(a: string, b: string): CommonEnds {
  const shorter = Math.min(a.length, b.length);
  let front = 0;
  while (front + PIECE <= shorter && piece(a, front) === piece(b, front)) front += PIECE;
  while (front < shorter && a.charCodeAt(front) === b.charCodeAt(front)) front++;
  let back = PIECE;
  while (back <= shorter - front && piece(a, a.length - back) === piece(b, b.length - back)) back += PIECE;
  back -= PIECE;
  while (back < shorter - front && a.charCodeAt(a.length - 1 - back) === b.charCodeAt(b.length - 1 - back))
    back++;
  return { front, back };
}

const piece = (text: string, from: number): string => text.slice(from, from + PIECE);
