import { UNUSUAL, UNUSUAL_UNITS, unusualRanges } from './characters.ts';

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
  /** The first byte of a character beyond ASCII that may be unusual: one in a few of those there are. */
  suspect: 256,
  lf: 512,
} as const;

const CLASSES = new Uint16Array(256).fill(HAS.ink);
for (let byte = 0; byte < 32; byte++) CLASSES[byte] = HAS.control | HAS.ink;
for (const white of [9, 32]) CLASSES[white] = 0;
CLASSES[10] = HAS.lf;
CLASSES[13] = HAS.cr;
CLASSES[0x7f] = HAS.control | HAS.ink;
CLASSES[0x24] = HAS.dollar | HAS.ink;
CLASSES[0x26] = HAS.ampersand | HAS.ink;
CLASSES[0x3c] = HAS.lessThan | HAS.ink;
CLASSES[0x5d] = HAS.bracket | HAS.ink;
CLASSES.fill(HAS.foreign | HAS.ink, 0x80);
for (const range of unusualRanges) {
  // below U+0080 a unit is no first byte of such a character
  const [first = 0, last = 0] = range.map((unit) => firstByte(Math.max(unit, 0x80)));
  CLASSES.fill(HAS.foreign | HAS.ink | HAS.suspect, first, last + 1);
}

/** The first byte of a UTF-8 character. */
function firstByte(unit: number): number {
  return new TextEncoder().encode(String.fromCharCode(unit))[0] as number;
}

/** True where the UTF-8 character at `i` is unusual; a beginning cut short is none. */
function isUnusualAt(bytes: Uint8Array, i: number): boolean {
  const lead = bytes[i] as number;
  const second = (bytes[i + 1] ?? 0) & 0x3f;
  const unit =
    lead < 0xe0
      ? ((lead & 0x1f) << 6) | second
      : ((lead & 0x0f) << 12) | (second << 6) | ((bytes[i + 2] ?? 0) & 0x3f);
  return UNUSUAL_UNITS[unit] === 1;
}

const classAt = (bytes: Uint8Array, i: number): number => CLASSES[bytes[i] as number] as number;
/** A walk byte by byte spends as long on itself as on the bytes. */
const fourClasses = (bytes: Uint8Array, i: number): number =>
  classAt(bytes, i) | classAt(bytes, i + 1) | classAt(bytes, i + 2) | classAt(bytes, i + 3);

/** The bits of all bytes from `start` to `end`. */
export function classesOf(bytes: Uint8Array, start: number, end: number): number {
  let bits = 0;
  let i = start;
  for (const last = end - 8; i <= last; i += 8) bits |= fourClasses(bytes, i) | fourClasses(bytes, i + 4);
  for (; i < end; i++) bits |= classAt(bytes, i);
  return bits;
}

/**
 * The bits of a UTF-8 string, up to the first byte that has one of `stop` and at most seven more. Here `suspect` says
 * that a character is unusual indeed.
 */
export function classesUntil(bytes: Uint8Array, start: number, end: number, stop: number): number {
  let bits = 0;
  let i = start;
  for (const last = end - 8; i <= last && (bits & stop) === 0; i += 8) {
    const eight = fourClasses(bytes, i) | fourClasses(bytes, i + 4);
    bits |= eight & HAS.suspect ? judged(eight, bytes, i, i + 8) : eight;
  }
  if (bits & stop) return bits;
  let rest = 0;
  for (let at = i; at < end; at++) rest |= classAt(bytes, at);
  return bits | (rest & HAS.suspect ? judged(rest, bytes, i, end) : rest);
}

/** The bits of some bytes, without `suspect` where no character that begins among them is unusual. */
function judged(bits: number, bytes: Uint8Array, start: number, end: number): number {
  for (let i = start; i < end; i++) {
    if ((classAt(bytes, i) & HAS.suspect) !== 0 && isUnusualAt(bytes, i)) return bits;
  }
  return bits & ~HAS.suspect;
}

const CR = 13;
const LF = 10;
/** The most bytes that one byte of text becomes: `&amp;` for `&`. */
const LONGEST_ESCAPE = 5;
const CHUNK = 1 << 15;
const SPECIAL = HAS.cr | HAS.control | HAS.ampersand | HAS.lessThan | HAS.suspect;
const AMP = Uint8Array.from('&amp;', (unit) => unit.charCodeAt(0));
const LT = Uint8Array.from('&lt;', (unit) => unit.charCodeAt(0));
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

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

  /** @returns the escaped text, or `undefined` where that is not all it needs */
  escape(bytes: Uint8Array, start: number, end: number): string | undefined {
    this.bits = 0;
    const needed = Math.min(end - start, CHUNK + 4) * LONGEST_ESCAPE;
    if (this.buffer.length < needed) this.buffer = new Uint8Array(needed);
    let text = '';
    for (let at = start; at < end;) {
      const next = chunkEnd(bytes, at, end);
      const length = this.walk(bytes, at, next);
      if (length < 0) return undefined;
      const escaped = this.buffer.subarray(0, length);
      text += decoder.decode(escaped);
      at = next;
    }
    this.crlf = (this.bits & HAS.cr) !== 0;
    if ((this.crlf && this.bits & HAS.lf) || hasReplaced(text, this.bits)) return undefined;
    return text;
  }

  /** @returns how many bytes it wrote, −1 where there is a lone CR, a control or an unusual character */
  private walk(bytes: Uint8Array, start: number, end: number): number {
    const out = this.buffer;
    const last = end - 4;
    let { bits } = this;
    let n = 0;
    for (let i = start; i < end;) {
      for (; i <= last; i += 4, n += 4) {
        const four = fourClasses(bytes, i);
        if (four & SPECIAL) break;
        bits |= four;
        out[n] = bytes[i] as number;
        out[n + 1] = bytes[i + 1] as number;
        out[n + 2] = bytes[i + 2] as number;
        out[n + 3] = bytes[i + 3] as number;
      }
      // A special byte and what stands before it among the four, or the last few.
      for (let own = 0; i < end && (own & SPECIAL) === 0; i++) {
        const byte = bytes[i] as number;
        own = CLASSES[byte] as number;
        bits |= own;
        if ((own & SPECIAL) === 0) out[n++] = byte;
        else if (own & HAS.cr) {
          if (i + 1 === end || bytes[i + 1] !== LF) return -1;
          out[n++] = LF;
          i++; // so that the LF of a pair is not among the bits
        } else if (own & HAS.control) return -1;
        else if (own & HAS.suspect) {
          if (isUnusualAt(bytes, i)) return -1;
          out[n++] = byte;
        } else {
          const entity = byte === 0x26 ? AMP : LT;
          for (let k = 0; k < entity.length; k++) out[n++] = entity[k] as number;
        }
      }
    }
    this.bits = bits;
    return n;
  }
}

/**
 * True where a text from UTF-8 holds a character it cannot hold as it is, or bytes that were none.
 * @param bits what the bytes have in common
 */
export function hasUnusual(text: string, bits: number): boolean {
  return hasReplaced(text, bits) || ((bits & HAS.suspect) !== 0 && UNUSUAL.test(text));
}

/** True where bytes of a text from UTF-8 were none. */
export const hasReplaced = (text: string, bits: number): boolean =>
  (bits & HAS.foreign) !== 0 && text.includes('\ufffd');

/** Where a chunk may end: not within a character, not within CR LF. */
function chunkEnd(bytes: Uint8Array, start: number, end: number): number {
  let next = start + CHUNK;
  if (next >= end) return end;
  for (let back = 0; back < 3 && ((bytes[next] as number) & 0xc0) === 0x80; back++) next--;
  return bytes[next - 1] === CR && bytes[next] === LF ? next + 1 : next;
}
