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
  const units: number[] = [];
  for (let at = 2; at + 1 < bytes.length; at += 2) units.push(view.getUint16(at, !highFirst));
  let text = '';
  for (let at = 0; at < units.length; at += 0x2000)
    text += String.fromCharCode(...units.slice(at, at + 0x2000));
  return { text, toByte: (at) => 2 + 2 * at };
}

/**
 * Reads bytes as text: UTF-16 or UTF-8 by their mark, else UTF-8 where they are that, else a character a byte.
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
    return { text: latin1Text(bytes), toByte: (at) => at };
  }
}

/** Whether bytes may be a file of text: no NUL, except in UTF-16, and no control character at the front. */
export function mayBeText(bytes: Uint8Array): boolean {
  const [first = 0, second = 0] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  const printable = first >= 0x20 || first === 9 || first === 10 || first === 13;
  return printable && !bytes.subarray(0, 65_536).includes(0);
}
