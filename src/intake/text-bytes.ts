export { latin1Text } from '../bytes/index.ts';

/** The text as UTF-8; a lone surrogate becomes U+FFFD, as everywhere. */
export const textBytes = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Each character as one byte; `undefined` where one is above U+00FF. */
export function latin1Bytes(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (unit > 0xff) return undefined;
    bytes[i] = unit;
  }
  return bytes;
}

/** Whether the first `most` characters hold a control character that no text has (ESC and white space are let by). */
export function hasControls(text: string, most: number): boolean {
  for (let i = 0; i < Math.min(most, text.length); i++) {
    const unit = text.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27)) return true;
  }
  return false;
}
