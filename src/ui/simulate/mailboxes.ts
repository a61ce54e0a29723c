import { words } from '#words/simulate.ts';
import {
  mailboxDifferences,
  type Item,
  type MailboxDifference,
  type PhoneItem,
  type Step,
} from '../../sim/index.ts';
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
  const { mailbox } = step.server;
  const ids = new Set([...Object.keys(step.phone.collections), ...mailbox.folders.map(({ id }) => id)]);
  const differences = mailboxDifferences(step.phone, step.server);
  return [...ids].flatMap((id) => {
    const mine = step.phone.collections[id]?.items ?? NONE;
    const theirs = mailbox.items[id] ?? NONE;
    const kept = Object.hasOwn(step.phone.collections, id);
    if (mine.length + theirs.length === 0 && !kept) return [];
    const had = before && (before.phone.collections[id]?.items ?? NONE);
    const own = differences.filter(({ folder, what }) => folder === id && what === 'differs');
    const items = boxItems({ mine, theirs, had: had ?? mine, version: step.phone.version }, own);
    return [{ id, name: folderName(step, id), kept, phone: mine.length, server: theirs.length, items }];
  });
}

const NONE: readonly never[] = [];

/** What the list of a folder follows from. */
interface Listed {
  mine: readonly PhoneItem[];
  theirs: readonly Item[];
  /** What the phone had before. */
  had: readonly PhoneItem[];
  version: string;
}

/** The list that was made of a folder last: most steps leave it as it is, and then it is the same one. */
const lists = new WeakMap<readonly Item[], { of: Listed; items: readonly BoxItem[] }>();

function boxItems(of: Listed, differences: readonly MailboxDifference[]): readonly BoxItem[] {
  const { mine, theirs, had, version } = of;
  const last = lists.get(theirs);
  if (last?.of.mine === mine && last.of.had === had && last.of.version === version) return last.items;
  const differing = new Map(differences.map(({ id, properties }) => [id, properties]));
  const items = madeItems(of, differing);
  if (theirs !== NONE) lists.set(theirs, { of, items });
  return items;
}

function madeItems(
  { mine, theirs, had }: Listed,
  differing: ReadonlyMap<string, readonly string[]>,
): BoxItem[] {
  const here = new Map(mine.map((item) => [item.id, item]));
  const there = new Map(theirs.map((item) => [item.id, item]));
  const before = had === mine ? here : new Map(had.map((item) => [item.id, item]));
  return [...new Set([...there.keys(), ...here.keys()])].reverse().map((id) => {
    const [own, their] = [here.get(id), there.get(id)];
    return {
      id,
      title: titleOf(own ?? their),
      onPhone: own !== undefined,
      onServer: their !== undefined,
      differs: differing.get(id) ?? NONE,
      moved: before.has(id) !== (own !== undefined),
    };
  });
}

/** Items are replaced, never changed: what one is called is looked up once. */
const titles = new WeakMap<PhoneItem | Item, string>();

/** What an item is called before a person. */
function titleOf(item: PhoneItem | Item | undefined): string {
  if (!item) return words.noSubject;
  let title = titles.get(item);
  if (title === undefined) titles.set(item, (title = madeTitle(item)));
  return title;
}

function madeTitle(item: PhoneItem | Item): string {
  const textOf = (name: string): string | undefined => {
    if ('class' in item) return serverText(item, name);
    return item.properties[name];
  };
  const name = [textOf('Contacts:FirstName'), textOf('Contacts:LastName')].filter(Boolean).join(' ');
  const title = textOf('Email:Subject') ?? textOf('Calendar:Subject') ?? textOf('Contacts:FileAs') ?? name;
  return title.trim() === '' ? words.noSubject : title;
}

/** The text of a property of an item that is not on the phone. */
const serverText = ({ properties }: Item, name: string): string | undefined => {
  const property = properties.find((each) => each.name === name);
  return property?.holds?.filter((content) => typeof content === 'string').join('');
};
