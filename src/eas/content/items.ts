import { listedAttachments, renamedAttachments, uploadedAttachments } from './attachments.ts';
import { calendarContent } from './pages/calendar.ts';
import type { ChildRow, Content } from './types.ts';
import { EMPTY, base64 } from './value-types.ts';

/** The tags of one code page that are properties of an item, by their names. */
interface Properties {
  page: string;
  names: readonly string[];
}

const list = (page: string, names: string): Properties => ({ page, names: names.trim().split(/\s+/) });

const without = ({ page, names }: Properties, left: string): Properties => {
  const gone = left.split(' ');
  return { page, names: names.filter((name) => !gone.includes(name)) };
};

/** Each property once at most. @see MS-ASAIRS R233 and the like rows per property */
const rows = (...parts: Properties[]): ChildRow[] =>
  parts.flatMap(({ page, names }) => names.map((name): ChildRow => [`${page}:${name}`, '0-1']));

const email = list(
  'Email',
  `To Cc From Subject ReplyTo DateReceived DisplayTo ThreadTopic Importance Read MessageClass MeetingRequest
   InternetCPID Flag ContentClass Categories Attachments Body BodySize BodyTruncated MIMEData MIMESize
   MIMETruncated`,
);
const email2 = list(
  'Email2',
  `UmCallerID UmUserNotes UmAttDuration UmAttOrder ConversationId ConversationIndex LastVerbExecuted
   LastVerbExecutionTime ReceivedAsBcc Sender CalendarType IsLeapMonth AccountId FirstDayOfWeek
   MeetingMessageType Bcc IsDraft`,
);
const calendar = list(
  'Calendar',
  `Timezone AllDayEvent Body BodyTruncated BusyStatus OrganizerName OrganizerEmail DtStamp EndTime Location
   Reminder Sensitivity Subject StartTime UID MeetingStatus Attendees Categories Recurrence Exceptions
   ResponseRequested AppointmentReplyTime ResponseType DisallowNewTimeProposal OnlineMeetingConfLink
   OnlineMeetingExternalLink`,
);
const contacts = list(
  'Contacts',
  `Anniversary AssistantName AssistantPhoneNumber Birthday Body BodySize BodyTruncated Business2PhoneNumber
   BusinessAddressCity BusinessPhoneNumber WebPage BusinessAddressCountry Department Email1Address
   Email2Address Email3Address BusinessFaxNumber FileAs Alias WeightedRank FirstName MiddleName
   HomeAddressCity HomeAddressCountry HomeFaxNumber HomePhoneNumber Home2PhoneNumber HomeAddressPostalCode
   HomeAddressState HomeAddressStreet MobilePhoneNumber Suffix CompanyName OtherAddressCity
   OtherAddressCountry CarPhoneNumber OtherAddressPostalCode OtherAddressState OtherAddressStreet
   PagerNumber Title BusinessAddressPostalCode LastName Spouse BusinessAddressState BusinessAddressStreet
   JobTitle YomiFirstName YomiLastName YomiCompanyName OfficeLocation RadioPhoneNumber Picture Categories
   Children`,
);
const contacts2 = list(
  'Contacts2',
  `CustomerId GovernmentId IMAddress IMAddress2 IMAddress3 ManagerName CompanyMainPhone AccountName NickName
   MMS`,
);
const tasks = list(
  'Tasks',
  `Subject Body BodySize BodyTruncated Importance UtcStartDate StartDate UtcDueDate DueDate Categories
   Recurrence Complete DateCompleted Sensitivity ReminderTime ReminderSet OrdinalDate SubOrdinalDate`,
);
const notes = list('Notes', 'Subject MessageClass LastModifiedDate Categories');
const files = list(
  'DocumentLibrary',
  'LinkId DisplayName IsFolder CreationDate LastModifiedDate IsHidden ContentLength ContentType',
);
const body: ChildRow[] = [
  ['AirSyncBase:Attachments', '0-1'],
  ['AirSyncBase:Body', '0-1'],
  ['AirSyncBase:NativeBodyType', '0-1'],
  ['AirSyncBase:Location', '0-1'],
];

/** The same, with other attachments. */
const bodyWith = (attachments: ChildRow): ChildRow[] =>
  body.map((row) => (row[0] === attachments[0] ? attachments : row));

const handedOut: readonly ChildRow[] = [
  ['AirSyncBase:BodyPart', '0-1'],
  ...rows(calendar, contacts, contacts2, files, email, email2, notes, tasks),
  ['RightsManagement:RightsManagementLicense', '0-1'],
];

/** What a server may say of an item in its Responses to an Add, a Change or a Fetch. */
export const responseProperties: readonly ChildRow[] = [...bodyWith(renamedAttachments), ...handedOut];

/** What a server may say of an item that it hands out with Add or Change. */
export const commandProperties: readonly ChildRow[] = [
  ...bodyWith(listedAttachments),
  ...handedOut,
  ['AirSyncBase:InstanceId', '0-1'],
];

/** The same row, for 16.0 and later only. */
const from16 = ([name, count]: ChildRow): ChildRow => [name, count, { versions: '16.0-16.1' }];
/** The same row, for versions up to 14.1 only. */
const upTo14 = ([name, count, more]: ChildRow): ChildRow => [name, count, { ...more, versions: '2.5-14.1' }];

// From 16.0 on the server alone knows who made an appointment, when, and what its guests say: MS-ASCAL 2.2.2.5,
// 2.2.2.18, 2.2.2.35, 2.2.2.36. It makes the UID, too, and a phone sends ClientUid.
const made = list('Calendar', 'UID DtStamp OrganizerName OrganizerEmail');
const { Attendee } = calendarContent.contents ?? {};
const guest: Content = {
  source: 'MS-ASCAL, Attendee',
  children: (Attendee?.children ?? []).map((row) => (row[0] === 'AttendeeStatus' ? upTo14(row) : row)),
};
const guests: ChildRow = [
  'Calendar:Attendees',
  '0-1',
  { content: { source: 'MS-ASCAL, Attendees', children: [['Attendee', '0-*', { content: guest }]] } },
];
/** A change of an exception names its InstanceId from 16.0 on. */
const exceptions: ChildRow = ['Calendar:Exceptions', '0-1'];
/** What is longer a server refuses with Status 6: MS-ASCNTC R384. */
const picture: ChildRow = ['Contacts:Picture', '0-1', { value: base64(48 * 1024) }];

/** What a phone may say of an item of its own, whether it adds or changes it. */
const uploads: readonly ChildRow[] = [
  ...bodyWith(uploadedAttachments),
  ...rows(made).map(upTo14),
  guests,
  picture,
  ...rows(
    without(
      calendar,
      'BodyTruncated UID DtStamp OrganizerName OrganizerEmail Attendees Exceptions AppointmentReplyTime ResponseType OnlineMeetingConfLink OnlineMeetingExternalLink',
    ),
    list('Calendar', 'ClientUid'),
    without(contacts, 'Alias WeightedRank Picture'),
    contacts2,
    list('Email', 'Read Flag Categories'),
    list('Email2', 'Bcc'),
    notes,
    without(tasks, 'BodySize BodyTruncated OrdinalDate SubOrdinalDate'),
  ),
];

// From 16.0 on a phone uploads drafts (MS-ASEMAIL), so that more properties of a mail may come from it. The
// request schema at hand is of 14.1 and has only those of an SMS message.
const sms = list('Email', 'To From DateReceived InternetCPID Importance');
const draft = list('Email', 'Cc Subject ReplyTo DisplayTo ThreadTopic MessageClass ContentClass');

/** What a phone may say of an item that it changes. */
export const changeProperties: readonly ChildRow[] = [
  ...uploads,
  upTo14(exceptions),
  ...rows(sms, draft).map(from16),
];

/** What a phone may say of an item that it adds: an SMS message has addresses and a date. */
export const addProperties: readonly ChildRow[] = [
  ...uploads,
  exceptions,
  ...rows(sms),
  ...rows(draft).map(from16),
];

/** The same properties as tags without content, which name them. */
const named = (...parts: Properties[]): ChildRow[] =>
  rows(...parts).map(([name]): ChildRow => [name, '0-*', { value: EMPTY }]);

/** The properties a phone may name in Supported. */
export const ghostedProperties: readonly ChildRow[] = named(
  without(
    calendar,
    'Body BodyTruncated AppointmentReplyTime ResponseType OnlineMeetingConfLink OnlineMeetingExternalLink',
  ),
  without(contacts, 'Body BodySize BodyTruncated Alias WeightedRank'),
  contacts2,
);

/** The properties a phone may name in the Schema of a fetch. */
export const schemaProperties: readonly ChildRow[] = [
  ...named(
    list(
      'Email',
      `To Cc From ReplyTo DateReceived Subject DisplayTo Importance Read MessageClass MeetingRequest ThreadTopic
       InternetCPID`,
    ),
    list('AirSyncBase', 'Body BodyPart Attachments'),
  ),
  ...ghostedProperties,
  ['AirSyncBase:Location', '0-*'],
];

/** What a server may say of an item that was fetched by ItemOperations, or of a part of a file. */
export const fetchedProperties: readonly ChildRow[] = [
  ...rows(list('ItemOperations', 'Range Total Data Part Version'), list('AirSyncBase', 'ContentType')),
  ...bodyWith(listedAttachments),
  ...handedOut,
];

const directory = list(
  'GAL',
  'DisplayName Phone Office Title Company Alias FirstName LastName HomePhone MobilePhone EmailAddress Picture',
);

/** What a server may say of an item that Search found. */
export const searchProperties: readonly ChildRow[] = [
  ...bodyWith(listedAttachments),
  ['AirSyncBase:BodyPart', '0-1'],
  ...rows(
    without(calendar, 'Body BodyTruncated Categories OnlineMeetingConfLink OnlineMeetingExternalLink'),
    without(contacts, 'Body BodySize BodyTruncated'),
    contacts2,
    files,
    without(email, 'Attachments Body BodySize BodyTruncated MIMEData MIMESize MIMETruncated'),
    without(
      email2,
      'UmAttDuration UmAttOrder CalendarType IsLeapMonth AccountId FirstDayOfWeek MeetingMessageType',
    ),
    notes,
    without(tasks, 'Body BodySize BodyTruncated OrdinalDate SubOrdinalDate'),
    directory,
  ),
  ['RightsManagement:RightsManagementLicense', '0-1'],
];

/** What a server may say of an item that Find found. */
export const findProperties: readonly ChildRow[] = rows(
  list('Email', 'Subject DateReceived DisplayTo Importance Read From'),
  list('Email2', 'IsDraft'),
  list('Find', 'DisplayCc DisplayBcc Preview HasAttachments'),
  directory,
);
