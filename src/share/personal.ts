import { fileStart, fromBase64, readMbUint32, toHex } from '../bytes/index.ts';
import {
  messagesOf,
  phoneNumbersAround,
  readingOf,
  wholeBodyOf,
  type Conversation,
  type Http,
  type Message,
} from '../conversation/index.ts';
import { decode, stringSpan, type Decoded } from '../doctypes/index.ts';
import { readMultipart, type Part } from '../eas/index.ts';
import { FALLBACK, KIND, mayBeginWbxml } from '../wbxml/index.ts';
import { mailAddresses } from './mail-addresses.ts';
import { PERSONAL_KINDS, type PersonalId, type PersonalKind } from './personal-elements.ts';
import { findInFields } from './plain-fields.ts';
import { secretTokens } from './secret-values.ts';

/** How many different things of a kind there are; at least 1. */
export interface PersonalCount {
  id: PersonalId;
  count: number;
}

/**
 * What of a conversation is about people: read from the tokens of its messages by the names of their elements, from the
 * parts around them, from the addresses, headers and titles, and from what else is carried with it, such as the branches
 * of a simulation. It counts what it knows to look for; what it does not count may be there all the same.
 */
export function personalIn(conversation: Conversation): PersonalCount[] {
  const found = new Found();
  const { title, note, exchanges, ...others } = conversation;
  const addOthers = (fields: object): void =>
    findInFields(fields, {
      text: (text) => found.addText(text),
      message: (message) => addMessage(message, found),
    });
  for (const text of [title, note]) found.addText(text ?? '');
  addOthers(others);
  for (const { id: _, request: _a, response: _b, ...rest } of exchanges) addOthers(rest);
  for (const { message } of messagesOf(conversation)) {
    const { bytes: _, http: _a, readAs: _b, sideTold: _c, recorded: _e, around: _d, ...rest } = message;
    addMessage(message, found);
    addOthers(rest);
  }
  return found.counts();
}

function addMessage(message: Message, found: Found): void {
  addHttp(message.http, found);
  addBytes(message, found);
  addAround(message, found);
}

/** The counts in words: '2 addresses, 1 subject'; empty where there are none. */
export function personalWords(counts: readonly PersonalCount[]): string {
  const words = counts.map(({ id, count }) => {
    const kind = PERSONAL_KINDS.find((each) => each.id === id);
    return `${count} ${count === 1 ? kind?.one : kind?.many}`;
  });
  return words.join(', ');
}

const KIND_OF_ELEMENT = new Map(
  (PERSONAL_KINDS as readonly PersonalKind[]).flatMap(({ id, elements = [] }) =>
    elements.map((name) => [name, id as PersonalId] as const),
  ),
);

/** Different values by kind; the same subject in two messages counts once. */
class Found {
  private readonly values = new Map<PersonalId, Set<string>>();

  add(id: PersonalId, value: string): void {
    const text = value.trim();
    if (text === '') return;
    const values = this.values.get(id);
    if (values) values.add(text);
    else this.values.set(id, new Set([text]));
  }

  /** Looks for what can be told from any text. */
  addText(text: string): void {
    for (const address of mailAddresses(text)) this.add('address', address);
  }

  counts(): PersonalCount[] {
    return PERSONAL_KINDS.flatMap(({ id }) => {
      const count = this.values.get(id)?.size ?? 0;
      return count > 0 ? [{ id, count }] : [];
    });
  }
}

const SECRETS = new Set(['authorization', 'proxy-authorization', 'cookie', 'set-cookie']);

function addHttp(http: Http | undefined, found: Found): void {
  for (const [name, value] of Object.entries(http?.headers ?? {})) {
    if (SECRETS.has(name.toLowerCase())) found.add('secret', value);
    else found.addText(value);
  }
  const query = /\?([^#]*)/.exec(http?.url ?? '')?.[1] ?? '';
  if (!/[=&]./.test(query)) addPackedQuery(query, found);
  for (const [name, value] of new URLSearchParams(query)) {
    found.addText(value);
    if (name.toLowerCase() === 'deviceid') found.add('device', value);
    if (name.toLowerCase() === 'user' && mailAddresses(value).length === 0) found.add('account', value);
  }
}

/**
 * The query in base64: version, command, locale (2 bytes), then the device id behind its length.
 * @see MS-ASHTTP §2.2.1.1.1.1
 */
function addPackedQuery(query: string, found: Found): void {
  const bytes = fromBase64(query) ?? new Uint8Array(0);
  const end = 5 + (bytes[4] ?? 0);
  if (bytes.length >= end) found.add('device', toHex(bytes.subarray(5, end)));
}

function addBytes(message: Message, found: Found): void {
  const { bytes } = message;
  if (!bytes) return;
  const parts = readMultipart(bytes);
  if (parts) addParts(bytes, parts, found);
  else if (!mayBeginWbxml(bytes[0])) addMail(new TextDecoder().decode(bytes), found);
  else addWbxml(decode(bytes, readingOf(message)), found);
}

/** What stands around the WBXML of a body: the other parts, numbers of phones, addresses anywhere. */
function addAround(message: Message, found: Found): void {
  const { around } = message;
  if (!around) return;
  for (const number of phoneNumbersAround(around)) found.add('phone', number);
  const whole = around.form === undefined ? wholeBodyOf(message).bytes : undefined;
  const parts = whole && readMultipart(whole);
  if (whole && parts) addParts(whole, parts.slice(1), found);
  for (const text of [around.before, around.after]) {
    found.addText(new TextDecoder().decode(fromBase64(text) ?? new Uint8Array(0)));
  }
}

/** Each by itself, and addresses between and behind them. */
function addParts(body: Uint8Array, parts: readonly Part[], found: Found): void {
  for (const { start, end } of parts) addPart(body.subarray(start, end), found);
  found.addText(new TextDecoder().decode(body));
}

const PICTURES: readonly unknown[] = ['png', 'jpeg', 'gif'];

/** A part of a body: a message, a mail or another text, a file. */
function addPart(bytes: Uint8Array, found: Found): void {
  if (bytes.length === 0) return;
  if (mayBeginWbxml(bytes[0])) return addWbxml(decode(bytes), found);
  // the same picture is as long, and begins alike
  const head = toHex(bytes.subarray(0, 64));
  if (PICTURES.includes(fileStart(bytes)?.format)) return found.add('picture', `${bytes.length} ${head}`);
  const text = new TextDecoder().decode(bytes);
  if (/[\0-\x08\ufffd]/.test(text)) return; // eslint-disable-line no-control-regex -- bytes that are no text
  addMail(text, found);
  found.add('text', text);
}

function addWbxml(decoded: Decoded, found: Found): void {
  const secrets = secretTokens(decoded);
  for (let i = 0; i < decoded.tokens.length; i++) {
    const text = textOf(decoded, i);
    if (text === undefined) continue;
    found.addText(text);
    const kind = secrets.get(i) ?? kindOf(decoded, i);
    if (kind === 'text') addMail(text, found);
    if (kind !== undefined) found.add(kind, text);
  }
}

/** A mail, or what may be one: its subject line, and the addresses in it. */
function addMail(text: string, found: Found): void {
  found.addText(text);
  for (const [, subject = ''] of text.matchAll(/^Subject:(.*)$/gim)) found.add('subject', subject);
}

/** The text of a string, of OPAQUE data or of an unread rest; a name for a string of the table; else `undefined`. */
function textOf({ bytes, tokens, document }: Decoded, i: number): string | undefined {
  const encoding = document.header?.encoding ?? FALLBACK;
  const kind = tokens.kind(i);
  if (kind === KIND.unread) return encoding.decode(bytes.subarray(tokens.start(i), tokens.end(i)));
  if (kind === KIND.opaque) {
    const { next } = readMbUint32(bytes, tokens.start(i) + 1);
    return encoding.decode(bytes.subarray(next, tokens.end(i)));
  }
  // Which string is enough: its entry in the table is a token of its own, and reading it here again for every
  // reference would let a small message cost hours.
  if (kind === KIND.strT) return `string ${readMbUint32(bytes, tokens.start(i) + 1).value}`;
  if (kind !== KIND.strI && kind !== KIND.stringTableEntry) return undefined;
  const { start, end } = stringSpan(document, i);
  return encoding.decode(bytes.subarray(start, end));
}

/** What kind of personal thing the element of token `i` holds. */
function kindOf({ tokens, vocabulary }: Decoded, i: number): PersonalId | undefined {
  const parent = tokens.parent(i);
  if (parent < 0 || tokens.kind(parent) !== KIND.tag) return undefined;
  const page = tokens.page(parent);
  const name = vocabulary.tag(page, tokens.tagCode(parent))?.name;
  if (name === undefined) return undefined;
  const namespace = vocabulary.page(page)?.namespace;
  return KIND_OF_ELEMENT.get(`${namespace}:${name}`) ?? KIND_OF_ELEMENT.get(name);
}
