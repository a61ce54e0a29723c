import { words } from '#words/sweep.ts';
import { byteCount } from '../conversation/index.ts';
import { readJournals, readKept, sums, writeKept } from '../storage/index.ts';
import type { Keeper } from './keeper.svelte.ts';
import type { Notices } from './notices.svelte.ts';

/** From so many on the person is told: nothing is dropped by itself. */
const MANY = 200;
const MUCH = 200 * 1024 * 1024;
const TOLD = 'crowd-told';

/**
 * Saves what pages left in their journals that are gone, so that it is in the list and nothing piles up.
 * @param shown id of the conversation on show: that one is looked after
 */
export async function sweep(keeper: Keeper, shown: string | undefined): Promise<void> {
  const left = readJournals().filter((journal) => journal.page !== keeper.page && keeper.isGone(journal));
  for (const id of new Set(left.map((journal) => journal.id))) {
    if (id === shown) continue;
    const opened = await keeper.find(id);
    if (typeof opened === 'object') await keeper.settle(opened);
  }
}

/** Looks after what other pages left, and says what is worth saying of it. What fails the next page does. */
export async function tidy(keeper: Keeper, shown: string | undefined, notices: Notices): Promise<void> {
  try {
    await sweep(keeper, shown);
    const text = await crowd();
    if (text !== undefined && !notices.banner) notices.show({ tone: 'note', text });
  } catch {
    // as said
  }
}

/** What is said, once in a tab, where many conversations are kept. */
async function crowd(): Promise<string | undefined> {
  if (readKept('session', TOLD)) return undefined;
  const { count, bytes } = await sums();
  if (count < MANY && bytes < MUCH) return undefined;
  writeKept('session', TOLD, 'yes');
  return words.crowd(count, byteCount(bytes));
}
