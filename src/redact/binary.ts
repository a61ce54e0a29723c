import { fromBase64, latin1Text, toBase64 } from '../bytes/index.ts';
import { findBadUtf8 } from '../doctypes/index.ts';
import { FALLBACK } from '../wbxml/index.ts';

/** Bytes as a string, a character each: what parts of a mail are cut and joined as. */
export const toBinary = latin1Text;

export const fromBinary = (binary: string): Uint8Array => {
  const bytes = new Uint8Array(binary.length);
  for (let i = 0; i < binary.length; i++) bytes[i] = binary.charCodeAt(i);
  return bytes;
};

/** The bytes of a text in UTF-8, a character each. */
export const utf8Binary = (text: string): string => toBinary(new TextEncoder().encode(text));

/** The text of bytes in UTF-8; `undefined` where they are none. */
export function textOfBinary(binary: string): string | undefined {
  const bytes = fromBinary(binary);
  return findBadUtf8(bytes, 0, bytes.length) ? undefined : FALLBACK.decode(bytes);
}

/** Base64 without its line breaks; `undefined` where it is none. */
export function base64Bytes(text: string): Uint8Array | undefined {
  return fromBase64(text.replace(/[\r\n\t ]+/g, ''));
}

/** Bytes in base64 with the same breaks, alphabet and padding as `like`, which has as many digits. */
export function base64Like(bytes: Uint8Array, like: string): string {
  const standard = toBase64(bytes);
  const digits = /[-_]/.test(like) ? standard.replace(/\+/g, '-').replace(/\//g, '_') : standard;
  let at = 0;
  return like.replace(/[^\r\n\t ]/g, () => digits.charAt(at++));
}
