import { flag, opaque, plainText, rawByte, tag, type Element } from '../message/element.ts';
import type { NewItem } from './mailbox.ts';
import type { Item } from './types.ts';

export const OWNER = 'alice@example.com';

/** What a mail says; dates in UTC. */
export interface MailFacts {
  from: string;
  to?: string;
  subject: string;
  date: string;
  text: string;
  html?: string;
  topic?: string;
  importance?: '0' | '1' | '2';
  read?: boolean;
  attachment?: { name: string; reference: string; size: number };
  meeting?: Element;
  /** Signed with S/MIME, the text in the clear. */
  signed?: true;
}

/** A mail as the mailbox keeps it, with the properties of every version: rendering leaves out what is not of it. */
export function mail(facts: MailFacts): NewItem {
  const { from, to = OWNER, subject, date, text, html, attachment, meeting } = facts;
  const properties: Element[] = [
    tag('Email:To', to),
    tag('Email:From', from),
    // An empty text is a tag without content: there is nothing to say.
    subject === '' ? flag('Email:Subject') : tag('Email:Subject', subject),
    tag('Email:DateReceived', date),
    tag('Email:DisplayTo', displayName(to)),
    tag('Email:ThreadTopic', facts.topic ?? (subject === '' ? 'No subject' : subject)),
    tag('Email:Importance', facts.importance ?? '1'),
    tag('Email:Read', facts.read ? '1' : '0'),
  ];
  if (attachment) properties.push(attachmentsOf(attachment));
  properties.push(tag('Email:MessageClass', messageClass(facts)));
  if (meeting) properties.push(meeting);
  properties.push(
    tag('Email:InternetCPID', '65001'),
    flag('Email:Flag'),
    tag(
      'Email:ContentClass',
      meeting ? 'urn:content-classes:calendarmessage' : 'urn:content-classes:message',
    ),
    tag('AirSyncBase:NativeBodyType', html === undefined ? '1' : '2'),
  );
  if (facts.topic === undefined)
    properties.push(tag('Email2:ConversationId', opaque(conversationId(subject))));
  return { class: 'Email', properties, body: { text, ...(html !== undefined && { html }) } };
}

const SIGNED = 'IPM.Note.SMIME.MultipartSigned';

function messageClass({ meeting, signed }: MailFacts): string {
  if (signed) return SIGNED;
  return meeting ? 'IPM.Schedule.Meeting.Request' : 'IPM.Note';
}

/** True of a mail that is signed with S/MIME. */
export const isSigned = ({ properties }: Pick<Item, 'properties'>): boolean =>
  plainText(properties.find(({ name }) => name === 'Email:MessageClass')) === SIGNED;

/** True of a mail that was written as HTML. */
export const isHtml = ({ body }: Pick<Item, 'body'>): boolean => body?.html !== undefined;

function attachmentsOf({ name, reference, size }: NonNullable<MailFacts['attachment']>): Element {
  return tag(
    'AirSyncBase:Attachments',
    tag(
      'AirSyncBase:Attachment',
      tag('AirSyncBase:DisplayName', name),
      tag('AirSyncBase:FileReference', reference),
      tag('AirSyncBase:Method', '1'),
      tag('AirSyncBase:EstimatedDataSize', String(size)),
    ),
  );
}

const displayName = (address: string): string => /^"?([^"<]+?)"? *</.exec(address)?.[1] ?? address;

/** Sixteen bytes that are the same for mails of one subject. */
function conversationId(subject: string): string {
  let hash = 0x811c9dc5;
  let hex = '';
  for (let i = 0; i < 16; i++) {
    hash = Math.imul(hash ^ (subject.charCodeAt(i % Math.max(1, subject.length)) || i), 0x01000193) >>> 0;
    hex += (hash & 0xff).toString(16).padStart(2, '0');
  }
  return hex;
}

/** A zone without daylight saving and without names: 172 bytes of zero. @see MS-ASDTYPE 2.7.5 */
export const UTC_ZONE = `${'A'.repeat(230)}==`;

export const INVITATION_UID =
  '040000008200E00074C5B7101A82E00800000000B0C5D4E1F2A3DC010000000000000000100000001122334455667788';

/** What an invitation says of its meeting, in the forms of all versions. */
const invitation: Element = tag(
  'Email:MeetingRequest',
  tag('Email:AllDayEvent', '0'),
  tag('Email:StartTime', '2026-03-05T09:00:00.000Z'),
  tag('Email:DtStamp', '2026-03-02T08:00:00.000Z'),
  tag('Email:EndTime', '2026-03-05T10:00:00.000Z'),
  tag('Email:InstanceType', '0'),
  tag('Email:Location', 'Room 2'),
  tag('AirSyncBase:Location', tag('AirSyncBase:DisplayName', 'Room 2')),
  tag('Email:Organizer', '"Omar" <omar@example.com>'),
  tag('Email:Reminder', '900'),
  tag('Email:ResponseRequested', '1'),
  tag('Email:Sensitivity', '0'),
  tag('Email:BusyStatus', '2'),
  tag('Email:TimeZone', UTC_ZONE),
  tag('Email:GlobalObjId', 'BAAAAIIA4AB0xbcQGoLgCAAAAACwxdTh8qPcAQAAAAAAAAAAEAAAABEiM0RVZneI'),
  tag('Email:DisallowNewTimeProposal', '0'),
  tag('Email2:MeetingMessageType', '1'),
);

const long = (line: string, times: number): string =>
  Array.from({ length: times }, (_, i) => `${i + 1}. ${line}`).join('\r\n');

/** The mails in the Inbox of a new account: one of each kind that servers are known to get wrong. */
export const inboxMails: readonly NewItem[] = [
  mail({
    from: '"Jürgen Müller" <juergen@example.com>',
    subject: 'Grüße aus Köln',
    date: '2026-03-01T07:15:00.000Z',
    text: 'Schöne Grüße!\r\nBis Freitag – Jürgen',
  }),
  mail({
    from: '"Mei" <mei@example.com>',
    subject: 'Lunch? 🍜🎉',
    date: '2026-03-01T10:42:07.000Z',
    text: 'Noodles at twelve 👩‍👩‍👧‍👦\r\n',
    read: true,
  }),
  mail({
    from: '"דנה" <dana@example.com>',
    subject: 'שלום, תפריט השבוע (week 10)',
    date: '2026-03-01T12:00:00.000Z',
    text: 'שלום רב,\r\nמצורף התפריט.',
    importance: '2',
  }),
  mail({
    from: '"Reports" <reports@example.com>',
    subject: 'Figures of February <final>',
    date: '2026-03-01T18:30:00.000Z',
    text: 'Turnover & costs\r\nA < B',
    html: '<html><body><h1>Turnover &amp; costs</h1><p>A &lt; B</p></body></html>',
  }),
  mail({
    from: '"Pia" <pia@example.com>',
    subject: 'Photo of the board',
    date: '2026-03-02T06:05:00.000Z',
    text: 'See the attachment.',
    attachment: { name: 'board “A”.jpg', reference: 'att:5:1', size: 48213 },
  }),
  mail({
    from: '"Nobody" <nobody@example.com>',
    subject: '',
    date: '2026-03-02T06:06:00.000Z',
    text: 'This mail has no subject.',
  }),
  mail({
    from: '"Omar" <omar@example.com>',
    subject: 'Planning',
    date: '2026-03-02T08:00:00.000Z',
    text: 'Shall we?',
    meeting: invitation,
  }),
  mail({
    from: '"Old Robot" <robot@example.com>',
    subject: 'Backup finished',
    // Latin-1 that somebody put into a header without saying so.
    topic: `Sicherung f${rawByte(0xfc)}r heute`,
    date: '2026-03-02T23:59:59.000Z',
    text: 'All files saved.',
  }),
  mail({
    from: '"Minutes" <minutes@example.com>',
    subject: 'Minutes of the long meeting',
    date: '2026-03-03T05:00:00.000Z',
    text: long('Nobody objected, so it was agreed to meet again. Ähnlich wie beim letzten Mal.', 460),
  }),
  mail({
    from: '"Sam" <sam@example.com>',
    subject: 'Signed: the new rooms',
    date: '2026-03-03T05:30:00.000Z',
    text: 'We move on Monday.\r\n',
    signed: true,
  }),
];

/** A mail that arrives while somebody waits. `n` tells one from the other. */
export function arrivingMail(n: number): NewItem {
  const minute = String(n % 60).padStart(2, '0');
  const hour = String(Math.floor(n / 60) % 24).padStart(2, '0');
  const day = String(4 + (Math.floor(n / 1440) % 24)).padStart(2, '0');
  return mail({
    from: '"Ben" <ben@example.com>',
    subject: `News ${n}`,
    date: `2026-03-${day}T${hour}:${minute}:00.000Z`,
    text: `This is mail number ${n}.`,
  });
}
