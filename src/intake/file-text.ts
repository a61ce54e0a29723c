import { latin1Text, textBytes } from './text-bytes.ts';

/** The text a file holds, and the way back from offsets in it to offsets in the file. */
export interface FileText {
  text: string;
  /** Byte offset of the character at a text offset. Time is linear in the offset. */
  toByte: (at: number) => number;
  /** A sentence about its encoding, where nothing in the file says which it is. */
  said?: string;
}

const BYTE_ORDER_MARK = 0xfeff;

/** @param mark bytes of its byte-order mark */
function utf16(bytes: Uint8Array, highFirst: boolean, mark: number): FileText {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const units = new Uint16Array(Math.max(0, (bytes.length - mark) >> 1));
  for (let i = 0; i < units.length; i++) units[i] = view.getUint16(mark + 2 * i, !highFirst);
  let text = '';
  for (let at = 0; at < units.length; at += 0x2000)
    text += Reflect.apply(String.fromCharCode, undefined, units.subarray(at, at + 0x2000));
  return { text, toByte: (at) => mark + 2 * at };
}

/** Bytes that are looked at for UTF-16 without a mark, and the part of its characters that are of ASCII. */
const SAMPLE = 1024;
const MOSTLY_ASCII = 0.8;

/** Whether bytes are UTF-16 though no mark says so: one of each two is NUL, nearly everywhere, and the other never. */
function unmarkedUtf16(bytes: Uint8Array): 'high first' | 'low first' | undefined {
  const units = Math.min(SAMPLE, bytes.length) >> 1;
  if (units < 4 || bytes.length % 2 === 1) return undefined;
  const nuls = [0, 0];
  for (let i = 0; i < 2 * units; i++) if (bytes[i] === 0) nuls[i % 2] = (nuls[i % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nuls;
  if (even === 0 && odd >= units * MOSTLY_ASCII) return 'low first';
  return odd === 0 && even >= units * MOSTLY_ASCII ? 'high first' : undefined;
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
  if (label === undefined) return undefined;
  if (LATIN_1.test(label)) return { text: latin1Text(bytes), toByte: (at) => at };
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

const LATIN_1_SAID = 'The file was read as Latin-1: it is not UTF-8, and names no encoding.';

/**
 * Reads bytes as text: UTF-16 or UTF-8 by their mark, UTF-16 by its NULs, else UTF-8 where they are that, else as the XML
 * declaration says, else a character a byte.
 * Never fails; no byte is lost.
 */
export function fileText(bytes: Uint8Array): FileText {
  const first = ((bytes[0] ?? 0) << 8) | (bytes[1] ?? 0);
  if (first === 0xfffe || first === BYTE_ORDER_MARK) return utf16(bytes, first === BYTE_ORDER_MARK, 2);
  const order = unmarkedUtf16(bytes);
  if (order) {
    const said = `The file was read as UTF-16, ${order}, though it has no byte-order mark.`;
    return { ...utf16(bytes, order === 'high first', 0), said };
  }
  const mark = first === 0xefbb && bytes[2] === 0xbf ? 3 : 0;
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(mark));
    return { text, toByte: (at) => mark + textBytes(text.slice(0, at)).length };
  } catch {
    return declared(bytes) ?? { text: latin1Text(bytes), toByte: (at) => at, said: LATIN_1_SAID };
  }
}

/** Whether bytes may be a file of text: no NUL, except in UTF-16, and no control character at the front. */
export function mayBeText(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  if (unmarkedUtf16(bytes)) return true;
  const printable = first >= 0x20 || first === 9 || first === 10 || first === 13;
  return printable && !bytes.subarray(0, 65_536).includes(0);
}
