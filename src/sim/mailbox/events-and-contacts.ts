import { tag, type Element } from '../message/element.ts';
import type { NewItem } from './mailbox.ts';
import { INVITATION_UID, OWNER, UTC_ZONE } from './mails.ts';

/** What an appointment says; dates as yyyymmddThhmmssZ. */
export interface EventFacts {
  uid: string;
  subject: string;
  start: string;
  end: string;
  place?: string;
  allDay?: boolean;
  /** 0 no meeting, 1 a meeting of one's own, 3 one received. */
  meeting?: '0' | '1' | '3';
  organizer?: { name: string; address: string };
  attendees?: readonly { name: string; address: string }[];
  recurrence?: Element;
  text?: string;
}

/** An appointment with the properties of every version: rendering leaves out what is not of it. */
function event(facts: EventFacts): NewItem {
  const { uid, subject, start, end, place, organizer, attendees, recurrence } = facts;
  const properties: Element[] = [
    tag('Calendar:Timezone', UTC_ZONE),
    tag('Calendar:AllDayEvent', facts.allDay ? '1' : '0'),
    tag('Calendar:BusyStatus', '2'),
  ];
  if (organizer) {
    properties.push(
      tag('Calendar:OrganizerName', organizer.name),
      tag('Calendar:OrganizerEmail', organizer.address),
    );
  }
  properties.push(tag('Calendar:DtStamp', '20260301T080000Z'), tag('Calendar:EndTime', end));
  if (place !== undefined) {
    properties.push(
      tag('Calendar:Location', place),
      tag('AirSyncBase:Location', tag('AirSyncBase:DisplayName', place)),
    );
  }
  properties.push(
    tag('Calendar:Reminder', '15'),
    tag('Calendar:Sensitivity', '0'),
    tag('Calendar:Subject', subject),
    tag('Calendar:StartTime', start),
    tag('Calendar:UID', uid),
    tag('Calendar:MeetingStatus', facts.meeting ?? '0'),
  );
  if (attendees) {
    const list = attendees.map(({ name, address }) =>
      tag(
        'Calendar:Attendee',
        tag('Calendar:Email', address),
        tag('Calendar:Name', name),
        tag('Calendar:AttendeeStatus', '0'),
        tag('Calendar:AttendeeType', '1'),
      ),
    );
    properties.push(tag('Calendar:Attendees', ...list));
  }
  if (recurrence) properties.push(recurrence);
  return { class: 'Calendar', properties, body: { text: facts.text ?? '' } };
}

/** The meeting of the invitation, as it stands in the calendar once it was accepted. */
export const acceptedMeeting: NewItem = event({
  uid: INVITATION_UID,
  subject: 'Planning',
  start: '20260305T090000Z',
  end: '20260305T100000Z',
  place: 'Room 2',
  meeting: '3',
  organizer: { name: 'Omar', address: 'omar@example.com' },
  attendees: [{ name: 'Alice', address: OWNER }],
});

export const calendarEvents: readonly NewItem[] = [
  event({
    uid: 'a1b2c3d4-1@example.com',
    subject: 'Zahnarzt',
    start: '20260304T133000Z',
    end: '20260304T140000Z',
    place: 'Köln, Ring 7',
  }),
  event({
    uid: 'a1b2c3d4-2@example.com',
    subject: 'Birthday of Mei 🎂',
    start: '20260306T000000Z',
    end: '20260307T000000Z',
    allDay: true,
  }),
  event({
    uid: 'a1b2c3d4-3@example.com',
    subject: 'Stand-up',
    start: '20260302T081500Z',
    end: '20260302T083000Z',
    meeting: '1',
    organizer: { name: 'Alice', address: OWNER },
    attendees: [
      { name: 'Ben', address: 'ben@example.com' },
      { name: 'דנה', address: 'dana@example.com' },
    ],
    recurrence: tag(
      'Calendar:Recurrence',
      tag('Calendar:Type', '1'),
      tag('Calendar:Interval', '1'),
      tag('Calendar:DayOfWeek', '62'),
    ),
    text: 'Fifteen minutes, standing.',
  }),
];

/** One of many in a full calendar, an hour each. `n` tells one from the other. */
export function appointment(n: number): NewItem {
  const day = `202604${String(1 + (Math.floor(n / 8) % 28)).padStart(2, '0')}`;
  const hour = (h: number): string => `${day}T${String(h).padStart(2, '0')}0000Z`;
  const start = 8 + (n % 8);
  return event({
    uid: `a1b2c3d4-full-${n}@example.com`,
    subject: `Appointment ${n}`,
    start: hour(start),
    end: hour(start + 1),
  });
}

/** A contact: pairs of property and text, in the order they are sent. */
function contact(properties: readonly (readonly [name: string, text: string])[]): NewItem {
  return { class: 'Contacts', properties: properties.map(([name, text]) => tag(name, text)) };
}

export const contacts: readonly NewItem[] = [
  contact([
    ['Contacts:Email1Address', '"Jürgen Müller" <juergen@example.com>'],
    ['Contacts:FileAs', 'Müller, Jürgen'],
    ['Contacts:FirstName', 'Jürgen'],
    ['Contacts:LastName', 'Müller'],
    ['Contacts:MobilePhoneNumber', '+49 221 555 0100'],
  ]),
  contact([
    ['Contacts:CompanyName', 'Example & Sons'],
    ['Contacts:FileAs', '佐藤 美咲'],
    ['Contacts:FirstName', '美咲'],
    ['Contacts:LastName', '佐藤'],
    ['Contacts:YomiFirstName', 'みさき'],
  ]),
];
