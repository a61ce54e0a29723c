import { words } from '#words/sizes.ts';
import { sameBytes } from '../../bytes/index.ts';
import { applyEdits, messageAt, type Conversation, type MessagePlace } from '../../conversation/index.ts';
import type { Fix, SizeExplanation } from '../../doctor/index.ts';

/**
 * Makes of a message its smallest one: by taking out what is not needed, where that is all it takes, so that a preview
 * shows what goes; else by other bytes as a whole. `undefined` where it is the smallest already.
 */
export function smallestFix(
  conversation: Conversation,
  at: MessagePlace,
  { total, parts, smallest }: SizeExplanation,
): Fix | undefined {
  const bytes = messageAt(conversation, at)?.bytes;
  if (!bytes || sameBytes(bytes, smallest)) return undefined;
  const title = words.takeSmallest(smallest.length);
  const gone = parts.filter(({ kind }) => kind !== 'needed').flatMap(({ places }) => places);
  const edits = gone.map(({ start, end }) => ({ place: { ...at, start, end }, bytes: new Uint8Array() }));
  const taken = gone.reduce((sum, { start, end }) => sum + end - start, 0);
  if (taken === total - smallest.length) {
    const after = messageAt(applyEdits(conversation, edits), at)?.bytes;
    if (after && sameBytes(after, smallest)) return { title, edits };
  }
  return { title, edits: [{ place: { ...at, start: 0, end: bytes.length }, bytes: smallest }] };
}
