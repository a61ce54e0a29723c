const { fromCharCode } = String;

/** The text of a few ASCII bytes. Four characters at a time: each call and each joined piece has its price. */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  let i = start;
  for (; i + 4 <= end; i += 4) {
    text += fromCharCode(
      bytes[i] as number,
      bytes[i + 1] as number,
      bytes[i + 2] as number,
      bytes[i + 3] as number,
    );
  }
  switch (end - i) {
    case 1:
      return text + fromCharCode(bytes[i] as number);
    case 2:
      return text + fromCharCode(bytes[i] as number, bytes[i + 1] as number);
    case 3:
      return text + fromCharCode(bytes[i] as number, bytes[i + 1] as number, bytes[i + 2] as number);
    default:
      return text;
  }
}
