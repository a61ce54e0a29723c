/** Digits two a byte, the lower half first; f fills up. @see 3GPP TS 23.040 §9.1.2.3 */
const DIGITS = '0123456789*#abc';
const FILLER = 15;

/** The digits of some bytes; `undefined` where one half is none. */
export function semiOctets(bytes: Uint8Array, start: number, count: number): string | undefined {
  let text = '';
  for (let i = 0; i < count; i++) {
    const byte = bytes[start + (i >> 1)];
    if (byte === undefined) return undefined;
    const half = i % 2 === 0 ? byte & 15 : byte >> 4;
    const digit = DIGITS[half];
    if (digit === undefined) return half === FILLER && i === count - 1 ? text : undefined;
    text += digit;
  }
  return text;
}

/** Puts digits in the place of those that stand there, as many; what fills up stays. */
export function writeSemiOctets(bytes: Uint8Array, start: number, digits: string): void {
  for (let i = 0; i < digits.length; i++) {
    const half = Math.max(0, DIGITS.indexOf(digits.charAt(i)));
    const at = start + (i >> 1);
    const byte = bytes[at] ?? 0;
    bytes[at] = i % 2 === 0 ? (byte & 0xf0) | half : (byte & 0x0f) | (half << 4);
  }
}

/** Two decimal digits of a time, the lower half first; `undefined` where they are none. */
export function twoDigits(byte: number | undefined): number | undefined {
  if (byte === undefined || (byte & 15) > 9 || byte >> 4 > 9) return undefined;
  return (byte & 15) * 10 + (byte >> 4);
}
