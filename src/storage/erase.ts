import type { Answer } from './database.ts';
import { eraseValues, writeKept } from './page-storage.ts';
import { eraseConversations } from './shelf.ts';

/** Set for a moment when all is erased: other tabs hear of it, and erase what is their own. */
export const ERASED = 'erased';

/** Erases all that this page keeps in this browser: conversations, journals, settings. */
export async function eraseAll(): Promise<Answer<void>> {
  writeKept('local', ERASED, String(Date.now()));
  const answer = await eraseConversations();
  eraseValues('local');
  eraseValues('session');
  return answer;
}
