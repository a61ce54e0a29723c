import { commonTextEnds, gapBetween } from '../bytes/index.ts';

/** The least piece of `a` that has to be replaced to make `b`: from `at`, `cut` units of `a` make room for `put`. */
export interface Splice<T> {
  at: number;
  cut: number;
  put: T;
}

/** The splice that makes bytes `b` of bytes `a`. */
export function bytesSplice(a: Uint8Array, b: Uint8Array): Splice<Uint8Array> {
  const { at, removed, inserted } = gapBetween(a, b);
  return { at, cut: removed, put: b.subarray(at, at + inserted) };
}

/** The splice that makes text `b` of text `a`; in UTF-16 units, so a pair may be parted. */
export function textSplice(a: string, b: string): Splice<string> {
  const { front, back } = commonTextEnds(a, b);
  return { at: front, cut: a.length - back - front, put: b.slice(front, b.length - back) };
}

/** The bytes after the splice; `undefined` where it lies outside of them. */
export function splicedBytes(a: Uint8Array, { at, cut, put }: Splice<Uint8Array>): Uint8Array | undefined {
  if (at + cut > a.length) return undefined;
  const b = new Uint8Array(a.length - cut + put.length);
  b.set(a.subarray(0, at));
  b.set(put, at);
  b.set(a.subarray(at + cut), at + put.length);
  return b;
}

/** The text after the splice; `undefined` where it lies outside of it. */
export function splicedText(a: string, { at, cut, put }: Splice<string>): string | undefined {
  return at + cut > a.length ? undefined : a.slice(0, at) + put + a.slice(at + cut);
}
