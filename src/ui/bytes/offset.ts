/**
 * An offset as a person writes it: decimal, or hex with `0x` in front or `h` behind.
 * @returns `undefined` where the text is none, or beyond `last`
 */
export function offsetOf(text: string, last: number): number | undefined {
  const plain = text.trim().toLowerCase();
  const hex = /^0x([0-9a-f]{1,8})$/.exec(plain)?.[1] ?? /^([0-9a-f]{1,8})h$/.exec(plain)?.[1];
  const value = hex !== undefined ? parseInt(hex, 16) : /^\d{1,10}$/.test(plain) ? Number(plain) : undefined;
  return value !== undefined && value <= last ? value : undefined;
}
