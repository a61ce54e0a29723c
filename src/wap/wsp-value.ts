import { latin1Text, readMbUint32 } from '../bytes/index.ts';

/**
 * A value of a WSP header: what its first byte says that it is. Offsets are into the bytes, half-open; `next` is just
 * past it.
 * @see WAP-230-WSP §8.4.1.2
 */
export type WspValue =
  | { kind: 'number'; number: number; next: number }
  | { kind: 'text'; text: string; start: number; end: number; next: number }
  | { kind: 'data'; start: number; end: number; next: number };

/** The first byte of a length that is a uintvar behind it. */
const LENGTH_QUOTE = 31;
const SHORT_INTEGER = 0x80;
/** In front of a text that begins with a byte above 7f. */
const QUOTE = 0x7f;
/** Longer integers are shown as bytes: no header that matters here has one. */
const LONGEST_INTEGER = 6;

/** Reads the value at `at`; `undefined` where it does not end before `end`. */
export function readValue(bytes: Uint8Array, at: number, end: number): WspValue | undefined {
  if (at >= end) return undefined;
  const first = bytes[at] as number;
  if (first >= SHORT_INTEGER) return { kind: 'number', number: first & 0x7f, next: at + 1 };
  if (first > LENGTH_QUOTE) return readText(bytes, at, end);
  const length = first < LENGTH_QUOTE ? { value: first, next: at + 1 } : readMbUint32(bytes, at + 1);
  const next = length.next + length.value;
  if (('fault' in length && length.fault) || next > end) return undefined;
  return { kind: 'data', start: length.next, end: next, next };
}

/** The text at `at` with its NUL. */
export function readText(bytes: Uint8Array, at: number, end: number): WspValue | undefined {
  // within the head: behind it the whole of a long body may be without a zero
  const length = bytes.subarray(at, end).indexOf(0);
  if (length < 0) return undefined;
  const stop = at + length;
  const start = bytes[at] === QUOTE ? at + 1 : at;
  return { kind: 'text', text: latin1Text(bytes.subarray(start, stop)), start, end: stop, next: stop + 1 };
}

/** The number that a value is: in one byte, or the bytes of a long integer; `undefined` for any other. */
export function numberIn(bytes: Uint8Array, value: WspValue): number | undefined {
  if (value.kind === 'number') return value.number;
  if (value.kind === 'text') return undefined;
  const { start, end } = value;
  if (start === end || end - start > LONGEST_INTEGER) return undefined;
  let number = 0;
  for (let i = start; i < end; i++) number = number * 256 + (bytes[i] as number);
  return number;
}
