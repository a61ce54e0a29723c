import { MAX_INFLATED, inflate, type Inflated } from './inflate.ts';

const CRC_TABLE = /* @__PURE__ */ Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb8_8320 : crc >>> 1;
  return crc;
});

function crc32(bytes: Uint8Array): number {
  let crc = 0xffff_ffff;
  for (const byte of bytes) crc = (crc >>> 8) ^ (CRC_TABLE[(crc ^ byte) & 0xff] as number);
  return ~crc >>> 0;
}

function adler32(bytes: Uint8Array): number {
  let low = 1;
  let high = 0;
  for (const byte of bytes) {
    low = (low + byte) % 65521;
    high = (high + low) % 65521;
  }
  return high * 0x1_0000 + low;
}

const view = (bytes: Uint8Array): DataView => new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);

const HAS_CRC = 0x02;
const HAS_EXTRA = 0x04;
const HAS_NAME = 0x08;
const HAS_COMMENT = 0x10;

/** Whether `bytes` begin like a gzip member: 1f 8b and method 8. */
export const isGzip = (bytes: Uint8Array, at = 0): boolean =>
  bytes[at] === 0x1f && bytes[at + 1] === 0x8b && bytes[at + 2] === 8;

/** Whether `bytes` begin like zlib data: method 8, a window of at most 32 KiB, and a header that checks out. */
export function isZlib(bytes: Uint8Array, at = 0): boolean {
  const [first, second] = [bytes[at], bytes[at + 1]];
  if (first === undefined || second === undefined) return false;
  const preset = (second & 0x20) !== 0;
  return (first & 15) === 8 && first >> 4 <= 7 && ((first << 8) | second) % 31 === 0 && !preset;
}

/** Where the DEFLATE data of the gzip member at `at` begins; past the input where the header is cut off. */
function gzipBody(bytes: Uint8Array, at: number): number {
  const flags = bytes[at + 3] ?? 0;
  let body = at + 10;
  if (flags & HAS_EXTRA) body += 2 + (bytes[body] ?? 0) + (bytes[body + 1] ?? 0) * 256;
  for (const flag of [HAS_NAME, HAS_COMMENT]) {
    if (!(flags & flag)) continue;
    const end = bytes.indexOf(0, body);
    body = end < 0 ? bytes.length : end + 1;
  }
  return flags & HAS_CRC ? body + 2 : body;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const only = parts[0];
  if (only && parts.length === 1) return only;
  const all = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    at += part.length;
  }
  return all;
}

/**
 * Unpacks gzip data, all members of it. Bytes behind the last member are left alone: `next` is where they begin.
 * @param limit most bytes to make
 * @returns never throws; `invalid` where the input does not begin like gzip
 * @see RFC 1952
 */
export function gunzip(bytes: Uint8Array, limit = MAX_INFLATED): Inflated {
  const parts: Uint8Array[] = [];
  let made = 0;
  let at = 0;
  let fault: Inflated['fault'] = isGzip(bytes) ? undefined : 'invalid';
  while (!fault && isGzip(bytes, at)) {
    const member = inflate(bytes, Math.min(gzipBody(bytes, at), bytes.length), limit - made);
    parts.push(member.bytes);
    made += member.bytes.length;
    at = member.next;
    fault = member.fault;
    if (fault) break;
    if (at + 8 > bytes.length) fault = 'truncated';
    else if (view(bytes).getUint32(at, true) !== crc32(member.bytes)) fault = 'checksum';
    else if (view(bytes).getUint32(at + 4, true) !== member.bytes.length) fault = 'checksum';
    at = Math.min(at + 8, bytes.length);
  }
  return fault ? { bytes: joined(parts), next: at, fault } : { bytes: joined(parts), next: at };
}

/**
 * Unpacks zlib data, which is what HTTP calls `deflate`.
 * @param limit most bytes to make
 * @returns never throws; `invalid` where the input does not begin like zlib
 * @see RFC 1950
 */
export function unzlib(bytes: Uint8Array, limit = MAX_INFLATED): Inflated {
  if (!isZlib(bytes)) return { bytes: new Uint8Array(0), next: 0, fault: 'invalid' };
  const read = inflate(bytes, 2, limit);
  if (read.fault) return read;
  const next = Math.min(read.next + 4, bytes.length);
  if (read.next + 4 > bytes.length) return { ...read, next, fault: 'truncated' };
  const right = view(bytes).getUint32(read.next) === adler32(read.bytes);
  return right ? { ...read, next } : { ...read, next, fault: 'checksum' };
}
