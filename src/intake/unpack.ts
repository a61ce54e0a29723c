import { MAX_INFLATED, gunzip, inflate, isGzip, isZlib, unzlib, type InflateFault } from '../bytes/index.ts';

/** Bytes out of a packing, and what went wrong. */
export interface Unpacked {
  name: 'gzip' | 'zlib' | 'deflate';
  bytes: Uint8Array;
  fault?: InflateFault;
}

/** Sentences for the ways unpacking stops early. */
export const UNPACK_FAULTS: Record<InflateFault, string> = {
  truncated: 'the packed data ends too early',
  invalid: 'bits that the packing does not define',
  'too-large': 'more than 32 MiB when unpacked',
  checksum: 'a check value that does not fit the bytes',
};

/** Unpacks gzip or zlib by what the bytes begin with; `undefined` where they begin like neither. `limit`: most bytes to make. */
export function unpack(bytes: Uint8Array, limit = MAX_INFLATED): Unpacked | undefined {
  const name = isGzip(bytes) ? 'gzip' : isZlib(bytes) ? 'zlib' : undefined;
  if (!name) return undefined;
  const { bytes: made, fault } = name === 'gzip' ? gunzip(bytes, limit) : unzlib(bytes, limit);
  return fault ? { name, bytes: made, fault } : { name, bytes: made };
}

/**
 * Undoes a Content-Encoding of HTTP; `undefined` where the bytes are not packed that way, which happens when
 * whoever printed the message unpacked it first. `deflate` means zlib, and from some senders raw DEFLATE.
 */
export function undoEncoding(
  encoding: string,
  bytes: Uint8Array,
  limit = MAX_INFLATED,
): Unpacked | undefined {
  const wanted = encoding === 'x-gzip' ? 'gzip' : encoding;
  if (wanted === 'gzip') return isGzip(bytes) ? unpack(bytes, limit) : undefined;
  if (wanted !== 'deflate') return undefined;
  if (isZlib(bytes)) {
    const { bytes: made, fault } = unzlib(bytes, limit);
    if (!fault) return { name: 'zlib', bytes: made };
  }
  const raw = inflate(bytes, 0, limit);
  return raw.fault || raw.bytes.length === 0 ? undefined : { name: 'deflate', bytes: raw.bytes };
}
