import { grouped, lookUp } from '../../bytes/index.ts';
import type { TagType } from '../../doctypes/index.ts';
import { wordOf } from '../../eas/index.ts';
import type { Content } from '../element-content.ts';
import { documentOf } from '../element-meanings.ts';
import type { ExplainContext } from '../explanation.ts';
import { counted, isText } from '../shown-text.ts';
import { SHORTEST, base64Lines, dataLines } from './base64-value.ts';
import { MONTHS, WEEKDAYS, dateWords, readDate } from './dates.ts';
import { CODE_PAGES, ENUMERATIONS, FLAGS, MESSAGE_CLASSES, SAME_VALUES, UNITS } from './enumerations.ts';
import { linkLines } from './links.ts';
import { mimeLines } from './mime-head.ts';
import { statusWords } from './status-words.ts';
import type { ValueLine, ValueWords } from './value-line.ts';

/** A value and what is known about where it stands. */
export interface Value {
  content: Content;
  /** The beginning of the data, for a value that is data. */
  data?: Uint8Array;
  /** Code page and name of an ActiveSync element; absent for other types and for attributes. */
  page?: string;
  name?: string;
  type?: TagType;
  /** Name of the parent, and `Page:Name` of the root; empty where there is none. */
  parent?: string;
  root?: string;
}

/**
 * What a value says, beyond its text: its meaning where the element has a list of them, dates, sizes, spans of
 * time, base64 and what is in it, heads of messages, addresses. No line where there is nothing to add.
 */
export function valueWords(value: Value, context: ExplainContext = {}): ValueWords {
  const { content, page } = value;
  if (content.kind === 'elements' || content.kind === 'empty') return { lines: [] };
  const key = page === undefined || value.name === undefined ? '' : `${page}:${value.name}`;
  if (content.kind === 'data' && !content.typed && !isText(content.head.text)) {
    return {
      lines: [...dataWords(key, content.size), ...(value.data ? dataLines(value.data, content.size) : [])],
    };
  }
  const { text, whole } = content.head;
  if (page !== undefined && value.name === 'Status') {
    const place = { page, parent: value.parent ?? '', root: value.root ?? '' };
    const words = statusWords(text, place, context);
    if (words) return words;
  }
  const meant = whole ? meaningLines(value.type, key, text, context.side) : undefined;
  if (meant) return { lines: meant, ...(page !== undefined && { source: documentOf(page) }) };
  const date = whole ? readDate(text) : undefined;
  if (date) {
    return {
      lines: [{ label: 'Date', text: dateWords(date) }],
      ...(page !== undefined && { source: DATE_SOURCES[date.form] }),
    };
  }
  const mime = mimeLines(text);
  // A subject or a body may begin with one line that looks like a field; a message has several.
  if (mime && (mime.length > 1 || MIME_ELEMENTS.has(key))) return { lines: mime, source: 'RFC 5322' };
  return { lines: (whole ? linkLines(text) : undefined) ?? base64Words(key, text, content.size) };
}

const DATE_SOURCES = { compact: 'MS-ASDTYPE §2.7.2', long: 'MS-ASDTYPE §2.3', day: 'ISO 8601' } as const;

type Side = NonNullable<ExplainContext['side']>;

function meaningLines(
  type: TagType | undefined,
  key: string,
  text: string,
  side: Side | undefined,
): ValueLine[] | undefined {
  const meaning =
    namedMeaning(key, text, side) ??
    wordOf(lookUp(SAME_VALUES, key) ?? key, text) ??
    lookUp(lookUp(ENUMERATIONS, key) ?? {}, text);
  if (meaning !== undefined) return [{ label: 'Meaning', text: meaning }];
  const unit = lookUp(UNITS, key);
  if (unit && /^\d{1,10}$/.test(text)) return [{ label: 'Meaning', text: amountWords(Number(text), unit) }];
  if ((type === 'boolean' || FLAGS.has(key)) && (text === '0' || text === '1')) {
    return [{ label: 'Meaning', text: text === '1' ? 'yes' : 'no' }];
  }
  return undefined;
}

/** Elements whose values follow a rule instead of a list. */
function namedMeaning(key: string, text: string, side: Side | undefined): string | undefined {
  switch (key) {
    case 'AirSync:SyncKey':
    case 'FolderHierarchy:SyncKey':
    case 'GetItemEstimate:SyncKey':
      return syncKeyWords(text, side);
    case 'AirSync:WindowSize':
      return /^\d+$/.test(text) ? `at most ${counted(Number(text), 'change')} in an answer` : undefined;
    case 'FolderHierarchy:ParentId':
      return text === '0' ? 'the top of the folder tree' : undefined;
    case 'Provision:PolicyKey':
      return text === '0' ? 'no policy yet' : undefined;
    case 'Email:MessageClass':
    case 'Notes:MessageClass':
      return messageClassWords(text);
    case 'Email:InternetCPID':
      return codePageWords(text);
    case 'Calendar:DayOfWeek':
    case 'Email:DayOfWeek':
    case 'Tasks:DayOfWeek':
      return weekdaysWords(text);
    case 'Calendar:MonthOfYear':
    case 'Email:MonthOfYear':
    case 'Tasks:MonthOfYear':
      return /^\d{1,2}$/.test(text) ? MONTHS[Number(text) - 1] : undefined;
    case 'Calendar:MeetingStatus':
      return meetingStatusWords(text);
    case 'ResolveRecipients:MergedFreeBusy':
      return freeBusyWords(text);
    default:
      return undefined;
  }
}

/** Keys of the servers whose form is known: 0, and Z-Push's id with a counter behind it. */
function syncKeyWords(text: string, side: Side | undefined): string | undefined {
  if (text === '0') {
    return side === 'response'
      ? 'no state: the phone has to begin anew'
      : 'begins anew: no state is agreed on yet';
  }
  const counter = /^\{[0-9a-f-]{36}\}(\d+)$/i.exec(text)?.[1];
  return counter && `state ${counter} of a series, in the form that Z-Push and its kin write`;
}

function codePageWords(text: string): string | undefined {
  const name = lookUp(CODE_PAGES, text);
  return name && `code page ${text}, ${name}`;
}

function messageClassWords(text: string): string | undefined {
  const upper = text.toUpperCase();
  let best: string | undefined;
  for (const name of Object.keys(MESSAGE_CLASSES)) {
    const is = upper === name.toUpperCase() || upper.startsWith(`${name.toUpperCase()}.`);
    if (is && name.length > (best?.length ?? 0)) best = name;
  }
  return best && MESSAGE_CLASSES[best];
}

/** A sum of powers of two, from Sunday. */
function weekdaysWords(text: string): string | undefined {
  const sum = /^\d{1,3}$/.test(text) ? Number(text) : 0;
  if (sum === 127) return 'every day';
  if (sum < 1 || sum > 127) return undefined;
  return WEEKDAYS.filter((_, i) => sum & (1 << i)).join(', ');
}

/** Bits: 1 a meeting, 2 of somebody else, 4 cancelled; 8 is set without a meaning of its own. */
function meetingStatusWords(text: string): string | undefined {
  const value = /^\d{1,2}$/.test(text) ? Number(text) : 16;
  if (value === 0) return 'an appointment without attendees';
  if (value > 15 || !(value & 1)) return undefined;
  const whose = value & 2 ? 'the user is invited' : 'the user is the organizer';
  return `a ${value & 4 ? 'cancelled meeting' : 'meeting'}, ${whose}`;
}

const FREE_BUSY = ['free', 'tentative', 'busy', 'out of office', 'no data'] as const;

function freeBusyWords(text: string): string | undefined {
  if (!/^[0-4]+$/.test(text)) return undefined;
  const counts = FREE_BUSY.map((name, i) => ({ name, n: text.split(String(i)).length - 1 }));
  const parts = counts.filter(({ n }) => n > 0).map(({ name, n }) => `${n} ${name}`);
  return `${counted(text.length, 'half hour')}: ${parts.join(', ')}`;
}

function amountWords(value: number, unit: (typeof UNITS)[string]): string {
  const plain = counted(value, unit.slice(0, -1));
  if (unit === 'seconds' && value >= 60) {
    return `${plain}, ${roundTo(value, 3600, 'hour') ?? roundTo(value, 60, 'minute')}`;
  }
  if (unit === 'minutes' && value >= 60) {
    return `${plain}, ${roundTo(value, 1440, 'day') ?? roundTo(value, 60, 'hour')}`;
  }
  if (unit === 'bytes' && value >= 1024) {
    return `${plain}, ${roundTo(value, 1_048_576, 'MiB', 'MiB') ?? roundTo(value, 1024, 'KiB', 'KiB')}`;
  }
  return plain;
}

/** The amount in the larger unit, one decimal at most; `undefined` where it is less than one. */
function roundTo(value: number, unit: number, one: string, many = `${one}s`): string | undefined {
  if (value < unit) return undefined;
  const amount = Math.round((value / unit) * 10) / 10;
  const whole = Math.trunc(amount);
  return `${grouped(whole)}${amount === whole ? '' : `.${Math.round((amount - whole) * 10)}`} ${amount === 1 ? one : many}`;
}

function dataWords(key: string, size: number): ValueLine[] {
  if (key !== 'Email2:ConversationIndex' || size === 0 || size % 5 !== 0) return [];
  const answers = size / 5 - 1;
  const since = answers === 0 ? '' : ` and those of ${counted(answers, 'answer')}`;
  return [{ label: 'Meaning', text: `the time stamp of the first mail${since}` }];
}

/** Elements that hold a whole message. */
const MIME_ELEMENTS = new Set(['ComposeMail:Mime', 'Email:MIMEData']);

/** Elements whose text is base64 by definition. */
const BASE64_ELEMENTS = new Set([
  'Calendar:Timezone',
  'Contacts:Picture',
  'Email:GlobalObjId',
  'Email:TimeZone',
  'GAL:Data',
  'ItemOperations:Data',
  'ResolveRecipients:Certificate',
  'ResolveRecipients:Data',
  'ResolveRecipients:MiniCertificate',
  'ValidateCert:Certificate',
]);

const BASE64_SHAPE = /^(?=.*[A-Z])(?=.*[a-z])(?=.*\d)[A-Za-z0-9+/]+={0,2}$/;
/** Without padding at its end a shorter text may as well be a path or an id. */
const LONG = 64;

/** Base64 where the element says so, or where a text has its shape and length; then it only "reads as" base64. */
function base64Words(key: string, text: string, size: number): ValueLine[] {
  const defined = BASE64_ELEMENTS.has(key);
  const likely = text.length >= LONG || (text.length >= SHORTEST && text.endsWith('='));
  if (!defined && !(likely && size % 4 === 0 && BASE64_SHAPE.test(text.slice(0, 4096)))) return [];
  const [first, ...more] = base64Lines(text, size) ?? [];
  if (!first) return defined ? [{ label: 'Base64', text: 'not readable as base64' }] : [];
  return [defined ? first : { ...first, label: 'Reads as base64' }, ...more];
}
