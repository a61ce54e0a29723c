import { fromBase64 } from '../bytes/index.ts';
import {
  checkKeys,
  isFields,
  jsonProblem,
  list,
  object,
  oneOf,
  table,
  textUpTo,
  wholeNumber,
  shownValue,
  type Check,
  type Fields,
  type JsonProblem,
} from './checks.ts';
import { LIMITS } from './limits.ts';
import { messagesOf } from './places.ts';
import type { Conversation, Message, Side } from './types.ts';

/** How the plain form of a conversation holds the bytes of a message: base64 in a file, a length in a link. */
export interface BytesForm {
  write(bytes: Uint8Array): unknown;
  check: Check;
  /** `undefined` where the value stands for no bytes. Called once per message, in the order of `messagesOf`. */
  read(value: unknown): Uint8Array | undefined;
  /** What `read` expects, in words. */
  expected: string;
}

export type FromPlain = { ok: true; value: Conversation } | { ok: false; problem: JsonProblem };

const SIDES: readonly Side[] = ['request', 'response'];

/** The conversation as plain values that JSON can hold, in a fixed order of the known fields. */
export function toPlain(conversation: Conversation, form: BytesForm): Fields {
  const { title, note, exchanges, ...others } = conversation;
  return {
    ...defined({ format: 1, title, note }),
    exchanges: exchanges.map(({ id, name, note, request, response, ...rest }) => ({
      ...defined({ id, name, note }),
      ...(request && { request: plainMessage(request, form) }),
      ...(response && { response: plainMessage(response, form) }),
      ...rest,
    })),
    ...omit(others, 'format'),
  };
}

function plainMessage({ bytes, http, readAs, ...rest }: Message, form: BytesForm): Fields {
  return { ...defined({ http, readAs }), ...(bytes && { bytes: form.write(bytes) }), ...rest };
}

/**
 * Takes a plain value for a conversation: checks every known field, keeps those it does not know.
 * @returns the conversation, sharing what it can with `value`; or the first fault and where it stands
 */
export function fromPlain(value: unknown, form: BytesForm): FromPlain {
  const problem = checkKeys(value, LIMITS.depth) ?? checkFormat(value) ?? conversationCheck(form)(value, '');
  if (problem) return { ok: false, problem };
  const conversation = { ...(value as Conversation) };
  const repeated = checkIds(conversation);
  if (repeated) return { ok: false, problem: repeated };
  conversation.exchanges = conversation.exchanges.map((exchange) => ({ ...exchange }));
  for (const { exchange, side, message } of messagesOf(conversation)) {
    const held: unknown = message.bytes;
    if (held === undefined) continue;
    const bytes = form.read(held);
    const path = `exchanges[${exchange}].${side}.bytes`;
    if (!bytes)
      return { ok: false, problem: jsonProblem('bad-bytes', path, form.expected, shownValue(held)) };
    const into = conversation.exchanges[exchange];
    if (into) into[side] = { ...message, bytes };
  }
  return { ok: true, value: conversation };
}

function checkFormat(value: unknown): JsonProblem | undefined {
  if (!isFields(value) || typeof value.format !== 'number' || value.format <= 1) return undefined;
  const found = shownValue(value.format);
  const text = `This was made by a newer page: it has format ${found}, and this page knows format 1.`;
  return jsonProblem('newer-format', 'format', '1', found, text);
}

const HTTP = object({
  method: textUpTo(LIMITS.method),
  url: textUpTo(LIMITS.url),
  status: wholeNumber(0, 999),
  headers: table(textUpTo(LIMITS.headerValue), LIMITS.headers, LIMITS.headerName),
});

const BASE64: Check = (value, path) => {
  const problem = textUpTo(Math.ceil(LIMITS.messageBytes / 3) * 4)(value, path);
  if (problem) return problem;
  const isIt = (value as string).length % 4 === 0 && fromBase64(value as string) !== undefined;
  return isIt ? undefined : jsonProblem('bad-bytes', path, 'base64 with padding', shownValue(value));
};

const ENVELOPE = object(
  { kind: oneOf('sms', 'obex'), before: BASE64, size: wholeNumber(0, LIMITS.messageBytes), after: BASE64 },
  ['kind', 'before', 'size', 'after'],
);
const AROUND = object(
  { before: BASE64, after: BASE64, form: oneOf('wsp'), envelopes: list(ENVELOPE, LIMITS.envelopes) },
  ['before', 'after'],
);

const READ_AS = object({
  doctype: textUpTo(LIMITS.readAs),
  command: textUpTo(LIMITS.readAs),
  side: oneOf(...SIDES),
  version: textUpTo(LIMITS.readAs),
});

function conversationCheck(form: BytesForm): Check {
  const message = object({
    bytes: form.check,
    http: HTTP,
    readAs: READ_AS,
    sideTold: oneOf(...SIDES),
    recorded: oneOf('in part'),
    around: AROUND,
  });
  const exchange = object(
    {
      id: textUpTo(LIMITS.id),
      name: textUpTo(LIMITS.name),
      note: textUpTo(LIMITS.note),
      request: message,
      response: message,
    },
    ['id'],
  );
  return object(
    {
      format: wholeNumber(1, 1),
      title: textUpTo(LIMITS.title),
      note: textUpTo(LIMITS.note),
      exchanges: list(exchange, LIMITS.exchanges),
    },
    ['format', 'title', 'exchanges'],
  );
}

function checkIds({ exchanges }: Conversation): JsonProblem | undefined {
  const seen = new Set<string>();
  for (const [i, { id }] of exchanges.entries()) {
    if (seen.has(id)) {
      return jsonProblem('repeated-id', `exchanges[${i}].id`, 'an id of its own', `${shownValue(id)} again`);
    }
    seen.add(id);
  }
  return undefined;
}

/** The fields that are there; JSON has no `undefined`. */
function defined(fields: Fields): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function omit(fields: Fields, name: string): Fields {
  return Object.fromEntries(Object.entries(fields).filter(([key]) => key !== name));
}
