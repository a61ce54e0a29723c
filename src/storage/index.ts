export { readKept, writeKept, eraseValues, onValue } from './page-storage.ts';
export { newName, type Kept, type KeptText, type KeptView, type Summary, type Worst } from './kept.ts';
export { difference } from './difference.ts';
export { readJournals, writeJournal, dropJournal, type Journal, type JournalEntry } from './journal.ts';
export { recover, type Recovery } from './recovery.ts';
export { noteOpening, forgetOpening, readOpenings, type Opening } from './opening.ts';
export { ERASED, eraseAll } from './erase.ts';
export { readTab, writeTab, readLastView, writeLastView, type Tab } from './tab.ts';
export type { Answer, Refusal } from './database.ts';
export {
  find,
  put,
  list,
  sums,
  take,
  putBack,
  rename,
  saveNew,
  type Found,
  type Put,
  type Saving,
  type Taken,
} from './shelf.ts';
