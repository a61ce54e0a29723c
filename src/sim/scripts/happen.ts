import {
  addFolder,
  addItem,
  changeItem,
  folderOfType,
  itemsIn,
  removeFolder,
  removeItem,
  renameFolder,
} from '../mailbox/mailbox.ts';
import { arrivingMail } from '../mailbox/mails.ts';
import { FOLDER, type Mailbox } from '../mailbox/types.ts';
import { tag, type Element } from '../message/element.ts';
import type { OtherReply, ScriptEvent } from './types.ts';

/** What another device, or the world, does to the mailbox; the mailbox itself for events of another kind. */
export function mailboxAfter(mailbox: Mailbox, event: ScriptEvent): Mailbox {
  switch (event.kind) {
    case 'mail':
      return withMails(mailbox, event.count);
    case 'elsewhere':
      return elsewhere(mailbox, event);
    case 'folder':
      return folders(mailbox, event);
    default:
      return mailbox;
  }
}

function withMails(mailbox: Mailbox, count: number): Mailbox {
  const inbox = folderOfType(mailbox, FOLDER.inbox);
  if (!inbox) return mailbox;
  let after = mailbox;
  for (let i = 0; i < count; i++) after = addItem(after, inbox.id, arrivingMail(after.made + 1)).mailbox;
  return after;
}

function elsewhere(mailbox: Mailbox, event: Extract<ScriptEvent, { kind: 'elsewhere' }>): Mailbox {
  const type =
    event.do === 'edit-contact'
      ? FOLDER.contacts
      : event.do === 'edit-event'
        ? FOLDER.calendar
        : FOLDER.inbox;
  const folder = folderOfType(mailbox, type);
  const items = folder ? itemsIn(mailbox, folder.id) : [];
  const item = items[event.item % Math.max(1, items.length)];
  if (!folder || !item) return mailbox;
  if (event.do === 'delete') return removeItem(mailbox, folder.id, item.id);
  const property = {
    read: tag('Email:Read', '1'),
    'edit-contact': tag('Contacts:BusinessPhoneNumber', `+49 221 555 ${1000 + mailbox.revision}`),
    'edit-event': tag('Calendar:Subject', `Moved (${mailbox.revision})`),
  }[event.do];
  return changeItem(mailbox, folder.id, item.id, (old) => ({
    ...old,
    properties: withProperty(old.properties, property),
  }));
}

function withProperty(properties: readonly Element[], property: Element): Element[] {
  const has = properties.some(({ name }) => name === property.name);
  return has
    ? properties.map((each) => (each.name === property.name ? property : each))
    : [...properties, property];
}

/** The newest folder that somebody made is the one that is renamed or deleted. */
function folders(mailbox: Mailbox, event: Extract<ScriptEvent, { kind: 'folder' }>): Mailbox {
  if (event.do === 'create') return addFolder(mailbox, event.name, FOLDER.userMail).mailbox;
  const own = mailbox.folders.find(({ type }) => type === FOLDER.userMail);
  if (!own) return mailbox;
  return event.do === 'rename' ? renameFolder(mailbox, own.id, event.name) : removeFolder(mailbox, own.id);
}

const SAID: Readonly<Record<string, string>> = {
  read: 'Another device marks a mail as read.',
  delete: 'Another device deletes a mail.',
  'edit-contact': 'Another device edits a contact.',
  'edit-event': 'Another device moves an appointment.',
};

/** The event in a sentence. */
export function eventText(event: ScriptEvent): string {
  switch (event.kind) {
    case 'add-account':
      return 'The account is added on the phone.';
    case 'act':
      return ACTS[event.act.kind] ?? '';
    case 'restart-phone':
      return 'The phone restarts.';
    case 'mail':
      return event.count === 1 ? 'A mail arrives.' : `${event.count} mails arrive.`;
    case 'elsewhere':
      return SAID[event.do] ?? '';
    case 'folder':
      return `A folder is ${{ create: 'made', rename: 'renamed', delete: 'deleted' }[event.do]} elsewhere.`;
    case 'restart-server':
      return 'The server restarts and has lost its states.';
    case 'policy-changed':
      return 'An administrator changes the policy.';
    case 'wipe':
      return 'An administrator asks for a remote wipe.';
    case 'lose':
      return `The next ${event.what === 'reply' ? 'reply to' : 'request for'} ${event.command} will be lost.`;
    case 'answer': {
      const count = event.times === 1 ? 'reply' : `${event.times} replies`;
      return `The next ${count} to ${event.command} will be ${otherText(event.with)}.`;
    }
    case 'forget-inbox':
      return 'The server has another key for the Inbox than the phone.';
    case 'wait':
      return `${event.seconds} seconds pass.`;
    default:
      return event satisfies never;
  }
}

function otherText(other: OtherReply): string {
  if (typeof other === 'object') return 'http' in other ? `HTTP ${other.http}` : `Status ${other.status}`;
  return OTHERS[other];
}

const OTHERS: Readonly<Record<Extract<OtherReply, string>, string>> = {
  unreadable: 'bytes that break off',
  odd: 'nothing, called HTML',
  crash: 'Collections with nothing in it',
  empty: 'nothing at all',
};

const ACTS: Readonly<Record<string, string>> = {
  'open-folder': 'A folder is opened on the phone.',
  refresh: 'Somebody pulls to refresh.',
  read: 'A mail is read on the phone.',
  flag: 'A mail is flagged on the phone.',
  delete: 'A mail is deleted on the phone.',
  move: 'A mail is moved on the phone.',
  open: 'A long mail is opened on the phone.',
  send: 'A mail is written on the phone.',
  reply: 'A mail is replied to on the phone.',
  'answer-invitation': 'An invitation is answered on the phone.',
  'add-contact': 'A contact is made on the phone.',
  'edit-contact': 'A contact is edited on the phone.',
  'add-event': 'An appointment is made on the phone.',
};
