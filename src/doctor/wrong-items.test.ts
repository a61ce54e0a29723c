import { describe, expect, test } from 'vitest';
import type { Side } from '../conversation/index.ts';
import { xmlToBytes } from '../xml/index.ts';
import { examine } from './examine.ts';

// Faults of items that authors of servers and clients make, each with what is told of it, and beside them what is
// right and looks like them.

const NAMES =
  'xmlns="AirSync" xmlns:b="AirSyncBase" xmlns:c="Calendar" xmlns:e="Email" xmlns:n="Notes" xmlns:o="Contacts" xmlns:r="MeetingResponse" xmlns:t="Tasks"';

const collection = (inside: string): string =>
  `<Sync ${NAMES}><Collections><Collection><SyncKey>2</SyncKey><CollectionId>5</CollectionId>${inside}</Collection></Collections></Sync>`;

/** A reply that adds or changes an item, or a request that changes one. */
const carrying = (side: Side, item: string, operation = 'Change'): string =>
  collection(
    `${side === 'response' ? '<Status>1</Status>' : ''}<Commands><${operation}><ServerId>5:1</ServerId><ApplicationData>${item}</ApplicationData></${operation}></Commands>`,
  );

/** What is found in one message: severity and rule. */
function found(side: Side, xml: string, version = '14.1'): string[] {
  const message = { bytes: xmlToBytes(xml), readAs: { version, side } };
  return examine({ format: 1, title: '', exchanges: [{ id: 'a', [side]: message }] }).map(
    ({ severity, rule }) => `${severity} ${rule}`,
  );
}

const series = (page: 'c' | 't', type: number, more = ''): string => {
  const start = page === 't' ? '<t:Start>2026-01-05T09:00:00.000Z</t:Start>' : '';
  const children = `<Type>${type}</Type>${more}`.replace(/<(\/?)(?=\w)/g, `<$1${page}:`);
  return `<${page}:Recurrence>${children}${start}</${page}:Recurrence>`;
};
const flag = (inside: string): string => `<e:Flag>${inside}</e:Flag>`;
const date = (name: string, day: number, page = 't'): string =>
  `<${page}:${name}>2026-01-0${day}T00:00:00.000Z</${page}:${name}>`;
const event = (start: string, end: string, more = ''): string =>
  `<c:StartTime>${start}</c:StartTime><c:EndTime>${end}</c:EndTime>${more}`;
const guest = (more: string): string =>
  `<c:Attendees><c:Attendee><c:Email>a@example.com</c:Email><c:Name>A</c:Name>${more}</c:Attendee></c:Attendees>`;
const ALL_DAY = '<c:AllDayEvent>1</c:AllDayEvent>';

const LACKS = 'error missing-beside-value';
const RULED_OUT = 'error ruled-out-by-value';
const REVERSED = 'error reversed-times';
/** Z-Push leaves out the day of a series, so that is no error. */
const DAY = 'warning missing-beside-value';

describe.each(['request', 'response'] as const)('in a %s', (side) => {
  test.each<[string, string, string[]]>([
    ['a day is right', series('c', 0, '<Interval>1</Interval>'), []],
    ['a weekday each day is right', series('c', 0, '<DayOfWeek>62</DayOfWeek>'), []],
    ['a week without its days', series('c', 1, '<Interval>1</Interval>'), [LACKS]],
    ['a week is right', series('c', 1, '<DayOfWeek>2</DayOfWeek><Interval>1</Interval>'), []],
    [
      'a week with a day of the month',
      series('c', 1, '<DayOfWeek>2</DayOfWeek><DayOfMonth>5</DayOfMonth>'),
      [RULED_OUT],
    ],
    ['a month is right', series('c', 2, '<DayOfMonth>5</DayOfMonth>'), []],
    [
      'a month by the day of the week',
      series('c', 2, '<DayOfMonth>5</DayOfMonth><DayOfWeek>2</DayOfWeek>'),
      [RULED_OUT],
    ],
    ['an nth day without its week', series('c', 3, '<DayOfWeek>2</DayOfWeek>'), [LACKS]],
    ['an nth day without its day', series('c', 3, '<WeekOfMonth>1</WeekOfMonth>'), [LACKS]],
    ['an nth day with neither, told once', series('c', 3), [LACKS]],
    ['an nth day is right', series('c', 3, '<DayOfWeek>2</DayOfWeek><WeekOfMonth>1</WeekOfMonth>'), []],
    [
      'a month with a month of the year',
      series('c', 2, '<DayOfMonth>5</DayOfMonth><MonthOfYear>1</MonthOfYear>'),
      [RULED_OUT],
    ],
    ['a year is right', series('c', 5, '<DayOfMonth>5</DayOfMonth><MonthOfYear>1</MonthOfYear>'), []],
    [
      'a year with a week',
      series('c', 5, '<DayOfMonth>5</DayOfMonth><MonthOfYear>1</MonthOfYear><WeekOfMonth>1</WeekOfMonth>'),
      [RULED_OUT],
    ],
    [
      'a year on the nth day may do without a day of the week',
      series('c', 6, '<WeekOfMonth>1</WeekOfMonth><MonthOfYear>1</MonthOfYear>'),
      [],
    ],
    [
      'a year on the nth day without its week',
      series('c', 6, '<DayOfWeek>2</DayOfWeek><MonthOfYear>1</MonthOfYear>'),
      [LACKS],
    ],
    [
      'a series that ends twice',
      series('c', 0, '<Occurrences>5</Occurrences><Until>20260105T090000Z</Until>'),
      ['warning ruled-out-by-value'],
    ],
    ['a task of a week without its days', series('t', 1), [LACKS]],
    [
      'a task on the nth day of a year without its day',
      series('t', 6, '<WeekOfMonth>1</WeekOfMonth><MonthOfYear>1</MonthOfYear>'),
      [LACKS],
    ],
    [
      'a task of a week with a day of the month',
      series('t', 1, '<DayOfWeek>2</DayOfWeek><DayOfMonth>5</DayOfMonth>'),
      [RULED_OUT],
    ],
    ['a task that repeats is right', series('t', 1, '<DayOfWeek>2</DayOfWeek><Interval>1</Interval>'), []],
    ['an appointment that ends before it starts', event('20260105T100000Z', '20260105T090000Z'), [REVERSED]],
    ['an appointment of no length is right', event('20260105T090000Z', '20260105T090000Z'), []],
    [
      'an exception that ends before it starts',
      `<c:Exceptions><c:Exception><c:ExceptionStartTime>20260105T090000Z</c:ExceptionStartTime>${event('20260105T100000Z', '20260105T090000Z')}</c:Exception></c:Exceptions>`,
      [REVERSED],
    ],
    [
      'a flag that is due before it starts',
      flag(
        `<e:Status>2</e:Status><e:FlagType>f</e:FlagType>${date('StartDate', 5)}${date('DueDate', 4)}${date('UtcStartDate', 4)}${date('UtcDueDate', 5)}`,
      ),
      [REVERSED],
    ],
    [
      'a flag that is due on the day it starts is right',
      flag(
        `<e:Status>2</e:Status><e:FlagType>f</e:FlagType>${date('StartDate', 5)}${date('DueDate', 5)}${date('UtcStartDate', 5)}${date('UtcDueDate', 5)}`,
      ),
      [],
    ],
    [
      'a reminder without its time',
      flag('<e:Status>2</e:Status><e:FlagType>f</e:FlagType><t:ReminderSet>1</t:ReminderSet>'),
      [LACKS],
    ],
    [
      'no reminder is right',
      flag('<e:Status>2</e:Status><e:FlagType>f</e:FlagType><t:ReminderSet>0</t:ReminderSet>'),
      [],
    ],
    [
      'an all-day event of one hour',
      event('20260105T090000Z', '20260105T100000Z', ALL_DAY),
      ['warning all-day-with-time'],
    ],
    ['an all-day event up to the last minute', event('20260105T000000Z', '20260105T235900Z', ALL_DAY), []],
    [
      'an all-day event of a day and a half',
      event('20260105T000000Z', '20260106T120000Z', ALL_DAY),
      ['warning all-day-with-time'],
    ],
    ['an all-day event is right in its own zone', event('20260104T230000Z', '20260105T230000Z', ALL_DAY), []],
    [
      'an all-day event may hold the change of clocks',
      event('20260328T230000Z', '20260329T220000Z', ALL_DAY),
      [],
    ],
    [
      'a time zone with its bytes turned',
      `<c:Timezone>///E/w${'A'.repeat(224)}==</c:Timezone>`,
      ['warning impossible-time-zone'],
    ],
    ['a time zone is right', `<c:Timezone>xP///w${'A'.repeat(224)}==</c:Timezone>`, []],
    [
      'a mail in the folder of notes',
      '<n:Subject>s</n:Subject><n:MessageClass>IPM.Note</n:MessageClass>',
      ['error wrong-note-class'],
    ],
    [
      'a note of a class of its own is right',
      '<n:Subject>s</n:Subject><n:MessageClass>IPM.StickyNote.Mine</n:MessageClass>',
      [],
    ],
  ])('%s', (_, item, expected) => {
    expect(found(side, carrying(side, item))).toEqual(expected);
  });

  test('a day that is missing is what Z-Push writes', () => {
    const expected = side === 'response' ? [DAY] : [LACKS];
    expect(found(side, carrying(side, series('c', 2)))).toEqual(expected);
    expect(found(side, carrying(side, series('c', 5)))).toEqual(expected);
    expect(found(side, carrying(side, series('t', 5, '<MonthOfYear>1</MonthOfYear>')))).toEqual(expected);
  });
});

describe('of a phone', () => {
  test.each<[string, string, string[]]>([
    [
      'a task that repeats from no day on',
      series('t', 1, '<DayOfWeek>2</DayOfWeek>').replace(/<t:Start>.*<\/t:Start>/, ''),
      [LACKS],
    ],
    [
      'a task of a week with a kind of calendar',
      series('t', 1, '<DayOfWeek>2</DayOfWeek><CalendarType>0</CalendarType>'),
      [RULED_OUT],
    ],
    [
      'a task of a month with a kind of calendar is right',
      series('t', 2, '<DayOfMonth>5</DayOfMonth><CalendarType>0</CalendarType>'),
      [],
    ],
    ['a flag of no kind', flag('<e:Status>2</e:Status>'), ['warning missing-beside-value']],
    ['a flag is right with its kind alone', flag('<e:Status>2</e:Status><e:FlagType>f</e:FlagType>'), []],
    [
      'a flag with two of its four dates, told once',
      flag(`<e:Status>2</e:Status><e:FlagType>f</e:FlagType>${date('StartDate', 4)}${date('DueDate', 5)}`),
      [LACKS],
    ],
    ['a flag that is done, but when', flag('<e:Status>1</e:Status>'), [LACKS]],
    [
      'a flag that is done, said in one way',
      flag(`<e:Status>1</e:Status>${date('CompleteTime', 5, 'e')}`),
      [LACKS],
    ],
    [
      'a flag that is done is right',
      flag(`<e:Status>1</e:Status>${date('CompleteTime', 5, 'e')}${date('DateCompleted', 5)}`),
      [],
    ],
    ['a flag that is taken away is right', flag('<e:Status>0</e:Status>'), []],
    ['a task that is done may leave the date to the server', '<t:Complete>1</t:Complete>', []],
  ])('%s', (_, item, expected) => {
    expect(found('request', carrying('request', item))).toEqual(expected);
  });
});

describe('of a server', () => {
  test.each<[string, string, string[]]>([
    ['a task that is done, but when', '<t:Complete>1</t:Complete>', [LACKS]],
    ['a task that is done is right', `<t:Complete>1</t:Complete>${date('DateCompleted', 5)}`, []],
    ['a task that is not done is right', '<t:Complete>0</t:Complete>', []],
    ['a flag of no kind, as SOGo has it', flag('<e:Status>2</e:Status>'), []],
    ['a change of a part of an appointment is right', '<c:EndTime>20260105T100000Z</c:EndTime>', []],
  ])('%s', (_, item, expected) => {
    expect(found('response', carrying('response', item))).toEqual(expected);
  });

  test.each<[string, string, string[]]>([
    ['without its end', '<c:StartTime>20260105T090000Z</c:StartTime><c:Subject>s</c:Subject>', [LACKS]],
    ['without its start', '<c:EndTime>20260105T090000Z</c:EndTime><c:Subject>s</c:Subject>', [LACKS]],
    ['with neither, told once', '<c:UID>1</c:UID><c:Subject>s</c:Subject>', [LACKS]],
  ])('an appointment that is added %s', (_, item, expected) => {
    expect(found('response', carrying('response', item, 'Add'))).toEqual(expected);
  });

  test('a note that is added without its class', () => {
    const note = '<n:Subject>s</n:Subject><n:LastModifiedDate>20260105T090000Z</n:LastModifiedDate>';
    expect(found('response', carrying('response', note, 'Add'))).toEqual([LACKS]);
  });

  test('an invitation names the instance it is about only where it is about one', () => {
    const invitation = (instance: number): string =>
      `<e:MeetingRequest>${date('DtStamp', 5, 'e')}<e:InstanceType>${instance}</e:InstanceType>${date('RecurrenceId', 5, 'e')}<e:TimeZone>${'A'.repeat(230)}==</e:TimeZone><e:GlobalObjId>1</e:GlobalObjId></e:MeetingRequest>`;
    expect(found('response', carrying('response', invitation(1)))).toEqual([RULED_OUT]);
    expect(found('response', carrying('response', invitation(3)))).toEqual([]);
  });

  test('an invitation ends before it starts', () => {
    const invitation = `<e:MeetingRequest>${date('StartTime', 5, 'e')}${date('DtStamp', 5, 'e')}${date('EndTime', 4, 'e')}<e:TimeZone>${'A'.repeat(230)}==</e:TimeZone><e:GlobalObjId>1</e:GlobalObjId></e:MeetingRequest>`;
    expect(found('response', carrying('response', invitation))).toEqual([REVERSED]);
  });
});

describe('from 16.0 on', () => {
  test('an all-day event is a date with no time', () => {
    const [zoned, dated] = [
      event('20260104T230000Z', '20260105T230000Z', ALL_DAY),
      event('20260105T000000Z', '20260106T000000Z', ALL_DAY),
    ];
    expect(found('request', carrying('request', zoned), '16.1')).toEqual(['error all-day-with-time']);
    expect(found('response', carrying('response', zoned), '16.1')).toEqual(['warning all-day-with-time']);
    expect(found('request', carrying('request', dated), '16.1')).toEqual([]);
    expect(found('response', carrying('response', dated), '16.1')).toEqual([]);
  });

  test('a series may be changed without its Type, and taken away', () => {
    const change = '<c:Recurrence><c:Interval>2</c:Interval></c:Recurrence>';
    expect(found('request', carrying('request', change), '16.1')).toEqual([]);
    expect(found('request', carrying('request', '<c:Recurrence/>'), '16.1')).toEqual([]);
  });

  test.each<[string, string, string[]]>([
    ['its stamp', '<c:DtStamp>20260105T090000Z</c:DtStamp>', ['warning not-in-version']],
    [
      'who made it',
      '<c:OrganizerName>A</c:OrganizerName><c:OrganizerEmail>a@example.com</c:OrganizerEmail>',
      ['warning not-in-version', 'warning not-in-version'],
    ],
    [
      'what a guest answered',
      guest('<c:AttendeeType>1</c:AttendeeType><c:AttendeeStatus>3</c:AttendeeStatus>'),
      ['warning not-in-version'],
    ],
    ['its exceptions', '<c:Exceptions/>', ['warning not-in-version']],
  ])('a phone says nothing of %s', (_, item, expected) => {
    expect(found('request', carrying('request', item), '16.1')).toEqual(expected);
    expect(found('response', carrying('response', item), '16.1')).toEqual([]);
    expect(found('request', carrying('request', item), '14.1')).toEqual([]);
  });

  test('each guest has a kind', () => {
    expect(found('request', carrying('request', guest('')), '16.1')).toEqual(['error missing-in-version']);
    expect(
      found('request', carrying('request', guest('<c:AttendeeType>1</c:AttendeeType>')), '16.1'),
    ).toEqual([]);
    expect(found('request', carrying('request', guest('')), '14.1')).toEqual([]);
  });
});

describe('addresses', () => {
  const organizer = (address: string): string => `<c:OrganizerEmail>${address}</c:OrganizerEmail>`;
  const invited = (address: string): string =>
    `<c:Attendees><c:Attendee><c:Email>${address}</c:Email><c:Name>A</c:Name></c:Attendee></c:Attendees>`;

  test.each<[string, string, string[]]>([
    ['of who invites, as iCalendar has it', organizer('mailto:a@example.com'), ['error address-with-scheme']],
    ['of who invites is right', organizer('a@example.com'), []],
    ['of a guest, as iCalendar has it', invited('MAILTO:a@example.com'), ['warning address-with-scheme']],
    ['of a guest is right', invited('a@example.com'), []],
    ['of a guest may be any text', invited('Room 1'), []],
  ])('%s', (_, item, expected) => {
    expect(found('response', carrying('response', item))).toEqual(expected);
  });
});

test('a series has a Type up to 14.1', () => {
  const change = '<c:Recurrence><c:Interval>2</c:Interval></c:Recurrence>';
  expect(found('request', carrying('request', change))).toEqual(['error missing-in-version']);
});

test('an attachment without a name to ask for it by', () => {
  const empty =
    '<b:Attachments><b:Attachment><b:FileReference/><b:Method>1</b:Method><b:EstimatedDataSize>1</b:EstimatedDataSize></b:Attachment></b:Attachments>';
  expect(found('response', carrying('response', empty))).toEqual(['error empty-value']);
});

test('a value in which an element stands is not called empty as well', () => {
  const date = '<c:DtStamp><c:UID>1</c:UID></c:DtStamp>';
  expect(found('response', carrying('response', date))).toEqual(['error element-in-value']);
});

describe('values', () => {
  const picture = (length: number): string => `<o:Picture>${'A'.repeat(length)}</o:Picture>`;

  test.each<[string, string, string[]]>([
    ['a picture that is no base64', '<o:Picture>%%%</o:Picture>', ['error wrong-type']],
    ['a picture that is taken away', '<o:Picture/>', []],
    ['a note of a date with hyphens', date('LastModifiedDate', 5, 'n'), ['error unreadable-date']],
  ])('%s', (_, item, expected) => {
    expect(found('request', carrying('request', item))).toEqual(expected);
    expect(found('response', carrying('response', item))).toEqual(expected);
  });

  test('a picture of more than 48 kB is refused, and what a server gives is its own affair', () => {
    expect(found('request', carrying('request', picture(48 * 1024)))).toEqual([]);
    expect(found('request', carrying('request', picture(48 * 1024 + 4)))).toEqual(['error wrong-length']);
    expect(found('response', carrying('response', picture(48 * 1024 + 4)))).toEqual([]);
  });

  test('an invitation has an id up to 14.1', () => {
    const invitation = `<e:MeetingRequest>${date('DtStamp', 5, 'e')}<e:TimeZone>${'A'.repeat(230)}==</e:TimeZone></e:MeetingRequest>`;
    expect(found('response', carrying('response', invitation))).toEqual(['error missing-in-version']);
    expect(found('response', carrying('response', invitation), '16.1')).toEqual([]);
  });
});
