import { latin1Text } from '../bytes/index.ts';

/** An OBEX packet that carries a piece of an object. Offsets into the bytes, half-open. */
export interface ObexPiece {
  /** Where the packet stands. */
  start: number;
  end: number;
  /** Where its piece of the body stands. */
  bodyStart: number;
  bodyEnd: number;
}

/** An object that OBEX packets carried, with what they say of it. */
export interface ObexObject {
  pieces: ObexPiece[];
  mediaType: string | undefined;
  name: string | undefined;
  /** Where its first letter stands, two bytes a letter. */
  nameAt?: number;
  /** True where the last packet is not the last of the object. */
  isCut: boolean;
}

const PUT = 0x02;
const FINAL = 0x80;
/** Answers that carry a body: go on, and done. */
const CONTINUE = 0x90;
const SUCCESS = 0xa0;
const NAME = 0x01;
const TYPE = 0x42;
const BODY = 0x48;
const END_OF_BODY = 0x49;
const PACKET_HEAD = 3;

/**
 * Reads PUT requests, or answers to GET, one behind the other, whose bodies are one object, as SyncML goes over
 * infrared and Bluetooth. Strict: packets and headers end just where their lengths say.
 * @returns `undefined` where the bytes are no such packets, or carry no body. Linear; never throws.
 * @see IrOBEX 1.3 §2.1, §3.3
 */
export function readObex(bytes: Uint8Array): ObexObject | undefined {
  const object: ObexObject = { pieces: [], mediaType: undefined, name: undefined, isCut: true };
  for (let at = 0; at < bytes.length;) {
    const code = bytes[at] as number;
    const length = word(bytes, at + 1);
    const isPacket = (code & ~FINAL) === PUT || code === CONTINUE || code === SUCCESS;
    if (!isPacket || length < PACKET_HEAD || at + length > bytes.length) return undefined;
    if (!readHeaders(bytes, at, at + length, object)) return undefined;
    at += length;
  }
  return object.pieces.length > 0 ? object : undefined;
}

const word = (bytes: Uint8Array, at: number): number => ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);

function readHeaders(bytes: Uint8Array, start: number, end: number, object: ObexObject): boolean {
  let pieces = 0;
  for (let at = start + PACKET_HEAD; at < end;) {
    const id = bytes[at] as number;
    const form = id >> 6; // 0 text, 1 bytes, 2 one byte, 3 four bytes
    const size = form === 2 ? 2 : form === 3 ? 5 : word(bytes, at + 1);
    const next = at + size;
    if (size < (form < 2 ? 3 : 2) || next > end) return false;
    if (id === NAME) {
      object.name = utf16(bytes, at + 3, next);
      object.nameAt = at + 3;
    }
    if (id === TYPE) object.mediaType = ascii(bytes, at + 3, next);
    if (id === BODY || id === END_OF_BODY) {
      if (pieces++ > 0) return false;
      object.pieces.push({ start, end, bodyStart: at + 3, bodyEnd: next });
      object.isCut = id === BODY;
    }
    at = next;
  }
  return true;
}

/** Texts end with a zero. */
function ascii(bytes: Uint8Array, start: number, end: number): string {
  const text = latin1Text(bytes.subarray(start, Math.min(end, start + 200)));
  return text.replace(/\0.*$/s, '');
}

function utf16(bytes: Uint8Array, start: number, end: number): string {
  let text = '';
  for (let at = start; at + 1 < end && text.length < 200; at += 2) {
    const unit = word(bytes, at);
    if (unit === 0) break;
    text += String.fromCharCode(unit);
  }
  return text;
}
