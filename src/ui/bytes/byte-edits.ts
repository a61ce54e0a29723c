import { words } from '#words/byte-editing.ts';
import type { ByteEdit, Span } from '../../state/index.ts';

/** Where a person writes: what is selected, how long the message is, and whether bytes go in between. */
export interface Place {
  span: Span;
  size: number;
  insert: boolean;
}

const NONE = new Uint8Array();

/** The byte that stands at an offset, or the end, as a selection. */
const at = (offset: number, size: number): Span => ({ start: offset, end: Math.min(offset + 1, size) });

/** A byte typed: over the first selected one, at the end behind the last, or in the place of what is selected. */
export function typed(byte: number, { span, size, insert }: Place): ByteEdit {
  const { start } = span;
  const many = span.end - span.start > 1;
  const end = insert ? (many ? span.end : start) : Math.min(start + 1, size);
  const after = size - (end - start) + 1;
  return {
    start,
    end,
    bytes: Uint8Array.of(byte),
    title: end > start ? words.bytesOverwritten : words.bytesAdded,
    select: at(start + 1, after),
    typing: insert ? 'insert' : 'overwrite',
  };
}

/** Bytes put in: over as many from the selection's start on, or before it where they go in between. */
export function written(bytes: Uint8Array, { span, size, insert }: Place): ByteEdit {
  const { start } = span;
  const many = span.end - span.start > 1;
  const end = insert ? (many ? span.end : start) : Math.min(start + bytes.length, size);
  return {
    start,
    end,
    bytes,
    title: end > start ? words.writtenOver(bytes.length) : words.putIn(bytes.length),
    select: { start, end: start + bytes.length },
  };
}

/** The selected bytes taken out; `undefined` where none is. */
export function deleted({ span, size }: Place): ByteEdit | undefined {
  const { start, end } = span;
  if (end <= start) return undefined;
  const count = end - start;
  return {
    start,
    end,
    bytes: NONE,
    title: words.takenOut(count),
    select: at(start, size - count),
    typing: 'delete',
  };
}

/** The byte before the caret taken out, or what is selected where that is more than one. */
export function backspaced(place: Place): ByteEdit | undefined {
  const { span, size } = place;
  if (span.end - span.start > 1) return deleted(place);
  if (span.start === 0) return undefined;
  const start = span.start - 1;
  return {
    start,
    end: start + 1,
    bytes: NONE,
    title: words.takenOut(1),
    select: at(start, size - 1),
    typing: 'backspace',
  };
}

/** Everything selected, or else the byte at the caret, filled with a pattern. */
export function filled(pattern: Uint8Array, { span }: Place): ByteEdit | undefined {
  const { start, end } = span;
  if (end <= start || pattern.length === 0) return undefined;
  const bytes = Uint8Array.from({ length: end - start }, (_, i) => pattern[i % pattern.length] as number);
  return { start, end, bytes, title: words.filled(end - start), select: { start, end } };
}
