import { ByteWriter } from '../bytes/index.ts';

/** An element to be written. */
export interface Piece {
  /** Page and code as one number: `keyOf`. */
  key: number;
  /** A text becomes an inline string, bytes become OPAQUE; a tag without content where absent. */
  holds?: string | Uint8Array | readonly Piece[];
}

const HEADER = Uint8Array.of(0x03, 0x01, 0x6a, 0x00); // WBXML 1.3, public id 1, UTF-8, no string table
const SWITCH_PAGE = 0x00;
const END = 0x01;
const STR_I = 0x03;
const OPAQUE = 0xc3;
const CONTENT_BIT = 0x40;

/**
 * Writes a message as phones and servers do: inline strings, a SWITCH_PAGE only where the page changes.
 * @param first what stands between the header and the root
 */
export function writeMessage(root: Piece, first = new Uint8Array()): Uint8Array {
  const out = new ByteWriter();
  out.raw(HEADER);
  out.raw(first);
  writePiece(out, root, 0);
  return out.take();
}

/** @returns the code page in force behind it */
function writePiece(out: ByteWriter, { key, holds }: Piece, before: number): number {
  let page = key >> 8;
  if (page !== before) {
    out.byte(SWITCH_PAGE);
    out.byte(page);
  }
  out.byte((key & 0xff) | (holds === undefined ? 0 : CONTENT_BIT));
  if (holds === undefined) return page;
  if (typeof holds === 'string') {
    out.byte(STR_I);
    out.utf8(holds);
    out.byte(0);
  } else if (holds instanceof Uint8Array) {
    out.byte(OPAQUE);
    out.number(holds.length);
    out.raw(holds);
  } else for (const child of holds) page = writePiece(out, child, page);
  out.byte(END);
  return page;
}
