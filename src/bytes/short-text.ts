const { fromCharCode } = String;

/** The text of a few ASCII bytes; others come out as Latin-1. Sixteen characters at a time: each call and each joined piece has its price. */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  const at = (i: number): number => bytes[i] as number;
  let text = '';
  let i = start;
  for (; i + 16 <= end; i += 16) text += sixteen(bytes, i);
  if (i + 8 <= end) {
    text += fromCharCode(at(i), at(i + 1), at(i + 2), at(i + 3), at(i + 4), at(i + 5), at(i + 6), at(i + 7));
    i += 8;
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

function sixteen(bytes: Uint8Array, i: number): string {
  const at = (k: number): number => bytes[i + k] as number;
  return fromCharCode(
    at(0),
    at(1),
    at(2),
    at(3),
    at(4),
    at(5),
    at(6),
    at(7),
    at(8),
    at(9),
    at(10),
    at(11),
    at(12),
    at(13),
    at(14),
    at(15),
  );
}
