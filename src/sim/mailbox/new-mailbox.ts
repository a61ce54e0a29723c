import { appointment, calendarEvents, contacts } from './events-and-contacts.ts';
import { inboxMails, arrivingMail, mail, OWNER } from './mails.ts';
import { addFolder, addItem, emptyMailbox, type NewItem } from './mailbox.ts';
import { FOLDER, type Mailbox } from './types.ts';

/** What a mailbox is filled with at the start. */
export interface Filling {
  /** Further mails in the Inbox. */
  readonly mails?: number;
  /** Further appointments in the calendar. */
  readonly appointments?: number;
  /** Only a plain mail and an invitation in the Inbox, one appointment, one contact. */
  readonly small?: boolean;
}

/** A mail that is an invitation, and the first. */
const isForSmall = ({ properties }: NewItem, place: number): boolean =>
  place === 0 || properties.some(({ name }) => name === 'Email:MeetingRequest');

const SENT: readonly NewItem[] = [
  mail({
    from: OWNER,
    to: '"Ben" <ben@example.com>',
    subject: 'Re: Stand-up',
    date: '2026-02-27T16:00:00.000Z',
    text: 'I will be late.',
    read: true,
  }),
];

/** The mailbox of a new account: the usual folders, and items of each class. */
export function newMailbox({ mails = 0, appointments = 0, small = false }: Filling = {}): Mailbox {
  const more = Array.from({ length: mails }, (_, i) => arrivingMail(i + 1));
  const full = Array.from({ length: appointments }, (_, i) => appointment(i + 1));
  const take = (items: readonly NewItem[]): readonly NewItem[] => (small ? items.slice(0, 1) : items);
  const folders: [string, number, readonly NewItem[]][] = [
    ['Inbox', FOLDER.inbox, [...(small ? inboxMails.filter(isForSmall) : inboxMails), ...more]],
    ['Drafts', FOLDER.drafts, []],
    ['Deleted Items', FOLDER.deleted, []],
    ['Sent Items', FOLDER.sent, take(SENT)],
    ['Outbox', FOLDER.outbox, []],
    ['Calendar', FOLDER.calendar, [...take(calendarEvents), ...full]],
    ['Contacts', FOLDER.contacts, take(contacts)],
    ['Projekte', FOLDER.userMail, []],
  ];
  let mailbox = emptyMailbox(OWNER);
  const ids: string[] = [];
  for (const [name, type] of folders) {
    const made = addFolder(mailbox, name, type);
    mailbox = made.mailbox;
    ids.push(made.folder.id);
  }
  folders.forEach(([, , items], i) => {
    for (const item of items) mailbox = addItem(mailbox, ids[i] ?? '', item).mailbox;
  });
  return mailbox;
}
