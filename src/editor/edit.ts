import { applyChanges } from './change.ts';
import { smallestEdit } from './smallest-edit.ts';
import type { Change, Edit } from './types.ts';

/**
 * One step of editing from what an editor reports. Several steps may come in one report, each with offsets in
 * the text the one before it left; where they cannot be taken as one step, the smallest edit stands for them.
 * @param after the text after it: its length, and the text itself where the report does not say it
 * @param reported in order of their making
 * @returns nothing where the text is what it was
 */
export function editOf(before: string, after: After, reported: readonly Change[]): Edit | undefined {
  const changes = reported.filter(({ from, to, insert }) => to > from || insert !== '');
  const grown = changes.reduce((sum, { from, to, insert }) => sum + insert.length - (to - from), 0);
  // Nothing reported is no step: an equal length alone would pass a character typed over another for none.
  const isOneStep = changes.length > 0 && areDescending(changes) && before.length + grown === after.length;
  if (isOneStep) {
    const isNone = changes.every(({ from, to, insert }) => before.slice(from, to) === insert);
    return isNone ? undefined : { text: applyChanges(before, changes), changes };
  }
  const text = after.text();
  const smallest = smallestEdit(before, text);
  return smallest && { text, changes: [smallest] };
}

/** A text that need not be put together to know its length: of a long one that takes longer than all else. */
export interface After {
  length: number;
  text: () => string;
}

/** Each before the one in front of it, so that none moves the place of another. */
function areDescending(changes: readonly Change[]): boolean {
  return changes.every(({ to }, i) => i === 0 || to <= (changes[i - 1]?.from ?? 0));
}
