import {
  conversationFromJson,
  fromPlain,
  messagesOf,
  toPlain,
  type BytesForm,
} from '../conversation/index.ts';
import { readTexts, readView } from './difference.ts';
import type { Kept, KeptText, KeptView } from './kept.ts';

/**
 * How a conversation lies in the database: a record, and of a long one further parts beside it. The browser makes a copy
 * of each before it goes on, and that is what saving costs the page.
 */
export interface Record3 {
  format: 3;
  /** Another one each time it is saved. */
  stamp: string;
  /** The page that saved it. */
  page: string;
  /** The plain form, without its exchanges. */
  conversation: unknown;
  first: Part;
  /** How many parts lie beside it. */
  more: number;
  view: KeptView;
  texts: readonly KeptText[];
}

/** Some exchanges and some bytes: either go on where those of the part before end. */
export interface Part {
  /**
   * Exchanges in the plain form, with a length in the place of the bytes of each message, as JSON: a text is copied ten
   * times faster than the objects it stands for.
   */
  exchanges: string;
  /** Of the bytes of all messages, one after the other. */
  bytes: Uint8Array;
}

/** How pages kept it before: in one piece. */
export interface Record2 {
  format: 2;
  stamp: string;
  page: string;
  /** The plain form, with a length in the place of the bytes of each message. */
  conversation: unknown;
  bytes: Uint8Array;
  view: KeptView;
  texts: readonly KeptText[];
}

/** How the first pages kept a conversation: its JSON form, the message on show, its text where that was broken. */
export interface Record1 {
  json: string;
  exchange: number;
  side: 'request' | 'response';
  draft?: string;
}

export type RecordRead =
  | { kind: 'read'; kept: Kept; stamp: string; page: string }
  /** A newer page wrote it. */
  | { kind: 'newer' }
  | { kind: 'unreadable' };

/** The stamp of what has none of its own. */
const STAMP_1 = 'format-1';

/** Exchanges of a part, and bytes of one: some ms to write and to copy. */
export const AT_ONCE = { exchanges: 250, bytes: 2_000_000 };

/** What is to be written of a conversation: the record, and its other parts, each made when it is asked for. */
export interface Written {
  record: Record3;
  rest: Iterable<Part>;
}

export function writeRecord({ conversation, view, texts }: Kept, stamp: string, page: string): Written {
  const all: Uint8Array[] = [];
  let size = 0;
  for (const { message } of messagesOf(conversation)) {
    if (!message.bytes) continue;
    all.push(message.bytes);
    size += message.bytes.length;
  }
  const count = Math.max(
    1,
    Math.ceil(conversation.exchanges.length / AT_ONCE.exchanges),
    Math.ceil(size / AT_ONCE.bytes),
  );
  const take = takerOf(all, size);
  const part = (i: number): Part => {
    const from = i * AT_ONCE.exchanges;
    const exchanges = conversation.exchanges.slice(from, from + AT_ONCE.exchanges);
    const left = Math.max(0, size - i * AT_ONCE.bytes);
    return {
      exchanges: JSON.stringify(toPlain({ ...conversation, exchanges }, WRITTEN)['exchanges']),
      bytes: take(Math.min(AT_ONCE.bytes, left)) ?? new Uint8Array(),
    };
  };
  const { exchanges: _, ...head } = toPlain({ ...conversation, exchanges: [] }, WRITTEN);
  const record: Record3 = {
    ...{ format: 3, stamp, page, conversation: head },
    ...{ first: part(0), more: count - 1, view, texts },
  };
  function* rest(): Generator<Part> {
    for (let i = 1; i < count; i++) yield part(i);
  }
  return { record, rest: rest() };
}

/**
 * Takes bytes from a row of arrays, from the first byte on.
 * @param size of all arrays
 * @returns a function that gives so many of those that follow, in memory of their own; `undefined` where there are fewer
 */
function takerOf(arrays: readonly Uint8Array[], size: number): (length: number) => Uint8Array | undefined {
  let left = size;
  let i = 0;
  let from = 0;
  return (length) => {
    if (length > left) return undefined;
    left -= length;
    const taken = new Uint8Array(length);
    for (let at = 0; at < length;) {
      const array = arrays[i] as Uint8Array;
      const some = array.subarray(from, from + length - at);
      taken.set(some, at);
      at += some.length;
      from += some.length;
      if (from === array.length) [i, from] = [i + 1, 0];
    }
    return taken;
  };
}

/** How many parts lie beside a record. */
export function partsBeside(value: unknown): number {
  const { format, more } = (value ?? {}) as Partial<Record3>;
  return format === 3 && typeof more === 'number' ? more : 0;
}

/**
 * Reads a record of this or any earlier format.
 * @param parts what lies beside it, in order
 * @returns `undefined` where nothing lies there
 */
export function readRecord(value: unknown, parts: readonly unknown[] = []): RecordRead | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return UNREADABLE;
  const { format } = value as { format?: unknown };
  if (format === undefined) return read1(value);
  if (format === 2) return read2(value);
  if (format === 3) return read3(value, parts);
  return typeof format === 'number' && format > 3 ? { kind: 'newer' } : UNREADABLE;
}

const UNREADABLE: RecordRead = { kind: 'unreadable' };

function read1({ json, exchange, side, draft }: Partial<Record1>): RecordRead {
  const view = readView({ exchange, side });
  const read = typeof json === 'string' ? conversationFromJson(json) : undefined;
  if (read?.ok === false && read.problem.code === 'newer-format') return { kind: 'newer' };
  if (!read?.ok || !view) return UNREADABLE;
  const texts = typeof draft === 'string' ? [{ ...view, text: draft, broken: true }] : [];
  return { kind: 'read', kept: { conversation: read.value, view, texts }, stamp: STAMP_1, page: '' };
}

function read2(record: Partial<Record<keyof Record2, unknown>>): RecordRead {
  const { conversation, bytes } = record;
  return bytes instanceof Uint8Array ? readPlain(record, conversation, [bytes]) : UNREADABLE;
}

function read3(record: Partial<Record<keyof Record3, unknown>>, beside: readonly unknown[]): RecordRead {
  const { conversation, first, more } = record;
  const parts = [first, ...beside];
  if (more !== beside.length || !parts.every(isPart)) return UNREADABLE;
  try {
    const exchanges = parts.flatMap((part) => JSON.parse(part.exchanges) as unknown[]);
    const plain = { ...(conversation as object), exchanges };
    return readPlain(
      record,
      plain,
      parts.map(({ bytes }) => bytes),
    );
  } catch {
    return UNREADABLE;
  }
}

function isPart(value: unknown): value is Part {
  const { exchanges, bytes } = (value ?? {}) as Partial<Record<keyof Part, unknown>>;
  return typeof exchanges === 'string' && bytes instanceof Uint8Array;
}

/** @param conversation its plain form @param bytes those of its messages, one after the other */
function readPlain(
  record: Partial<Record<'stamp' | 'page' | 'view' | 'texts', unknown>>,
  conversation: unknown,
  bytes: readonly Uint8Array[],
): RecordRead {
  const { stamp, page } = record;
  const view = readView(record.view);
  const texts = readTexts([], record.texts);
  if (typeof stamp !== 'string' || typeof page !== 'string') return UNREADABLE;
  const size = bytes.reduce((sum, { length }) => sum + length, 0);
  const take = takerOf(bytes, size);
  const read = (length: unknown): Uint8Array | undefined =>
    Number.isSafeInteger(length) && (length as number) >= 0 ? take(length as number) : undefined;
  const plain = fromPlain(conversation, { ...LENGTHS, read });
  if (!plain.ok) return plain.problem.code === 'newer-format' ? { kind: 'newer' } : UNREADABLE;
  if (!view || !texts) return UNREADABLE;
  return { kind: 'read', kept: { conversation: plain.value, view, texts }, stamp, page };
}

const LENGTHS: BytesForm = {
  write: () => undefined,
  check: () => undefined, // `read` refuses what it cannot use
  read: () => undefined,
  expected: 'a number of bytes that are there',
};

const WRITTEN: BytesForm = { ...LENGTHS, write: (part) => part.length };
