import { FOLDER } from '../mailbox/types.ts';
import { newCollection, type PhoneState } from './types.ts';

/** The folders a phone keeps without being asked. */
const ALWAYS: readonly number[] = [FOLDER.inbox, FOLDER.calendar, FOLDER.contacts];

/** Ids of the folders that are to be kept, in the order of the tree. */
export const wantedFolders = ({ folders, opened }: PhoneState): string[] =>
  folders.filter(({ id, type }) => ALWAYS.includes(type) || opened.includes(id)).map(({ id }) => id);

/** The phone with a start for each wanted folder that has none, and without those that are gone. */
export function withWanted(phone: PhoneState): { phone: PhoneState; started: string[]; gone: string[] } {
  const present = new Set(phone.folders.map(({ id }) => id));
  const wanted = wantedFolders(phone);
  const started = wanted.filter((id) => !Object.hasOwn(phone.collections, id));
  const gone = Object.keys(phone.collections).filter((id) => !present.has(id));
  if (started.length === 0 && gone.length === 0) return { phone, started, gone };
  const kept = Object.entries(phone.collections).filter(([id]) => present.has(id));
  const collections = Object.fromEntries([...kept, ...started.map((id) => [id, newCollection] as const)]);
  return {
    phone: { ...phone, collections, opened: phone.opened.filter((id) => present.has(id)) },
    started,
    gone,
  };
}
