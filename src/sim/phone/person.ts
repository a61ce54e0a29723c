import { flag, tag, type Element } from '../message/element.ts';
import { encodedWord } from '../message/text.ts';
import { toBase64 } from '../../bytes/index.ts';
import { utf8 } from '../message/text.ts';
import { FOLDER } from '../mailbox/types.ts';
import { UTC_ZONE } from '../mailbox/mails.ts';
import { isFrom } from './requests.ts';
import { withLocal } from './store.ts';
import type { Turn } from './turn.ts';
import type { Job, LocalChange, PhoneItem } from './types.ts';

/**
 * What its owner does on the phone. Items are named by their place in the folder, from 0; a place beyond the end is
 * counted round, so that an act always finds its item where there is one.
 */
export type Act =
  | { kind: 'open-folder'; type: number }
  | { kind: 'refresh' }
  | { kind: 'read' | 'flag' | 'delete'; type: number; item: number }
  | { kind: 'move'; type: number; item: number; to: number }
  | { kind: 'open'; type: number; item: number }
  | { kind: 'send'; to: string; subject: string; text: string }
  | { kind: 'reply'; item: number; text: string }
  | { kind: 'answer-invitation'; response: '1' | '2' | '3' }
  | { kind: 'add-contact'; first: string; last: string }
  | { kind: 'edit-contact'; item: number; phone: string }
  | { kind: 'add-event'; subject: string; start: string; end: string; place: string };

/** Does it: at once on the phone, and on the list of what is to be sent. False where there is nothing to do it to. */
export function act(turn: Turn, what: Act): boolean {
  switch (what.kind) {
    case 'refresh':
      return refresh(turn);
    case 'open-folder': {
      const folder = folderOf(turn, what.type);
      if (folder === undefined) return false;
      turn.take('C66', 'A folder is opened.', { opened: [...new Set([...turn.state.opened, folder])] });
      turn.change(folder, { due: true });
      return true;
    }
    case 'read':
    case 'flag':
    case 'delete': {
      const found = itemOf(turn, what.type, what.item);
      if (!found) return false;
      const { folder, item } = found;
      change(turn, folder, changeOf(what.kind, item.id), `An item is ${WORDS[what.kind]}.`);
      return true;
    }
    case 'edit-contact': {
      const found = itemOf(turn, FOLDER.contacts, what.item);
      if (!found) return false;
      const properties: Element[] = [
        ...keptProperties(found.item),
        tag('Contacts:MobilePhoneNumber', what.phone),
        flag('Contacts:Picture'),
      ];
      change(turn, found.folder, { kind: 'change', id: found.item.id, properties }, 'A contact is edited.');
      return true;
    }
    case 'add-contact': {
      const folder = folderOf(turn, FOLDER.contacts);
      if (folder === undefined) return false;
      upload(turn, folder, [
        tag('Contacts:FileAs', `${what.last}, ${what.first}`),
        tag('Contacts:FirstName', what.first),
        tag('Contacts:LastName', what.last),
      ]);
      return true;
    }
    case 'add-event': {
      const folder = folderOf(turn, FOLDER.calendar);
      if (folder === undefined) return false;
      upload(turn, folder, eventProperties(turn, what));
      return true;
    }
    default:
      return queue(turn, what);
  }
}

const WORDS = { read: 'read', flag: 'flagged', delete: 'deleted' } as const;

function refresh(turn: Turn): boolean {
  turn.take('C66', 'Somebody pulls to refresh.');
  for (const folder of Object.keys(turn.state.collections)) turn.change(folder, { due: true });
  return true;
}

const folderOf = ({ state }: Turn, type: number): string | undefined =>
  state.folders.find((folder) => folder.type === type)?.id;

/** The item at this place among those the server knows. */
function itemOf(turn: Turn, type: number, place: number): { folder: string; item: PhoneItem } | undefined {
  const folder = folderOf(turn, type);
  const items = (turn.state.collections[folder ?? '']?.items ?? []).filter(
    ({ id }) => !id.startsWith('local:'),
  );
  const item = items[place % Math.max(1, items.length)];
  return folder !== undefined && item ? { folder, item } : undefined;
}

function changeOf(kind: 'read' | 'flag' | 'delete', id: string): LocalChange {
  if (kind === 'delete') return { kind: 'delete', id };
  const property =
    kind === 'read'
      ? tag('Email:Read', '1')
      : tag('Email:Flag', tag('Email:Status', '2'), tag('Email:FlagType', 'Flag for follow up'));
  return { kind: 'change', id, properties: [property] };
}

function change(turn: Turn, folder: string, local: LocalChange, why: string): void {
  const collection = turn.state.collections[folder];
  if (!collection) return;
  const changes = [...collection.changes, local];
  turn.take('C66', why);
  turn.change(folder, { changes, items: withLocal(collection.items, [local]) });
}

function upload(turn: Turn, folder: string, properties: readonly Element[]): void {
  const made = turn.state.made + 1;
  turn.set({ made });
  change(
    turn,
    folder,
    { kind: 'add', clientId: String(51_000 + made), properties },
    'Something new is made here.',
  );
}

/** A contact is sent whole when it is edited: what it has besides the number. */
const keptProperties = ({ properties }: PhoneItem): Element[] =>
  Object.entries(properties)
    .filter(([name, text]) => name.startsWith('Contacts:') && !text.startsWith('{') && text !== '')
    .filter(([name]) => name !== 'Contacts:MobilePhoneNumber' && name !== 'Contacts:Picture')
    .map(([name, text]) => tag(name, text));

/** An appointment as an iPhone sends it: at 16.x without UID and DtStamp. @see Z-Push issue 99 */
function eventProperties(
  { state }: Turn,
  { subject, start, end, place }: Extract<Act, { kind: 'add-event' }>,
): Element[] {
  const is16 = isFrom(state.version, '16.0-16.1');
  const uid = `9A${String(state.made + 1).padStart(30, '0')}`;
  return [
    tag('Calendar:Timezone', UTC_ZONE),
    tag('Calendar:AllDayEvent', '0'),
    tag('Calendar:BusyStatus', '2'),
    ...(is16 ? [] : [tag('Calendar:DtStamp', '20260304T120000Z')]),
    tag('Calendar:EndTime', end),
    is16
      ? tag('AirSyncBase:Location', tag('AirSyncBase:DisplayName', place))
      : tag('Calendar:Location', place),
    tag('Calendar:Reminder', '15'),
    tag('Calendar:Sensitivity', '0'),
    tag('Calendar:Subject', subject),
    tag('Calendar:StartTime', start),
    is16 ? tag('Calendar:ClientUid', `${uid}0.32`) : tag('Calendar:UID', uid),
    tag('Calendar:MeetingStatus', '0'),
  ];
}

type QueuedAct = Extract<Act, { kind: 'move' | 'open' | 'send' | 'reply' | 'answer-invitation' }>;

/** What goes by a command of its own. */
function queue(turn: Turn, what: QueuedAct): boolean {
  const job = jobOf(turn, what);
  if (!job) return false;
  turn.take('C66', JOB_WORDS[job.kind]);
  turn.set({ jobs: [...turn.state.jobs, job] });
  return true;
}

const JOB_WORDS: Readonly<Record<Job['kind'], string>> = {
  mail: 'A mail is written.',
  move: 'A mail is moved.',
  answer: 'An invitation is answered.',
  open: 'A mail is opened.',
};

function jobOf(turn: Turn, what: QueuedAct): Job | undefined {
  switch (what.kind) {
    case 'move': {
      const found = itemOf(turn, what.type, what.item);
      const to = folderOf(turn, what.to);
      if (!found || to === undefined) return undefined;
      const queued = turn.state.jobs.some((job) => job.kind === 'move' && job.item.id === found.item.id);
      return queued ? undefined : { kind: 'move', item: placeOf(found), to };
    }
    case 'open': {
      const found = itemOf(turn, what.type, what.item);
      return found && { kind: 'open', item: placeOf(found) };
    }
    case 'send':
      return { kind: 'mail', ...letter(turn, what.to, what.subject, what.text) };
    case 'reply': {
      const found = itemOf(turn, FOLDER.inbox, what.item);
      if (!found) return undefined;
      const { 'Email:From': from = '', 'Email:Subject': subject = '' } = found.item.properties;
      return { kind: 'mail', ...letter(turn, from, `Re: ${subject}`, what.text), reply: placeOf(found) };
    }
    case 'answer-invitation': {
      const folder = folderOf(turn, FOLDER.inbox);
      const item = turn.state.collections[folder ?? '']?.items.find(
        ({ properties }) => properties['Email:MeetingRequest'] !== undefined,
      );
      if (folder === undefined || !item) return undefined;
      return { kind: 'answer', item: { folder, id: item.id }, response: what.response };
    }
    default:
      return what satisfies never;
  }
}

const placeOf = ({ folder, item }: { folder: string; item: PhoneItem }): { folder: string; id: string } => ({
  folder,
  id: item.id,
});

/** A mail as MIME, with a name of its own so that it is not sent twice. */
function letter(turn: Turn, to: string, subject: string, text: string): { clientId: string; mime: string } {
  const made = turn.state.made + 1;
  turn.set({ made });
  const isAscii = /^[\t\r\n -~]*$/.test(text);
  const lines = [
    'From: alice@example.com',
    `To: ${/<(.*)>/.exec(to)?.[1] ?? to}`,
    `Subject: ${encodedWord(subject)}`,
    'Date: Wed, 04 Mar 2026 12:00:00 +0000',
    `Message-ID: <${made}@example.com>`,
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    `Content-Transfer-Encoding: ${isAscii ? '7bit' : 'base64'}`,
    '',
    isAscii ? text : toBase64(utf8(text)),
  ];
  return { clientId: `SendMail-${made}`, mime: lines.join('\r\n') };
}
