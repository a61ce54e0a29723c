/** Values that stand for something, in words, by `Page:Name` of the tag. */
const WORDS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'FolderHierarchy:Type': {
    1: 'user folder (generic)',
    2: 'Inbox',
    3: 'Drafts',
    4: 'Deleted Items',
    5: 'Sent Items',
    6: 'Outbox',
    7: 'Tasks',
    8: 'Calendar',
    9: 'Contacts',
    10: 'Notes',
    11: 'Journal',
    12: 'user mail',
    13: 'user calendar',
    14: 'user contacts',
    15: 'user tasks',
    16: 'user journal',
    17: 'user notes',
    18: 'unknown',
    19: 'recipient information cache',
  },
  'AirSync:FilterType': {
    0: 'all',
    1: '1 day',
    2: '3 days',
    3: '1 week',
    4: '2 weeks',
    5: '1 month',
    6: '3 months',
    7: '6 months',
    8: 'incomplete tasks',
  },
  'AirSync:MIMESupport': { 0: 'never MIME', 1: 'MIME for S/MIME only', 2: 'MIME for all' },
  'AirSync:MIMETruncation': {
    0: 'nothing of the body',
    1: '4,096 characters',
    2: '5,120 characters',
    3: '7,168 characters',
    4: '10,240 characters',
    5: '20,480 characters',
    6: '51,200 characters',
    7: '102,400 characters',
    8: 'the whole body',
  },
  'AirSync:Conflict': { 0: 'the client wins', 1: 'the server wins' },
  'AirSyncBase:Type': { 1: 'plain text', 2: 'HTML', 3: 'RTF', 4: 'MIME' },
  'AirSyncBase:NativeBodyType': { 1: 'plain text', 2: 'HTML', 3: 'RTF' },
  'AirSyncBase:Method': { 1: 'an ordinary attachment', 5: 'a message', 6: 'an OLE object' },
  'Email:Importance': { 0: 'low', 1: 'normal', 2: 'high' },
  'Email:Sensitivity': { 0: 'normal', 1: 'personal', 2: 'private', 3: 'confidential' },
  'Email:BusyStatus': { 0: 'free', 1: 'tentative', 2: 'busy', 3: 'out of office', 4: 'working elsewhere' },
  'Email:InstanceType': {
    0: 'a single appointment',
    1: 'the master of a series',
    2: 'one occurrence of a series',
    3: 'an exception to a series',
  },
  'Email:Status': { 0: 'no flag', 1: 'done', 2: 'flagged' },
  'Email2:LastVerbExecuted': { 0: 'unknown', 1: 'replied', 2: 'replied to all', 3: 'forwarded' },
  'Email2:MeetingMessageType': {
    0: 'silent update or unspecified',
    1: 'first request',
    2: 'full update',
    3: 'informational update',
    4: 'outdated',
    5: 'the delegate’s copy',
    6: 'delegated',
  },
  'Calendar:BusyStatus': {
    0: 'free',
    1: 'tentative',
    2: 'busy',
    3: 'out of office',
    4: 'working elsewhere',
  },
  'Calendar:Sensitivity': { 0: 'normal', 1: 'personal', 2: 'private', 3: 'confidential' },
  'Calendar:MeetingStatus': {
    0: 'no meeting',
    1: 'a meeting, the user organises it',
    3: 'a meeting, received',
    5: 'a cancelled meeting, the user organised it',
    7: 'a cancelled meeting, received',
    9: 'as 1',
    11: 'as 3',
    13: 'as 5',
    15: 'as 7',
  },
  'Calendar:AttendeeStatus': {
    0: 'unknown',
    2: 'tentative',
    3: 'accepted',
    4: 'declined',
    5: 'not responded',
  },
  'Calendar:AttendeeType': { 1: 'required', 2: 'optional', 3: 'a resource' },
  'Calendar:ResponseType': {
    0: 'none',
    1: 'organiser',
    2: 'tentative',
    3: 'accepted',
    4: 'declined',
    5: 'not responded',
  },
  'Tasks:Importance': { 0: 'low', 1: 'normal', 2: 'high' },
  'Tasks:Sensitivity': { 0: 'normal', 1: 'personal', 2: 'private', 3: 'confidential' },
};

const RECURRENCE: Readonly<Record<string, string>> = {
  0: 'daily',
  1: 'weekly',
  2: 'monthly, on a date',
  3: 'monthly, on the nth weekday',
  5: 'yearly, on a date',
  6: 'yearly, on the nth weekday',
};

/** Every value of a tag that stands for something, with its words; `undefined` where none does. @param tag `Page:Name` */
export function wordsOf(tag: string): Readonly<Record<string, string>> | undefined {
  if (/^(Calendar|Tasks|Email):Type$/.test(tag)) return RECURRENCE;
  return Object.hasOwn(WORDS, tag) ? WORDS[tag] : undefined;
}

/**
 * What a value stands for, or `undefined` where it is no such value.
 * @param tag `Page:Name`
 * @see MS-ASCMD §2.2.3, MS-ASAIRS, MS-ASCAL, MS-ASEMAIL, MS-ASTASK
 */
export function wordOf(tag: string, value: string): string | undefined {
  const list = wordsOf(tag);
  return list !== undefined && Object.hasOwn(list, value) ? list[value] : undefined;
}
