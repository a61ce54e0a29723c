import { expect, test } from 'vitest';
import { toBase64 } from '../../bytes/index.ts';
import type { Content } from '../element-content.ts';
import type { ExplainContext } from '../explanation.ts';
import { valueWords, type Value } from './value-words.ts';

const textContent = (text: string, whole = true): Content => ({
  kind: 'text',
  head: { text, whole },
  typed: false,
  size: text.length,
});

/** What is said of a text in the element `Page:Name`; of any text where the name is empty. */
function said(name: string, text: string, more: Partial<Value> = {}, context: ExplainContext = {}): string[] {
  const [page, tag] = name.split(':');
  const where = page && tag ? { page, name: tag } : {};
  const { lines } = valueWords({ content: textContent(text), ...where, ...more }, context);
  return lines.map(({ label, text: value }) => `${label}: ${value}`);
}

test.each([
  { name: 'FolderHierarchy:Type', text: '2', says: 'Meaning: Inbox' },
  { name: 'AirSync:FilterType', text: '3', says: 'Meaning: 1 week' },
  { name: 'Provision:MaxEmailAgeFilter', text: '3', says: 'Meaning: 1 week' },
  { name: 'AirSyncBase:Type', text: '4', says: 'Meaning: MIME' },
  { name: 'AirSync:MIMESupport', text: '1', says: 'Meaning: MIME for S/MIME only' },
  { name: 'Calendar:FirstDayOfWeek', text: '1', says: 'Meaning: Monday' },
  { name: 'Provision:AllowBluetooth', text: '1', says: 'Meaning: hands-free only' },
  { name: 'Calendar:AllDayEvent', text: '1', says: 'Meaning: yes' },
  { name: 'AirSync:WindowSize', text: '1', says: 'Meaning: at most 1 change in an answer' },
  { name: 'FolderHierarchy:ParentId', text: '0', says: 'Meaning: the top of the folder tree' },
  { name: 'Email:MessageClass', text: 'IPM.Note.Custom', says: 'Meaning: a mail' },
  { name: 'Email:MessageClass', text: 'ipm.schedule.meeting.request', says: 'Meaning: a meeting request' },
  { name: 'Email:InternetCPID', text: '65001', says: 'Meaning: code page 65001, UTF-8' },
  { name: 'Calendar:DayOfWeek', text: '62', says: 'Meaning: Monday, Tuesday, Wednesday, Thursday, Friday' },
  { name: 'Calendar:DayOfWeek', text: '127', says: 'Meaning: every day' },
  { name: 'Calendar:MonthOfYear', text: '12', says: 'Meaning: December' },
  { name: 'Calendar:MeetingStatus', text: '0', says: 'Meaning: an appointment without attendees' },
  { name: 'Calendar:MeetingStatus', text: '7', says: 'Meaning: a cancelled meeting, the user is invited' },
  { name: 'Calendar:MeetingStatus', text: '9', says: 'Meaning: a meeting, the user is the organizer' },
  { name: 'ResolveRecipients:MergedFreeBusy', text: '00220', says: 'Meaning: 5 half hours: 3 free, 2 busy' },
  { name: 'Ping:HeartbeatInterval', text: '59', says: 'Meaning: 59 seconds' },
  { name: 'Ping:HeartbeatInterval', text: '480', says: 'Meaning: 480 seconds, 8 minutes' },
  { name: 'Ping:HeartbeatInterval', text: '3540', says: 'Meaning: 3,540 seconds, 59 minutes' },
  { name: 'AirSyncBase:TruncationSize', text: '32768', says: 'Meaning: 32,768 bytes, 32 KiB' },
  { name: 'AirSyncBase:EstimatedDataSize', text: '5767168', says: 'Meaning: 5,767,168 bytes, 5.5 MiB' },
  { name: 'Calendar:Reminder', text: '2880', says: 'Meaning: 2,880 minutes, 2 days' },
  { name: '', text: '20251001T215355Z', says: 'Date: Wednesday, 1 October 2025, 21:53:55 UTC' },
  { name: 'Contacts:WebPage', text: 'https://example.test/', says: 'Address: https, host example.test' },
])('$name "$text": $says', ({ name, text, says }) => {
  expect(said(name, text)).toEqual([says]);
});

test('a SyncKey of 0, by direction, and the form that some servers write', () => {
  expect(said('AirSync:SyncKey', '0')).toEqual(['Meaning: begins anew: no state is agreed on yet']);
  expect(said('AirSync:SyncKey', '0', {}, { side: 'response' })).toEqual([
    'Meaning: no state: the phone has to begin anew',
  ]);
  expect(said('AirSync:SyncKey', '{12345678-1234-1234-1234-123456789abc}7')[0]).toMatch(/^Meaning: state 7 /);
  expect(said('AirSync:SyncKey', '1')).toEqual([]);
});

test('a boolean by its type', () => {
  expect(said('Email:Read', '1', { type: 'boolean' })).toEqual(['Meaning: yes']);
  expect(said('Email:Read', '2', { type: 'boolean' })).toEqual([]);
});

test('a status, by where it stands', () => {
  const place = { parent: 'Ping', root: 'Ping:Ping' };
  expect(said('Ping:Status', '7', place)).toEqual([
    'Status: 7: folder hierarchy changed',
    'What to do: FolderSync',
  ]);
});

test('a value that is in no list has no meaning, whatever objects have', () => {
  expect(said('FolderHierarchy:Type', '99')).toEqual([]);
  expect(said('FolderHierarchy:Type', 'constructor')).toEqual([]);
  expect(said('Provision:AllowBluetooth', 'toString')).toEqual([]);
  expect(said('Email:InternetCPID', 'valueOf')).toEqual([]);
  expect(said('Calendar:DayOfWeek', '0')).toEqual([]);
  expect(said('Calendar:MeetingStatus', '2')).toEqual([]);
});

test('the head of a message where there are several fields, or the element holds one', () => {
  expect(said('AirSyncBase:Data', 'From: a\r\nSubject: b\r\n\r\nText')).toEqual(['From: a', 'Subject: b']);
  expect(said('Email:Subject', 'To: all')).toEqual([]);
  expect(said('ComposeMail:Mime', 'To: all\r\n\r\n')).toEqual(['To: all']);
});

test('base64 where the element says so, or a text looks like it', () => {
  const bytes = Uint8Array.from({ length: 61 }, (_, i) => (i * 37) & 255);
  const long = toBase64(bytes);
  expect(said('Contacts:Picture', long)[0]).toBe('Base64: 61 bytes');
  expect(said('', long)[0]).toBe('Reads as base64: 61 bytes');
  expect(said('Email:GlobalObjId', 'uid@example.test')).toEqual(['Base64: not readable as base64']);
  expect(said('AirSyncBase:FileReference', 'mail/INBOX/625/2')).toEqual([]);
});

test('data: what it is by its beginning', () => {
  const data = Uint8Array.of(0xff, 0xd8, 0xff, 0xe0);
  const content: Content = { kind: 'data', head: { text: '\ufffd', whole: true }, typed: false, size: 4 };
  expect(said('', '', { content, data })).toEqual([
    'First bytes: ff d8 ff e0',
    'What it is: begins like a JPEG image',
  ]);
});

test('a conversation index counts its time stamps', () => {
  const head = { text: '\ufffd', whole: true };
  const sized = (size: number): Partial<Value> => ({ content: { kind: 'data', head, typed: false, size } });
  expect(said('Email2:ConversationIndex', '', sized(5))).toEqual([
    'Meaning: the time stamp of the first mail',
  ]);
  expect(said('Email2:ConversationIndex', '', sized(15))).toEqual([
    'Meaning: the time stamp of the first mail and those of 2 answers',
  ]);
  expect(said('Email2:ConversationIndex', '', sized(7))).toEqual([]);
});

test('of a text that is cut only what its beginning tells is said', () => {
  const cut = textContent('20251001T215355Z', false);
  expect(said('', '', { content: cut })).toEqual([]);
});

test('who says so', () => {
  const source = (value: Value) => valueWords(value).source;
  expect(source({ content: textContent('2'), page: 'Email', name: 'Importance' })).toBe('MS-ASEMAIL');
  expect(source({ content: textContent('20251001T215355Z'), page: 'Calendar', name: 'StartTime' })).toBe(
    'MS-ASDTYPE §2.7.2',
  );
  expect(source({ content: textContent('20251001T215355Z') })).toBeUndefined();
});
