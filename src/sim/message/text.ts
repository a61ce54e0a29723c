import { fromBase64, toBase64 } from '../../bytes/index.ts';
import { FALLBACK as UTF8 } from '../../wbxml/index.ts';

/** How many bytes a code point takes in UTF-8. */
export const utf8Width = (code: number): number =>
  code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x1_0000 ? 3 : 4;

/** How many bytes a text takes in UTF-8. */
export function utf8Size(text: string): number {
  let size = 0;
  for (let i = 0; i < text.length; i++) {
    const code = text.codePointAt(i) ?? 0;
    if (code > 0xffff) i++;
    size += utf8Width(code);
  }
  return size;
}

/** A text as UTF-8. */
export function utf8(text: string): Uint8Array {
  const bytes = new Uint8Array(utf8Size(text));
  let at = 0;
  for (const character of text) {
    const code = character.codePointAt(0) ?? 0;
    if (code < 0x80) bytes[at++] = code;
    else {
      const more = code < 0x800 ? 1 : code < 0x1_0000 ? 2 : 3;
      bytes[at++] = ((0xff00 >> (more + 1)) & 0xff) | (code >> (6 * more));
      for (let i = more - 1; i >= 0; i--) bytes[at++] = 0x80 | ((code >> (6 * i)) & 0x3f);
    }
  }
  return bytes;
}

/** UTF-8 as a text, with a replacement character for what is none. */
export const fromUtf8 = (bytes: Uint8Array): string => UTF8.decode(bytes);

/** A header value as MIME writes it: as it stands, or as an encoded word. @see RFC 2047 */
export const encodedWord = (text: string): string =>
  /^[ -~]*$/.test(text) ? text : `=?utf-8?B?${toBase64(utf8(text))}?=`;

/** What `encodedWord` wrote. */
export function decodedWord(text: string): string {
  const bytes = fromBase64(/^=\?utf-8\?B\?(.*)\?=$/i.exec(text)?.[1] ?? '');
  return bytes && bytes.length > 0 ? fromUtf8(bytes) : text;
}
