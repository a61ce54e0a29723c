import type { ElementModel } from '../../eas/index.ts';
import { valueFault } from '../walk/value-fault.ts';

/** What a text looks like, whatever its element is called. */
export type Look =
  | 'nothing'
  | 'flag'
  | 'number'
  | 'date'
  | 'address'
  | 'message class'
  | 'mail'
  | 'html'
  | 'base64'
  | 'id'
  | 'prose';

const LOOKS: readonly (readonly [Look, RegExp])[] = [
  ['flag', /^[01]$/],
  ['number', /^[+-]?\d{1,12}$/],
  ['date', /^\d{4}-?\d{2}-?\d{2}T\d{2}:?\d{2}/],
  ['message class', /^(IPM|REPORT)(\.\w+)+$/i],
  ['mail', /^(Received|Return-Path|From|To|Date|Subject|MIME-Version|Message-ID|Content-Type): ?\S/i],
  ['html', /^\s*<(!doctype|html|head|body|meta|div|p|span|table)\b/i],
  ['address', /^[^@]{0,200}[^\s@<>"]@[^\s@<>"][^@]{0,100}(,|;|$)/],
  ['base64', /^(?=.*[a-z])(?=.*[A-Z])[A-Za-z0-9+/\r\n]{24,}={0,2}\s*$/],
  ['id', /^(?=.*\d)[\w{}:./+=%-]{1,128}$/],
];

/** Tells what a text looks like. */
export function lookOf(text: string): Look {
  if (text === '') return 'nothing';
  return LOOKS.find(([, pattern]) => pattern.test(text))?.[0] ?? 'prose';
}

/** What the texts of some elements are, where their type is only “text”. */
type Habit = 'address' | 'class' | 'prose' | 'body' | 'id';

const HABITS: readonly (readonly [Habit, RegExp])[] = [
  [
    'address',
    /^(To|Cc|Bcc|From|ReplyTo|Sender|DisplayTo|Organizer|OrganizerEmail|Email|Email\dAddress|EmailAddress)$/,
  ],
  ['class', /^(MessageClass|ContentClass)$/],
  ['body', /^(Data|Body|MIMEData|Mime|Content|Preview)$/],
  ['id', /^(SyncKey|UID|ClientUid|PolicyKey|FileReference|ContentId|\w*(Id|ID|Ids))$/],
  ['prose', /^(Subject|ThreadTopic|DisplayName|FileAs|Location|\w*Name)$/],
];

const habits = new Map<string, Habit | undefined>();

function habitOf(name: string): Habit | undefined {
  if (!habits.has(name)) habits.set(name, HABITS.find(([, pattern]) => pattern.test(name))?.[0]);
  return habits.get(name);
}

/** How well a look fits a habit: above 0 speaks for it, below against. */
const FITS: Readonly<Record<Habit | 'any', Partial<Record<Look, number>>>> = {
  any: {
    prose: 0.4,
    number: -0.4,
    flag: -0.4,
    date: -2,
    address: -0.6,
    'message class': -2,
    mail: -1,
    html: -1,
  },
  address: {
    address: 3,
    prose: -0.4,
    id: -1,
    number: -3,
    flag: -3,
    date: -3,
    'message class': -3,
    mail: -3,
    html: -3,
  },
  class: {
    'message class': 4,
    prose: -3,
    number: -3,
    flag: -3,
    date: -4,
    address: -4,
    id: -3,
    mail: -4,
    html: -4,
  },
  prose: {
    prose: 1,
    id: 0.2,
    number: -0.5,
    flag: -0.7,
    date: -2,
    address: -0.8,
    'message class': -2,
    mail: -1,
    html: -1,
  },
  body: {
    prose: 0.8,
    id: 0.1,
    mail: 3,
    html: 3,
    base64: 1,
    number: -1,
    flag: -1,
    date: -1,
    address: -0.4,
    'message class': -1.5,
  },
  id: {
    id: 1,
    number: 0.8,
    flag: 0.6,
    base64: 0.5,
    prose: -1,
    date: -2,
    address: -1.5,
    'message class': -1.5,
    mail: -4,
    html: -4,
  },
};

/** A text that does not fit the type. */
const WRONG = -4;

/** How well one text fits an element: above 0 speaks for it, below against; −4 is a wrong type. */
export function likeness(text: string, element: ElementModel): number {
  const { value, name } = element;
  const look = lookOf(text);
  if (value.kind === 'empty') return look === 'nothing' ? 2 : WRONG;
  if (value.kind === 'container') return look === 'nothing' ? -0.5 : WRONG;
  const fault = valueFault(value, text);
  if (fault === 'empty') return value.kind === 'boolean' ? -0.3 : -1.5;
  if (fault === 'too-long' || fault === 'too-short') return -2;
  if (fault === 'out-of-range' || fault === 'not-listed') return -3;
  if (fault) return WRONG;
  switch (value.kind) {
    case 'text':
      return look === 'nothing' ? 0 : (FITS[habitOf(name) ?? 'any'][look] ?? 0);
    case 'bytes':
      return look === 'nothing' ? 0 : (FITS[habitOf(name) ?? 'body'][look] ?? 0);
    case 'integer':
      return look === 'nothing' ? 0 : value.max !== undefined && value.max <= 20 ? 1.5 : 1;
    case 'boolean':
      return look === 'nothing' ? -0.5 : 1.5;
    case 'double':
      return 0.3;
    case 'numbers':
      return 2;
    case 'words':
      return 3;
    default: // dates, time zones and the like: nothing fits them by chance
      return 4;
  }
}
