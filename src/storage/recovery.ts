import { applied } from './difference.ts';
import type { Journal } from './journal.ts';
import type { Kept } from './kept.ts';
import type { Found } from './shelf.ts';

/** A state that a journal leads to. */
export interface Recovered {
  journal: Journal;
  kept: Kept;
}

/** What is there of a conversation when journals are put to what was saved. */
export interface Recovery {
  /** The newest state that follows what was saved; absent where no journal says more than that. */
  now?: Recovered;
  /** States that do not: another tab saved something else. Each is worth a copy. */
  beside: Recovered[];
  /** Journals that say nothing that is not saved. */
  done: Journal[];
  /** Journals that cannot be put to anything that is there. */
  lost: Journal[];
}

/**
 * Puts journals to what was saved of their conversation.
 * @param journals newest first
 */
export function recover(found: Found, journals: readonly Journal[]): Recovery {
  const recovery: Recovery = { beside: [], done: [], lost: [] };
  const saved = found.kind === 'read' ? found : undefined;
  for (const journal of journals) {
    const next = journal.entries.find(({ after }) => after === (saved?.stamp ?? ''));
    const whole = journal.entries.find((entry) => entry.whole);
    const kept = next
      ? applied(next.whole ? undefined : saved?.kept, next.difference)
      : whole && applied(undefined, whole.difference);
    // What a page did before it saved is in what it saved; what it did since is in an entry that follows it.
    if (!next && saved?.page === journal.page) recovery.done.push(journal);
    else if (!kept) recovery.lost.push(journal);
    else if ((next ?? !saved) && !recovery.now) recovery.now = { journal, kept };
    else recovery.beside.push({ journal, kept });
  }
  return recovery;
}
