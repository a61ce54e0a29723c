import type { Part } from './history-part.ts';
import type { Pace } from './history.svelte.ts';
import type { Change } from './own-text.ts';

/** Units of one character. */
const LETTER = 2;

/** How an edit of a text meets the one before it: a letter or its deletion is typing, anything else is not. */
export function textPace(changes: readonly Change[], parts: readonly Part[], now: number): Pace {
  const [change, second] = changes;
  if (!change || second) return { now };
  const removed = change.to - change.from;
  const { insert } = change;
  if (removed === 0 && insert.length <= LETTER && parts.length > 0) {
    return { now, typing: 'letters', ends: insert === '>' || insert === '\n' };
  }
  return insert === '' && removed <= LETTER ? { now, typing: 'deletions' } : { now };
}
