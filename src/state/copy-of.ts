import { words } from '#words/kept.ts';
import { LIMITS } from '../conversation/index.ts';
import type { Kept } from '../storage/index.ts';

/** Characters that the words for a copy put to a title. */
const MORE = words.copyOf('').length;

/** A copy of what is kept. @param title the one it is copied under: that of the copy says so, and is cut to fit */
export function copyOf(kept: Kept, title: string): Kept {
  const copied = words.copyOf(title.slice(0, LIMITS.title - MORE));
  return { ...kept, conversation: { ...kept.conversation, title: copied } };
}
