import { decode, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { readXml, toXml, type XmlRead } from '../xml/index.ts';

/** Elements around a change that are tried, from the inside out: one further out rarely does better. */
const TRIES = 8;

/**
 * A person's text after its bytes were changed by other means: outside the element that the change lies in it stays
 * as they spelt it, inside it reads as it is printed.
 * @param read their text, which reads without an error
 * @returns the reading of the new text, whose bytes are just those of `after`; `undefined` where none was found
 */
export function respelt(read: XmlRead, after: Decoded): XmlRead | undefined {
  const { bytes } = read;
  if (!bytes) return undefined;
  const [from, delta] = [firstOther(bytes, after.bytes), after.bytes.length - bytes.length];
  const to = lastOther(bytes, after.bytes, from);
  const before = decode(bytes, { doctype: read.doctype });
  const printed = readXml(toXml(after), { doctype: read.doctype });
  if (!printed.bytes) return undefined;
  let tries = 0;
  for (const { start, end } of elementsAround(before, from, to)) {
    if (tries++ >= TRIES) return undefined;
    const old = read.map.toText(start, end);
    const now = printed.map.toText(start, end + delta);
    if (!old || !now || end + delta <= start) continue;
    const text =
      read.text.slice(0, old.start) + printed.text.slice(now.start, now.end) + read.text.slice(old.end);
    const again = readXml(text, { doctype: read.doctype });
    if (again.bytes && firstOther(again.bytes, after.bytes) < 0) return again;
  }
  return undefined;
}

/** The elements whose bytes hold a range, innermost first. Bytes, half-open. */
function* elementsAround(
  { tokens, bytes }: Decoded,
  from: number,
  to: number,
): Generator<{ start: number; end: number }> {
  let i = tokens.atOffset(Math.min(Math.max(0, from), bytes.length - 1));
  for (; i >= 0; i = tokens.parent(i)) {
    const kind = tokens.kind(i);
    if (kind !== KIND.tag && kind !== KIND.literalTag) continue;
    const [start, end] = [tokens.start(i), tokens.start(tokens.past(i))];
    if (start <= from && to <= end) yield { start, end };
  }
}

/** The first offset at which they differ; −1 where they are the same. */
function firstOther(a: Uint8Array, b: Uint8Array): number {
  const shorter = Math.min(a.length, b.length);
  for (let i = 0; i < shorter; i++) if (a[i] !== b[i]) return i;
  return a.length === b.length ? -1 : shorter;
}

/** Behind the last byte of `a` that `b` does not have from its end on. */
function lastOther(a: Uint8Array, b: Uint8Array, from: number): number {
  let same = 0;
  const most = Math.min(a.length, b.length) - Math.max(0, from);
  while (same < most && a[a.length - 1 - same] === b[b.length - 1 - same]) same++;
  return a.length - same;
}
