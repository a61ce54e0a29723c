/** Most bytes one packed input may grow to, unless the caller asks for less: 32 MiB. */
export const MAX_INFLATED = 32 * 1024 * 1024;

/**
 * Why unpacking stopped. `truncated`: the input ends inside. `invalid`: bits that DEFLATE does not define.
 * `too-large`: the output would pass the cap. `checksum`: all was unpacked, but its check value differs.
 */
export type InflateFault = 'truncated' | 'invalid' | 'too-large' | 'checksum';

/** What was unpacked (with a fault: what was unpacked before it) and where the packed data ends. */
export interface Inflated {
  bytes: Uint8Array;
  /** Offset just past the packed data; with a fault, of the byte being read. */
  next: number;
  fault?: InflateFault;
}

const MAX_BITS = 15;
const END_OF_BLOCK = 256;
/** The order in which a block's header lists the lengths of its code-length codes (§3.2.7). */
const LENGTH_ORDER = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15];
/** Match lengths of symbols 257 to 285 and distances of symbols 0 to 29: first value and extra bits (§3.2.5). */
const LENGTH_EXTRA = [0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0];
const DISTANCE_EXTRA = Array.from({ length: 30 }, (_, i) => Math.max(0, (i >> 1) - 1));
const LENGTH_BASE = [...firstValues(LENGTH_EXTRA.slice(0, 28), 3), 258];
const DISTANCE_BASE = firstValues(DISTANCE_EXTRA, 1);

function firstValues(extra: readonly number[], from: number): number[] {
  let next = from;
  return extra.map((bits) => {
    const first = next;
    next += 1 << bits;
    return first;
  });
}

/**
 * A canonical Huffman code: how many codes each length has, and the symbols in code order. Small on purpose:
 * a table of all 15-bit codes per block would let a small hostile input cost seconds.
 */
interface Code {
  counts: Uint16Array;
  symbols: Uint16Array;
}

/** Makes the code of these lengths; `undefined` where they promise more codes than bits can hold. */
function makeCode(lengths: Uint8Array): Code | undefined {
  const counts = new Uint16Array(MAX_BITS + 1);
  for (const length of lengths) counts[length] = (counts[length] as number) + 1;
  counts[0] = 0;
  const offsets = new Uint16Array(MAX_BITS + 2);
  let free = 1;
  for (let bits = 1; bits <= MAX_BITS; bits++) {
    free = free * 2 - (counts[bits] as number);
    if (free < 0) return undefined;
    offsets[bits + 1] = (offsets[bits] as number) + (counts[bits] as number);
  }
  const symbols = new Uint16Array(lengths.length);
  for (let symbol = 0; symbol < lengths.length; symbol++) {
    const length = lengths[symbol] as number;
    if (length === 0) continue;
    symbols[offsets[length] as number] = symbol;
    offsets[length] = (offsets[length] as number) + 1;
  }
  return { counts, symbols };
}

const FIXED_LITERALS = /* @__PURE__ */ makeCode(
  Uint8Array.from({ length: 288 }, (_, i) => (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8)),
) as Code;
const FIXED_DISTANCES = /* @__PURE__ */ makeCode(new Uint8Array(30).fill(5)) as Code;

/** Stops the reader below wherever it is; `inflate` turns it into a value. */
class Stop extends Error {
  readonly fault: InflateFault;
  constructor(fault: InflateFault) {
    super(fault);
    this.fault = fault;
  }
}

/** Reads bits, lowest first, and collects output. Throws `Stop`, which never leaves this file. */
class Inflater {
  private readonly bytes: Uint8Array;
  private readonly limit: number;
  private bits = 0;
  private held = 0;
  private out: Uint8Array;
  private length = 0;
  at: number;

  constructor(bytes: Uint8Array, at: number, limit: number) {
    this.bytes = bytes;
    this.at = at;
    this.limit = limit;
    this.out = new Uint8Array(Math.min(limit, Math.max(256, 4 * (bytes.length - at))));
  }

  result(): Uint8Array {
    return this.out.slice(0, this.length);
  }

  run(): void {
    let last = 0;
    while (!last) {
      last = this.take(1);
      const type = this.take(2);
      if (type === 0) this.stored();
      else if (type === 1) this.packed(FIXED_LITERALS, FIXED_DISTANCES);
      else if (type === 2) this.dynamic();
      else throw new Stop('invalid');
    }
  }

  private take(count: number): number {
    while (this.held < count) {
      if (this.at >= this.bytes.length) throw new Stop('truncated');
      this.bits |= (this.bytes[this.at++] as number) << this.held;
      this.held += 8;
    }
    const value = this.bits & ((1 << count) - 1);
    this.bits >>>= count;
    this.held -= count;
    return value;
  }

  private symbol(code: Code): number {
    let value = 0;
    let first = 0;
    let index = 0;
    for (let bits = 1; bits <= MAX_BITS; bits++) {
      value |= this.take(1);
      const count = code.counts[bits] as number;
      if (value - first < count) return code.symbols[index + value - first] as number;
      index += count;
      first = (first + count) << 1;
      value <<= 1;
    }
    throw new Stop('invalid');
  }

  /** Makes room for `count` more bytes. */
  private reserve(count: number): void {
    const needed = this.length + count;
    if (needed > this.limit) throw new Stop('too-large');
    if (needed <= this.out.length) return;
    const grown = new Uint8Array(Math.min(this.limit, Math.max(needed, this.out.length * 2)));
    grown.set(this.out.subarray(0, this.length));
    this.out = grown;
  }

  private stored(): void {
    this.bits = this.held = 0; // what is left of the byte is padding
    const size = this.take(16);
    if ((this.take(16) ^ 0xffff) !== size) throw new Stop('invalid');
    const there = Math.min(size, this.bytes.length - this.at);
    this.reserve(there);
    this.out.set(this.bytes.subarray(this.at, this.at + there), this.length);
    this.length += there;
    this.at += there;
    if (there < size) throw new Stop('truncated');
  }

  private dynamic(): void {
    const literals = this.take(5) + 257;
    const distances = this.take(5) + 1;
    const listed = this.take(4) + 4;
    if (literals > 286 || distances > 30) throw new Stop('invalid');
    const lengths = new Uint8Array(literals + distances);
    const own = new Uint8Array(19);
    for (let i = 0; i < listed; i++) own[LENGTH_ORDER[i] as number] = this.take(3);
    const code = makeCode(own);
    if (!code) throw new Stop('invalid');
    for (let i = 0; i < lengths.length;) {
      const symbol = this.symbol(code);
      if (symbol < 16) {
        lengths[i++] = symbol;
        continue;
      }
      if (symbol === 16 && i === 0) throw new Stop('invalid'); // repeats the length before: there is none
      const value = symbol === 16 ? (lengths[i - 1] as number) : 0;
      const times = symbol === 16 ? 3 + this.take(2) : symbol === 17 ? 3 + this.take(3) : 11 + this.take(7);
      if (i + times > lengths.length) throw new Stop('invalid');
      lengths.fill(value, i, i + times);
      i += times;
    }
    const literalCode = makeCode(lengths.subarray(0, literals));
    const distanceCode = makeCode(lengths.subarray(literals));
    if (!literalCode || !distanceCode) throw new Stop('invalid');
    this.packed(literalCode, distanceCode);
  }

  private packed(literals: Code, distances: Code): void {
    for (;;) {
      const symbol = this.symbol(literals);
      if (symbol === END_OF_BLOCK) return;
      if (symbol < END_OF_BLOCK) {
        this.reserve(1);
        this.out[this.length++] = symbol;
        continue;
      }
      const base = LENGTH_BASE[symbol - 257];
      if (base === undefined) throw new Stop('invalid');
      const length = base + this.take(LENGTH_EXTRA[symbol - 257] as number);
      const far = this.symbol(distances);
      const distance = (DISTANCE_BASE[far] ?? Infinity) + this.take(DISTANCE_EXTRA[far] ?? 0);
      if (distance > this.length) throw new Stop('invalid');
      this.reserve(length);
      // byte by byte: a match may run into what it is just writing
      for (let i = 0; i < length; i++, this.length++) {
        this.out[this.length] = this.out[this.length - distance] as number;
      }
    }
  }
}

/**
 * Unpacks raw DEFLATE data.
 * @param at where it starts, in bytes
 * @param limit most bytes to make, at least 0
 * @returns never throws: a fault says why it ended early, with all bytes made before
 * @see RFC 1951
 */
export function inflate(bytes: Uint8Array, at = 0, limit = MAX_INFLATED): Inflated {
  const inflater = new Inflater(bytes, at, limit);
  try {
    inflater.run();
  } catch (stop) {
    if (!(stop instanceof Stop)) throw stop;
    return { bytes: inflater.result(), next: inflater.at, fault: stop.fault };
  }
  return { bytes: inflater.result(), next: inflater.at };
}
