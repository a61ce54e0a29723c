/** What every client says first (RFC 9113 §3.4). */
export const PREFACE = 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n';

/** Types of frames that are read (RFC 9113 §6). */
export const FRAME = { data: 0, headers: 1, reset: 3, promise: 5, continuation: 9 } as const;
/** Flags: the last frame of a side of a stream, the last of a header, filled up, with a priority. */
export const FLAG = { endStream: 1, endHeaders: 4, padded: 8, priority: 0x20 } as const;

const HEADER = 9;
/** Connections start with frames of at most this size; hardly anybody allows larger ones. */
const USUAL_SIZE = 16_384;
/** Types that are about the whole connection, and those that are about one stream; others may be either. */
const OF_CONNECTION: ReadonlySet<number> = new Set([4, 6, 7]);
const OF_STREAM: ReadonlySet<number> = new Set([0, 1, 2, 3, 5, 9]);
const LAST_TYPE = 9;

/** A frame. Offsets in bytes of its run. */
export interface Frame {
  type: number;
  flags: number;
  stream: number;
  start: number;
  /** What is there of its payload. */
  payload: Uint8Array;
  /** Bytes of the payload that are not there. */
  missing: number;
  /** Behind the frame; past the end of the bytes where some are missing. */
  next: number;
}

/** The frame at an offset; `undefined` where not even its header is there. */
export function frameAt(bytes: Uint8Array, start: number): Frame | undefined {
  if (start + HEADER > bytes.length) return undefined;
  const at = (i: number): number => bytes[start + i] ?? 0;
  const length = (at(0) << 16) | (at(1) << 8) | at(2);
  const stream = ((at(5) & 0x7f) << 24) | (at(6) << 16) | (at(7) << 8) | at(8);
  const next = start + HEADER + length;
  const payload = bytes.subarray(start + HEADER, next);
  return { type: at(3), flags: at(4), stream, start, payload, missing: length - payload.length, next };
}

/** Whether a frame is as frames are: of a known type, no larger than usual, of a stream where it has to be. */
function isPlain({ type, stream, payload, missing }: Frame): boolean {
  if (type > LAST_TYPE || payload.length + missing > USUAL_SIZE) return false;
  return stream === 0 ? !OF_STREAM.has(type) : !OF_CONNECTION.has(type);
}

/** Whether bytes begin with frames: two of them, or one that ends where the bytes end. */
export function beginsWithFrames(bytes: Uint8Array): boolean {
  const first = frameAt(bytes, 0);
  if (!first || !isPlain(first)) return false;
  if (first.next === bytes.length) return true;
  const second = frameAt(bytes, first.next);
  return second !== undefined && isPlain(second);
}

/** The payload without what fills it up and without a priority; `undefined` where they do not fit. */
export function ownPayload({ type, flags, payload, missing }: Frame): Uint8Array | undefined {
  const isPadded = (flags & FLAG.padded) !== 0 && type !== FRAME.continuation;
  const from = (isPadded ? 1 : 0) + (type === FRAME.headers && flags & FLAG.priority ? 5 : 0);
  // padding that is not there is none to take off
  const padding = Math.max(0, (isPadded ? (payload[0] ?? 0) : 0) - missing);
  return from + padding > payload.length ? undefined : payload.subarray(from, payload.length - padding);
}
