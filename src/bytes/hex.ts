const DIGITS = '0123456789abcdef';
const PAIRS = Array.from({ length: 256 }, (_, byte) => DIGITS.charAt(byte >> 4) + DIGITS.charAt(byte & 15));

/** One byte, 0 to 255, as two lower-case hex digits. */
export function hexByte(byte: number): string {
  return PAIRS[byte & 0xff] ?? '';
}

/** Bytes as lower-case hex digits, with `separator` between bytes. */
export function toHex(bytes: Uint8Array, separator = ''): string {
  let text = '';
  for (let i = 0; i < bytes.length; i++) {
    if (i > 0) text += separator;
    text += PAIRS[bytes[i] as number];
  }
  return text;
}

/** The value of one hex digit by its UTF-16 unit, or −1. */
export function hexDigit(unit: number): number {
  if (unit >= 48 && unit <= 57) return unit - 48;
  const lower = unit | 0x20;
  return lower >= 97 && lower <= 102 ? lower - 87 : -1;
}

/**
 * Reads pairs of hex digits; white space between pairs is skipped.
 * @returns the bytes, or `undefined` where the text holds anything else or an odd number of digits.
 */
export function fromHex(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length >> 1);
  let n = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit === 32 || (unit >= 9 && unit <= 13)) continue;
    const high = hexDigit(unit);
    const low = i + 1 < text.length ? hexDigit(text.charCodeAt(++i)) : -1;
    if (high < 0 || low < 0) return undefined;
    bytes[n++] = high * 16 + low;
  }
  return bytes.slice(0, n);
}
