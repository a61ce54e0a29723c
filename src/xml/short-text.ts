const { fromCharCode } = String;

/** The text of a few ASCII bytes. Eight characters at a time: each call and each joined piece has its price. */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  const at = (i: number): number => bytes[i] as number;
  let text = '';
  let i = start;
  for (; i + 8 <= end; i += 8) {
    text += fromCharCode(at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6), at(i + 7));
  }
  if (i + 4 <= end) {
    text += fromCharCode(at(i), at(i + 1), at(i + 2), at(i + 3));
    i += 4;
  }
  if (i + 2 <= end) {
    text += fromCharCode(at(i), at(i + 1));
    i += 2;
  }
  return i < end ? text + fromCharCode(at(i)) : text;
}
