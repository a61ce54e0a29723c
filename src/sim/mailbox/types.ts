import type { Element } from '../message/element.ts';

export type ItemClass = 'Email' | 'Calendar' | 'Contacts';

/** A folder of the mailbox. `type` is the number FolderSync says it by. @see MS-ASCMD 2.2.3.186.3 */
export interface Folder {
  readonly id: string;
  readonly parent: string;
  readonly name: string;
  readonly type: number;
}

/** An item. Everything in a mailbox is replaced, never changed. */
export interface Item {
  readonly id: string;
  readonly class: ItemClass;
  /** Grows with every change of the mailbox; two states of an item differ in it. */
  readonly revision: number;
  /** The ClientId of the phone that added it: by it a second upload of the same item is known. */
  readonly clientId?: string;
  readonly properties: readonly Element[];
  /** Mails: the text in its forms. */
  readonly body?: { readonly text: string; readonly html?: string };
}

export interface Mailbox {
  readonly owner: string;
  readonly folders: readonly Folder[];
  /** Items by folder, oldest first. */
  readonly items: Readonly<Record<string, readonly Item[]>>;
  /** Number of changes so far. */
  readonly revision: number;
  /** Number of items and folders ever made: no ServerId is given twice. */
  readonly made: number;
}

/** Folder types. @see MS-ASCMD 2.2.3.186.3 */
export const FOLDER = {
  inbox: 2,
  drafts: 3,
  deleted: 4,
  sent: 5,
  outbox: 6,
  calendar: 8,
  contacts: 9,
  userMail: 12,
} as const;

/** The class of the items in a folder of this type. */
export function classOfFolder(type: number): ItemClass {
  if (type === FOLDER.calendar) return 'Calendar';
  return type === FOLDER.contacts ? 'Contacts' : 'Email';
}
