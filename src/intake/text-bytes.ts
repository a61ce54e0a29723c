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

/** Each byte as one character, U+0000 to U+00FF: offsets in the text are offsets in the bytes. */
export function latin1Text(bytes: Uint8Array): string {
  let text = '';
  const step = 0x2000; // far below the most arguments a call may have
  for (let at = 0; at < bytes.length; at += step)
    text += String.fromCharCode(...bytes.subarray(at, at + step));
  return text;
}

/** Whether the first `most` characters hold a control character that no text has (ESC and white space are let by). */
export function hasControls(text: string, most: number): boolean {
  for (let i = 0; i < Math.min(most, text.length); i++) {
    const unit = text.charCodeAt(i);
    if (unit < 9 || (unit > 13 && unit < 32 && unit !== 27)) return true;
  }
  return false;
}
