import { words } from '#words/simulate.ts';
import { mailboxDifferences, type Item, type Step } from '../../sim/index.ts';
import { folderName } from './sides.ts';

/** An item of a folder, as both sides have it. */
export interface BoxItem {
  id: string;
  title: string;
  onPhone: boolean;
  onServer: boolean;
  /** Names of the properties in which they differ. */
  differs: readonly string[];
  /** It came to the phone, or left it, in the step. */
  moved: boolean;
}

export interface BoxFolder {
  id: string;
  name: string;
  /** The phone keeps what is in it. */
  kept: boolean;
  phone: number;
  server: number;
  items: readonly BoxItem[];
}

/** Both mailboxes after a step, folder by folder, newest item first. Folders that are empty on both sides are left out. */
export function boxFolders(step: Step, before?: Step): BoxFolder[] {
  const differences = mailboxDifferences(step.phone, step.server);
  const { mailbox } = step.server;
  const ids = new Set([...Object.keys(step.phone.collections), ...mailbox.folders.map(({ id }) => id)]);
  return [...ids].flatMap((id) => {
    const mine = step.phone.collections[id]?.items ?? [];
    const theirs = mailbox.items[id] ?? [];
    const kept = Object.hasOwn(step.phone.collections, id);
    if (mine.length + theirs.length === 0 && !kept) return [];
    const here = new Map(mine.map((item) => [item.id, item]));
    const there = new Map(theirs.map((item) => [item.id, item]));
    const had = new Set((before?.phone.collections[id]?.items ?? []).map((item) => item.id));
    const differing = new Map(
      differences
        .filter(({ folder, what }) => folder === id && what === 'differs')
        .map((each) => [each.id, each.properties]),
    );
    const items = [...new Set([...there.keys(), ...here.keys()])].reverse().map((item) => ({
      id: item,
      title: titleOf(here.get(item)?.properties ?? textsOf(there.get(item))),
      onPhone: here.has(item),
      onServer: there.has(item),
      differs: differing.get(item) ?? [],
      moved: before !== undefined && had.has(item) !== here.has(item),
    }));
    return [{ id, name: folderName(step, id), kept, phone: mine.length, server: theirs.length, items }];
  });
}

/** What an item is called before a person. */
function titleOf(texts: Readonly<Record<string, string>>): string {
  const name = [texts['Contacts:FirstName'], texts['Contacts:LastName']].filter(Boolean).join(' ');
  const title = texts['Email:Subject'] ?? texts['Calendar:Subject'] ?? texts['Contacts:FileAs'] ?? name;
  return title.trim() === '' ? words.noSubject : title;
}

/** The texts of an item that is not on the phone. */
function textsOf(item: Item | undefined): Record<string, string> {
  const texts = (item?.properties ?? []).map(({ name, holds = [] }) => [
    name,
    holds.filter((content) => typeof content === 'string').join(''),
  ]);
  return Object.fromEntries(texts) as Record<string, string>;
}
