import { WEEKDAYS } from './dates.ts';

/** Values in words, by value. */
export type Meanings = Readonly<Record<string, string>>;

const calendarType: Meanings = {
  0: 'default',
  1: 'Gregorian',
  2: 'Gregorian, United States',
  3: 'Japanese, by emperor',
  4: 'Taiwan',
  5: 'Korean Tangun',
  6: 'Hijri',
  7: 'Thai',
  8: 'Hebrew lunar',
  9: 'Gregorian, Middle East French',
  10: 'Gregorian, Arabic',
  11: 'Gregorian, transliterated English',
  12: 'Gregorian, transliterated French',
  14: 'Japanese lunar',
  15: 'Chinese lunar',
  20: 'Korean lunar',
  23: 'Um al-Qura',
};
const weekOfMonth: Meanings = {
  1: 'first week',
  2: 'second week',
  3: 'third week',
  4: 'fourth week',
  5: 'last week',
};
const firstDayOfWeek: Meanings = Object.fromEntries(WEEKDAYS.map((name, i) => [String(i), name]));
const oldTruncation: Meanings = {
  0: 'no body at all',
  1: 'cut after 512 bytes',
  2: 'cut after 1 KB',
  3: 'cut after 2 KB',
  4: 'cut after 5 KB',
  5: 'cut after 10 KB',
  6: 'cut after 20 KB',
  7: 'cut after 50 KB',
  8: 'cut after 100 KB',
  9: 'not cut',
};
const bodyLimit: Meanings = { '-1': 'bodies are not cut', 0: 'the header only' };

/** Elements that share the values of another. */
export const SAME_VALUES: Readonly<Record<string, string>> = {
  'Provision:MaxCalendarAgeFilter': 'AirSync:FilterType',
  'Provision:MaxEmailAgeFilter': 'AirSync:FilterType',
};

/** Values in words by `Page:Element`, beside those that src/eas has for the commands' sake. */
export const ENUMERATIONS: Readonly<Record<string, Meanings>> = {
  'AirSync:RTFTruncation': oldTruncation,
  'AirSync:Truncation': oldTruncation,
  'Calendar:CalendarType': calendarType,
  'Calendar:FirstDayOfWeek': firstDayOfWeek,
  'Calendar:WeekOfMonth': weekOfMonth,
  'Email:WeekOfMonth': weekOfMonth,
  'Email2:CalendarType': calendarType,
  'Email2:FirstDayOfWeek': firstDayOfWeek,
  'MeetingResponse:UserResponse': { 1: 'accepted', 2: 'tentative', 3: 'declined' },
  'Provision:AllowBluetooth': { 0: 'not allowed', 1: 'hands-free only', 2: 'allowed' },
  'Provision:AllowSMIMEEncryptionAlgorithmNegotiation': {
    0: 'not negotiated',
    1: 'a strong algorithm may be negotiated',
    2: 'any algorithm may be negotiated',
  },
  'Provision:DevicePasswordExpiration': { 0: 'passwords do not expire' },
  'Provision:MaxEmailBodyTruncationSize': bodyLimit,
  'Provision:MaxEmailHTMLBodyTruncationSize': bodyLimit,
  'Provision:RequireEncryptionSMIMEAlgorithm': {
    0: 'TripleDES',
    1: 'DES',
    2: 'RC2, 128 bits',
    3: 'RC2, 64 bits',
    4: 'RC2, 40 bits',
  },
  'Provision:RequireSignedSMIMEAlgorithm': { 0: 'SHA-1', 1: 'MD5' },
  'ResolveRecipients:CertificateRetrieval': {
    1: 'no certificates',
    2: 'whole certificates',
    3: 'mini certificates',
  },
  'ResolveRecipients:Type': { 1: 'from the global address list', 2: 'from the user’s contacts' },
  'Settings:OofState': { 0: 'off', 1: 'on', 2: 'on between two times' },
  'Tasks:CalendarType': calendarType,
  'Tasks:FirstDayOfWeek': firstDayOfWeek,
  'Tasks:WeekOfMonth': weekOfMonth,
};

/** Message classes and what a message of it, or of one derived from it, is. The longest that fits counts. */
export const MESSAGE_CLASSES: Meanings = {
  'IPM.InfoPathForm': 'a form',
  'IPM.Note': 'a mail',
  'IPM.Note.Receipt.SMIME': 'a secure read receipt',
  'IPM.Note.RPMSG.Microsoft.Voicemail': 'a protected voice message',
  'IPM.Note.SMIME': 'an encrypted mail',
  'IPM.Note.SMIME.MultipartSigned': 'a signed mail',
  'IPM.Notification.Meeting': 'a meeting notification',
  'IPM.Post': 'a post',
  'IPM.Schedule.Meeting': 'a meeting message',
  'IPM.Schedule.Meeting.Canceled': 'a cancelled meeting',
  'IPM.Schedule.Meeting.Request': 'a meeting request',
  'IPM.Schedule.Meeting.Resp.Neg': 'an answer: declined',
  'IPM.Schedule.Meeting.Resp.Pos': 'an answer: accepted',
  'IPM.Schedule.Meeting.Resp.Tent': 'an answer: tentative',
  'IPM.Sharing': 'a sharing message',
  'REPORT.IPM.Note.DR': 'a delivery report',
  'REPORT.IPM.Note.IPNNRN': 'a report: not read',
  'REPORT.IPM.Note.IPNRN': 'a read receipt',
  'REPORT.IPM.Note.NDR': 'a report: not delivered',
};

/** Windows code pages, for Email:InternetCPID. */
export const CODE_PAGES: Meanings = {
  874: 'Thai',
  932: 'Shift_JIS',
  936: 'GBK',
  949: 'Korean',
  950: 'Big5',
  1200: 'UTF-16',
  1250: 'Central European',
  1251: 'Cyrillic',
  1252: 'Western European',
  1253: 'Greek',
  1254: 'Turkish',
  1255: 'Hebrew',
  1256: 'Arabic',
  1257: 'Baltic',
  1258: 'Vietnamese',
  20127: 'US-ASCII',
  20866: 'KOI8-R',
  28591: 'ISO-8859-1',
  28592: 'ISO-8859-2',
  28605: 'ISO-8859-15',
  50220: 'ISO-2022-JP',
  54936: 'GB18030',
  65001: 'UTF-8',
};

/** Numbers that are 0 or 1 and mean no or yes, though their type is not boolean. */
export const FLAGS: ReadonlySet<string> = new Set([
  'Calendar:AllDayEvent',
  'Calendar:Deleted',
  'Calendar:IsLeapMonth',
  'Email2:IsLeapMonth',
  'Email:AllDayEvent',
  'Email:DisallowNewTimeProposal',
  'Email:ResponseRequested',
  'Settings:EnableOutboundSMS',
  'Settings:Enabled',
  'Tasks:Complete',
  'Tasks:DeadOccur',
  'Tasks:IsLeapMonth',
  'Tasks:Regenerate',
  'Tasks:ReminderSet',
  'ValidateCert:CheckCRL',
]);

/** What a number counts, by `Page:Element`. */
export const UNITS: Readonly<Record<string, 'seconds' | 'minutes' | 'days' | 'bytes' | 'characters'>> = {
  'AirSync:HeartbeatInterval': 'seconds',
  'AirSync:Wait': 'minutes',
  'AirSyncBase:EstimatedDataSize': 'bytes',
  'AirSyncBase:TruncationSize': 'bytes',
  'Calendar:Reminder': 'minutes',
  'DocumentLibrary:ContentLength': 'bytes',
  'Email:AttSize': 'bytes',
  'Email:BodySize': 'bytes',
  'Email:MIMESize': 'bytes',
  'Email:Reminder': 'seconds',
  'Email2:UmAttDuration': 'seconds',
  'Find:MaxSize': 'bytes',
  'Ping:HeartbeatInterval': 'seconds',
  'Provision:DevicePasswordExpiration': 'days',
  'Provision:MaxAttachmentSize': 'bytes',
  'Provision:MaxInactivityTimeDeviceLock': 'seconds',
  'ResolveRecipients:MaxSize': 'bytes',
  'Search:MaxSize': 'bytes',
};
