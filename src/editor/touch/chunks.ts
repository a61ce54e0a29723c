import { lastAt } from '../last-at.ts';
import type { Change } from '../types.ts';

const SIZE = 2000; // units; a change is drawn in the time of one chunk, not of the whole text

/** Cuts a text behind line ends into chunks of about `SIZE`; a longer line is one chunk. Never none. */
export function cut(text: string): string[] {
  const chunks: string[] = [];
  for (let at = 0; at < text.length;) {
    const line = text.indexOf('\n', at + SIZE - 1);
    const end = line < 0 ? text.length : line + 1;
    chunks.push(text.slice(at, end));
    at = end;
  }
  return chunks.length > 0 ? chunks : [''];
}

/** The chunks from `first` up to, not including, `last` become `chunks`. */
export interface Replacement {
  first: number;
  last: number;
  chunks: string[];
}

/**
 * What a change does to chunks: those it touches are cut anew. A chunk that would lose its line end takes the
 * next one in.
 * @param starts offset of each chunk, ascending, the first 0
 * @param read the text of a chunk
 */
export function recut(starts: readonly number[], read: (i: number) => string, change: Change): Replacement {
  const first = chunkAt(starts, change.from);
  let last = chunkAt(starts, Math.max(change.from, change.to)) + 1;
  const start = starts[first] ?? 0;
  let text = '';
  for (let i = first; i < last; i++) text += read(i);
  text = text.slice(0, change.from - start) + change.insert + text.slice(change.to - start);
  while (last < starts.length && !text.endsWith('\n')) text += read(last++);
  return { first, last, chunks: cut(text) };
}

/** The chunk an offset is in; beyond the text, the last. */
export function chunkAt(starts: readonly number[], offset: number): number {
  return lastAt(starts, offset);
}
