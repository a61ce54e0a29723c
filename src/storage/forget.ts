import { clear, createStore } from 'idb-keyval';
import { forgetKept } from './page-storage.ts';

/**
 * Forgets everything this page keeps in this browser: conversations, drafts, choices.
 * @returns false where the browser refuses; what it let go is gone then
 */
export async function forgetEverything(): Promise<boolean> {
  const isForgotten = forgetKept();
  try {
    await clear(createStore('wbxml-playground', 'conversations'));
    return isForgotten;
  } catch {
    return false;
  }
}
