/** What the bytes of a string have in common, found in one walk: bits that several of them may set. */
export const HAS = {
  /** Not ASCII: the charset decides what it is. */
  foreign: 1,
  /** A control character that no XML document may hold, or DEL. */
  control: 2,
  ampersand: 4,
  lessThan: 8,
  cr: 16,
  /** `]`: perhaps the beginning of `]]>`. */
  bracket: 32,
  dollar: 64,
  /** Anything but white space. */
  ink: 128,
} as const;

const CLASSES = new Uint8Array(256).fill(HAS.ink);
for (let byte = 0; byte < 32; byte++) CLASSES[byte] = HAS.control | HAS.ink;
for (const white of [9, 10, 32]) CLASSES[white] = 0;
CLASSES[13] = HAS.cr;
CLASSES[0x7f] = HAS.control | HAS.ink;
CLASSES[0x24] = HAS.dollar | HAS.ink;
CLASSES[0x26] = HAS.ampersand | HAS.ink;
CLASSES[0x3c] = HAS.lessThan | HAS.ink;
CLASSES[0x5d] = HAS.bracket | HAS.ink;
CLASSES.fill(HAS.foreign | HAS.ink, 0x80);

/** The bits of all bytes from `start` to `end`. */
export function classesOf(bytes: Uint8Array, start: number, end: number): number {
  let bits = 0;
  for (let i = start; i < end; i++) bits |= CLASSES[bytes[i] as number] as number;
  return bits;
}

/** The bits of the bytes from `start` on, up to and with the first that has one of `stop`. */
export function classesUntil(bytes: Uint8Array, start: number, end: number, stop: number): number {
  let bits = 0;
  for (let i = start; i < end && (bits & stop) === 0; i++) bits |= CLASSES[bytes[i] as number] as number;
  return bits;
}

const CR = 13;
const LF = 10;
/** The most bytes that one byte of text becomes: `&amp;` for `&`. */
const LONGEST_ESCAPE = 5;
const CHUNK = 1 << 15;
const SPECIAL = HAS.cr | HAS.control | HAS.ampersand | HAS.lessThan;
const AMP = Uint8Array.from('&amp;', (unit) => unit.charCodeAt(0));
const LT = Uint8Array.from('&lt;', (unit) => unit.charCodeAt(0));
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
const ascii = new TextDecoder('latin1');

/**
 * Escapes the bytes of long UTF-8 strings in one walk: `&` and `<` become entities, CR LF becomes LF. Making
 * the text once from the result costs less than making it and replacing in it three times.
 */
export class ByteEscaper {
  private buffer = new Uint8Array(0);
  /** What the bytes have in common, see `HAS`, after `escape`. */
  bits = 0;
  /** Whether every line end was CR LF, and there was one. */
  crlf = false;
  private pairs = 0;
  private lone = 0;

  /** @returns the escaped text, or `undefined` where that is not all it needs */
  escape(bytes: Uint8Array, start: number, end: number): string | undefined {
    this.bits = this.pairs = this.lone = 0;
    const needed = Math.min(end - start, CHUNK + 4) * LONGEST_ESCAPE;
    if (this.buffer.length < needed) this.buffer = new Uint8Array(needed);
    let text = '';
    for (let at = start; at < end;) {
      const next = chunkEnd(bytes, at, end);
      const length = this.walk(bytes, at, next);
      if (length < 0) return undefined;
      const escaped = this.buffer.subarray(0, length);
      text += (this.bits & HAS.foreign ? decoder : ascii).decode(escaped);
      at = next;
    }
    if (this.pairs > 0 && this.lone > 0) return undefined;
    this.crlf = this.pairs > 0;
    return text;
  }

  /** @returns how many bytes it wrote, −1 where there is a lone CR or a control character */
  private walk(bytes: Uint8Array, start: number, end: number): number {
    const out = this.buffer;
    let { bits, pairs, lone } = this;
    let n = 0;
    for (let i = start; i < end; i++) {
      const byte = bytes[i] as number;
      const own = CLASSES[byte] as number;
      bits |= own;
      if ((own & SPECIAL) === 0) {
        out[n++] = byte;
        if (byte === LF) lone++;
      } else if (own & HAS.cr) {
        if (i + 1 === end || bytes[i + 1] !== LF) return -1;
        out[n++] = LF;
        pairs++;
        i++;
      } else if (own & HAS.control) return -1;
      else {
        const entity = byte === 0x26 ? AMP : LT;
        for (let k = 0; k < entity.length; k++) out[n++] = entity[k] as number;
      }
    }
    this.bits = bits;
    this.pairs = pairs;
    this.lone = lone;
    return n;
  }
}

/** Where a chunk may end: not within a character, not within CR LF. */
function chunkEnd(bytes: Uint8Array, start: number, end: number): number {
  let next = start + CHUNK;
  if (next >= end) return end;
  for (let back = 0; back < 3 && ((bytes[next] as number) & 0xc0) === 0x80; back++) next--;
  return bytes[next - 1] === CR && bytes[next] === LF ? next + 1 : next;
}
