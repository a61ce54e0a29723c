import { keptNames, readKept, writeKept } from './page-storage.ts';
import type { Difference } from './difference.ts';

/** What one opened page did to a conversation since it was saved last; written at once with every change. */
export interface Journal {
  /** Of the conversation. */
  id: string;
  /** The page that wrote it: each time it is loaded it has another name. */
  page: string;
  /** Ms since 1970. */
  when: number;
  /** The same state, against each saved one that may be found beside it. */
  entries: readonly JournalEntry[];
}

export interface JournalEntry {
  /** Stamp of the saved state it follows; empty where nothing was saved. */
  after: string;
  /** True where the difference needs no saved state: it holds all there is. */
  whole: boolean;
  difference: Difference;
}

const START = 'journal:';
const FORMAT = 1;
const nameOf = ({ id, page }: Pick<Journal, 'id' | 'page'>): string => `${START}${id}:${page}`;

/** Writes a journal, synchronously. @returns false where it does not fit, or the browser refuses */
export function writeJournal(journal: Journal): boolean {
  return writeKept('local', nameOf(journal), JSON.stringify({ format: FORMAT, ...journal }));
}

/** Drops a journal: what it holds is saved. */
export function dropJournal(journal: Pick<Journal, 'id' | 'page'>): void {
  writeKept('local', nameOf(journal), undefined);
}

/**
 * The journals of a conversation, newest first; without an id those of all.
 * What cannot be read, or was written by a newer page, is passed over and left alone.
 */
export function readJournals(id?: string): Journal[] {
  return keptNames('local', id === undefined ? START : `${START}${id}:`)
    .map((name) => parse(readKept('local', name)))
    .filter((journal) => journal !== undefined)
    .sort((a, b) => b.when - a.when);
}

function parse(text: string | undefined): Journal | undefined {
  try {
    const value = JSON.parse(text ?? 'null') as (Journal & { format: number }) | null;
    if (value?.format !== FORMAT || !Array.isArray(value.entries)) return undefined;
    const { id, page, when, entries } = value;
    const fits = typeof id === 'string' && typeof page === 'string' && typeof when === 'number';
    return fits ? { id, page, when, entries: entries.filter(isEntry) } : undefined;
  } catch {
    return undefined;
  }
}

/** Whether the difference is one shows when it is put to use. */
function isEntry(value: unknown): value is JournalEntry {
  if (typeof value !== 'object' || value === null) return false;
  const { after, whole, difference } = value as Partial<Record<keyof JournalEntry, unknown>>;
  return typeof after === 'string' && typeof whole === 'boolean' && typeof difference === 'object';
}
