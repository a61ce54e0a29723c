import { commonEnds } from '../bytes/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import {
  editXml,
  isPlannedAlike,
  printElement,
  receivedRead,
  sentRead,
  startEdit,
  type SentRead,
  type XmlEdit,
} from '../xml/index.ts';

/** Elements around a change that are tried, from the inside out: one further out rarely does better. */
const TRIES = 8;
/** Bytes of the largest element that is printed anew while somebody waits for it. */
const LARGEST = 256 * 1024;

/**
 * A person's text after its bytes were changed by other means: outside the element that the change lies in it stays
 * as they spelt it, inside it reads as it is printed.
 * @param edit their text, which reads without an error
 * @returns the new text, whose bytes are just those of `after`; `undefined` where none was found
 */
export function respelt(edit: XmlEdit, after: Decoded): XmlEdit | undefined {
  const { bytes, doctype } = edit.now;
  return bytes && respeltFrom(edit, decode(bytes, { doctype }), after);
}

/** A text as it was printed, and as it reads. */
export interface Printed {
  bytes: Uint8Array;
  text: string;
  /** Absent where it does not read as just these bytes. */
  read?: SentRead;
}

/**
 * The printed text of a message after its bytes were changed in one place.
 * @returns what all of `after` is printed as; `undefined` where that has to be printed to be known
 */
export function reprinted({ text, bytes, read }: Printed, after: Decoded): Printed | undefined {
  if (read?.doctype !== after.doctype.id) return undefined;
  const edit = startEdit(receivedRead(text, bytes, read));
  const before = decode(bytes, { doctype: read.doctype });
  const now = edit && isPlannedAlike(before, after) ? respeltFrom(edit, before, after)?.now : undefined;
  return now && { bytes: after.bytes, text: now.text, read: sentRead(now) };
}

function respeltFrom(edit: XmlEdit, before: Decoded, after: Decoded): XmlEdit | undefined {
  const { map, doctype } = edit.now;
  const { front, back } = commonEnds(before.bytes, after.bytes);
  const delta = after.bytes.length - before.bytes.length;
  let tries = 0;
  for (const { start, end } of elementsAround(before, front, before.bytes.length - back)) {
    if (tries++ >= TRIES || end - start > LARGEST || end + delta - start > LARGEST) return undefined;
    const old = map.toText(start, end);
    const insert = printedFrom(after, start, end + delta);
    if (!old || insert === undefined) continue;
    const next = editXml(edit, { from: old.start, to: old.end, insert }, { doctype });
    if (next.now.bytes && isSame(next.now.bytes, after.bytes)) return next;
  }
  return undefined;
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

const isSame = (a: Uint8Array, b: Uint8Array): boolean =>
  a.length === b.length && commonEnds(a, b).front === a.length;
