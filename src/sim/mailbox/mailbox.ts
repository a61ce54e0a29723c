import type { Folder, Item, Mailbox } from './types.ts';

/** An item before the mailbox gave it its id and revision. */
export type NewItem = Omit<Item, 'id' | 'revision'>;

/** A mailbox without folders. */
export const emptyMailbox = (owner: string): Mailbox => ({
  owner,
  folders: [],
  items: {},
  revision: 0,
  made: 0,
});

/** The items of a folder; none where there is no such folder. */
export const itemsIn = (mailbox: Mailbox, folder: string): readonly Item[] => mailbox.items[folder] ?? [];

export const itemIn = (mailbox: Mailbox, folder: string, id: string): Item | undefined =>
  itemsIn(mailbox, folder).find((item) => item.id === id);

export const folderOfType = (mailbox: Mailbox, type: number): Folder | undefined =>
  mailbox.folders.find((folder) => folder.type === type);

/** Adds an item; its ServerId is the folder's id and a running number. */
export function addItem(mailbox: Mailbox, folder: string, item: NewItem): { mailbox: Mailbox; item: Item } {
  const revision = mailbox.revision + 1;
  const made = mailbox.made + 1;
  const added: Item = { ...item, id: `${folder}:${made}`, revision };
  const items = { ...mailbox.items, [folder]: [...itemsIn(mailbox, folder), added] };
  return { mailbox: { ...mailbox, items, revision, made }, item: added };
}

/** Changes an item; the mailbox stays as it is where there is none. */
export function changeItem(
  mailbox: Mailbox,
  folder: string,
  id: string,
  change: (item: Item) => Item,
): Mailbox {
  if (!itemIn(mailbox, folder, id)) return mailbox;
  const revision = mailbox.revision + 1;
  const changed = itemsIn(mailbox, folder).map((item) =>
    item.id === id ? { ...change(item), revision } : item,
  );
  return { ...mailbox, revision, items: { ...mailbox.items, [folder]: changed } };
}

export function removeItem(mailbox: Mailbox, folder: string, id: string): Mailbox {
  const kept = itemsIn(mailbox, folder).filter((item) => item.id !== id);
  const items = { ...mailbox.items, [folder]: kept };
  return { ...mailbox, revision: mailbox.revision + 1, items };
}

/** Moves an item into another folder, where it gets a new id. */
export function moveItem(
  mailbox: Mailbox,
  from: string,
  id: string,
  to: string,
): { mailbox: Mailbox; item?: Item } {
  const moved = itemIn(mailbox, from, id);
  if (!moved || !mailbox.folders.some((folder) => folder.id === to)) return { mailbox };
  return addItem(removeItem(mailbox, from, id), to, moved);
}

/** Adds a folder; its id is a running number. */
export function addFolder(
  mailbox: Mailbox,
  name: string,
  type: number,
  parent = '0',
): { mailbox: Mailbox; folder: Folder } {
  const made = mailbox.made + 1;
  const folder: Folder = { id: String(made), parent, name, type };
  const changed = {
    ...mailbox,
    made,
    revision: mailbox.revision + 1,
    folders: [...mailbox.folders, folder],
    items: { ...mailbox.items, [folder.id]: [] },
  };
  return { mailbox: changed, folder };
}

export function renameFolder(mailbox: Mailbox, id: string, name: string): Mailbox {
  const folders = mailbox.folders.map((folder) => (folder.id === id ? { ...folder, name } : folder));
  return { ...mailbox, folders, revision: mailbox.revision + 1 };
}

/** Takes a folder and what is in it out. */
export function removeFolder(mailbox: Mailbox, id: string): Mailbox {
  const items = Object.fromEntries(Object.entries(mailbox.items).filter(([folder]) => folder !== id));
  const folders = mailbox.folders.filter((folder) => folder.id !== id);
  return { ...mailbox, folders, items, revision: mailbox.revision + 1 };
}
