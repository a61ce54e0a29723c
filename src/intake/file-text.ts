import { latin1Text, textBytes } from './text-bytes.ts';

/** The text a file holds, and the way back from offsets in it to offsets in the file. */
export interface FileText {
  text: string;
  /** Byte offset of the character at a text offset. Time is linear in the offset. */
  toByte: (at: number) => number;
}

const BYTE_ORDER_MARK = 0xfeff;

function utf16(bytes: Uint8Array, highFirst: boolean): FileText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(Math.max(0, (bytes.length - 2) >> 1));
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(2 + 2 * i, !highFirst);
  let text = '';
  for (let at = 0; at < units.length; at += 0x2000)
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 0x2000));
  return { text, toByte: (at) => 2 + 2 * at };
}

/** How an XML declaration names the encoding of a file. */
const ENCODING = /^<\?xml[^>]{0,200}\sencoding\s{0,9}=\s{0,9}["']([\w.:-]{1,40})["']/;
/** Names of Latin-1, in which each byte is a character already: decoders take them for windows-1252. */
const LATIN_1 = /^(?:iso-?8859-?1|latin-?1|us-ascii|ascii)$/i;

/** Characters 80 to 9F of windows-1252. Decoders of some versions of Node take them for those of Latin-1. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** The text of a file whose XML declaration names its encoding; `undefined` where it names none that is known. */
function declared(bytes: Uint8Array): FileText | undefined {
  const label = ENCODING.exec(latin1Text(bytes.subarray(0, 300)))?.[1];
  if (label === undefined || LATIN_1.test(label)) return undefined;
  if (/^(?:windows-|cp)1252$/i.test(label)) {
    const text = latin1Text(bytes).replace(/[\u0080-\u009f]/g, (c) =>
      WINDOWS_1252.charAt(c.charCodeAt(0) - 0x80),
    );
    return { text, toByte: (at) => at };
  }
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    if (text.length === bytes.length) return { text, toByte: (at) => at };
    const upTo = (end: number): number =>
      new TextDecoder(label).decode(bytes.subarray(0, end), { stream: true }).length;
    return { text, toByte: (at) => firstWhere(bytes.length, (end) => upTo(end) >= at) };
  } catch {
    return undefined; // no encoding by that name, or the bytes are not in it
  }
}

/** The first number up to `most` for which something is true that stays true behind it; `most` where it never is. */
function firstWhere(most: number, isTrue: (n: number) => boolean): number {
  let low = 0;
  let high = most;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (isTrue(middle)) high = middle;
    else low = middle + 1;
  }
  return low;
}

/**
 * Reads bytes as text: UTF-16 or UTF-8 by their mark, else UTF-8 where they are that, else as the XML declaration says,
 * else a character a byte.
 * Never fails; no byte is lost.
 */
export function fileText(bytes: Uint8Array): FileText {
  const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (first === 0xfffe || first === BYTE_ORDER_MARK) return utf16(bytes, first === BYTE_ORDER_MARK);
  const mark = first === 0xefbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark));
    return { text, toByte: (at) => mark + textBytes(text.slice(0, at)).length };
  } catch {
    return declared(bytes) ?? { text: latin1Text(bytes), toByte: (at) => at };
  }
}

/** Whether bytes may be a file of text: no NUL, except in UTF-16, and no control character at the front. */
export function mayBeText(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const printable = first >= 0x20 || first === 9 || first === 10 || first === 13;
  return printable && !bytes.subarray(0, 65_536).includes(0);
}
