import type { Change } from './types.ts';

/** The text after changes, whose offsets are in the text before and which stand in descending order of place. */
export function applyChanges(text: string, changes: readonly Change[]): string {
  return changes.reduce((now, { from, to, insert }) => now.slice(0, from) + insert + now.slice(to), text);
}

/** Where an offset is after a change; inside what was replaced it goes to the end of what came for it. */
export function offsetAfter(offset: number, { from, to, insert }: Change): number {
  if (offset <= from) return offset;
  return offset >= to ? offset + insert.length - (to - from) : from + insert.length;
}
