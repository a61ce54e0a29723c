/** The least piece of `a` that has to be replaced to make `b`: from `at`, `cut` units of `a` make room for `put`. */
export interface Splice<T> {
  at: number;
  cut: number;
  put: T;
}

/** The splice that makes bytes `b` of bytes `a`. */
export function bytesSplice(a: Uint8Array, b: Uint8Array): Splice<Uint8Array> {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a[at] === b[at]) at++;
  let end = 0;
  while (end < shorter - at && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return { at, cut: a.length - end - at, put: b.subarray(at, b.length - end) };
}

/** The splice that makes text `b` of text `a`; in UTF-16 units, so a pair may be parted. */
export function textSplice(a: string, b: string): Splice<string> {
  const shorter = Math.min(a.length, b.length);
  let at = 0;
  while (at < shorter && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  let end = 0;
  while (end < shorter - at && a.charCodeAt(a.length - 1 - end) === b.charCodeAt(b.length - 1 - end)) end++;
  return { at, cut: a.length - end - at, put: b.slice(at, b.length - end) };
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
