import { gapBetween, sameBytes, type ByteGap } from '../bytes/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import {
  changedText,
  editXml,
  isPlannedAlike,
  printElement,
  startEdit,
  type TextChange,
  type XmlEdit,
  type XmlRead,
} from '../xml/index.ts';

/** Elements around a change that are tried, from the inside out: one further out rarely does better. */
const TRIES = 8;
/** Bytes of the largest element that is printed anew while somebody waits for it. */
const LARGEST = 256 * 1024;

/** A text after its bytes were changed by other means. */
export interface Respelt {
  edit: XmlEdit;
  /** How the text came of the one before: the element around the change in the place of what stood for it. */
  change: TextChange;
}

/** How the bytes of a message came of those before, where that is known without reading or comparing them. */
export interface Known {
  before: Decoded;
  at: ByteGap;
}

/**
 * A person's text after its bytes were changed by other means: outside the element that the change lies in it stays
 * as they spelt it, inside it reads as it is printed.
 * @param edit their text, which reads without an error
 * @returns the new text, whose bytes are just those of `after`; `undefined` where none was found
 */
export function respelt(edit: XmlEdit, after: Decoded, known?: Known): Respelt | undefined {
  const { bytes, doctype } = edit.now;
  if (!bytes) return undefined;
  const isThis = known?.before.bytes === bytes && known.before.doctype.id === doctype;
  if (isThis) return respeltFrom(edit, known.before, after, known.at);
  return respeltFrom(edit, decode(bytes, { doctype }), after, gapBetween(bytes, after.bytes));
}

/**
 * The printed text of a message after its bytes were changed in one place.
 * @param read what it reads as, which are just the bytes of `before`
 * @returns what all of `after` is printed as; `undefined` where that has to be printed to be known
 */
export function reprinted(read: XmlRead, before: Decoded, after: Decoded, at: ByteGap): Respelt | undefined {
  if (read.doctype !== after.doctype.id || read.doctype !== before.doctype.id) return undefined;
  const edit = startEdit(read);
  return edit && isPlannedAlike(before, after) ? respeltFrom(edit, before, after, at) : undefined;
}

function respeltFrom(edit: XmlEdit, before: Decoded, after: Decoded, at: ByteGap): Respelt | undefined {
  const { map, doctype, text } = edit.now;
  const delta = after.bytes.length - before.bytes.length;
  let tries = 0;
  for (const { start, end } of elementsAround(before, at.at, at.at + at.removed)) {
    if (tries++ >= TRIES || end - start > LARGEST || end + delta - start > LARGEST) return undefined;
    const old = map.toText(start, end);
    const insert = printedFrom(after, start, end + delta);
    if (!old || insert === undefined) continue;
    const change = { from: old.start, to: old.end, insert };
    const hoped = edit.now.bytes === before.bytes ? after.bytes : undefined;
    const next = editXml(edit, change, { doctype }, changedText(text, change), hoped);
    if (!next.now.bytes || !readsAs(next, before.bytes, after.bytes, at)) continue;
    const now = { ...next.now, bytes: after.bytes }; // the same, and one copy of them is enough
    return { edit: { ...next, now, good: now }, change };
  }
  return undefined;
}

/** Whether an edit gives just the bytes that another change of the same bytes gave. */
function readsAs({ now, gap }: XmlEdit, before: Uint8Array, after: Uint8Array, at: ByteGap): boolean {
  const bytes = now.bytes ?? before;
  if (bytes.length !== after.length) return false;
  if (gap?.of !== before) return sameBytes(bytes, after);
  // Those that were hoped for: outside of what was read they must be what they were before.
  if (bytes === after) return gap.at <= at.at && at.at + at.removed <= gap.at + gap.removed;
  // Outside of both changes either is as it was before.
  const from = Math.min(gap.at, at.at);
  const to = Math.max(gap.at + gap.inserted, at.at + at.inserted);
  return sameBytes(bytes.subarray(from, to), after.subarray(from, to));
}

/** The text of the element whose bytes are those from `start` to `end`; `undefined` where there is none. */
function printedFrom(decoded: Decoded, start: number, end: number): string | undefined {
  const { tokens } = decoded;
  const i = end > start ? tokens.atOffset(start) : -1;
  if (i < 0 || !isTag(decoded, i) || tokens.start(i) !== start) return undefined;
  return tokens.start(tokens.past(i)) === end ? printElement(decoded, i) : undefined;
}

/** The elements whose bytes hold a range, innermost first. Bytes, half-open. */
function* elementsAround(
  decoded: Decoded,
  from: number,
  to: number,
): Generator<{ start: number; end: number }> {
  const { tokens, bytes } = decoded;
  let i = tokens.atOffset(Math.min(from, bytes.length - 1));
  for (; i >= 0; i = tokens.parent(i)) {
    if (!isTag(decoded, i)) continue;
    const [start, end] = [tokens.start(i), tokens.start(tokens.past(i))];
    if (start <= from && to <= end) yield { start, end };
  }
}

function isTag({ tokens }: Decoded, i: number): boolean {
  const kind = tokens.kind(i);
  return kind === KIND.tag || kind === KIND.literalTag;
}
