import {
  conversationFromJson,
  fromPlain,
  messagesOf,
  toPlain,
  type BytesForm,
} from '../conversation/index.ts';
import { readTexts, readView } from './difference.ts';
import type { Kept, KeptText, KeptView } from './kept.ts';

/** How a conversation lies in the database. Its bytes are one array: a copy of it is what saving costs. */
export interface Record2 {
  format: 2;
  /** Another one each time it is saved. */
  stamp: string;
  /** The page that saved it. */
  page: string;
  /** The plain form, with a length in the place of the bytes of each message. */
  conversation: unknown;
  /** The bytes of all messages, one after the other. */
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

export const writeRecord = (kept: Kept, stamp: string, page: string): Record2 =>
  recordOf(kept, stamp, page, toPlain(kept.conversation, WRITTEN));

/** A record of what is kept. @param plain the conversation as it is written */
function recordOf(
  { conversation, view, texts }: Kept,
  stamp: string,
  page: string,
  plain: Record2['conversation'],
): Record2 {
  const bytes = joined(messagesOf(conversation).flatMap(({ message }) => message.bytes ?? []));
  return { format: 2, stamp, page, conversation: plain, bytes, view, texts };
}

/** Exchanges that are written in one go: a few ms. */
export const AT_ONCE = 500;

/**
 * The same record, written some exchanges at a time.
 * @param pause is waited for in between
 */
export async function writeRecordInTurns(
  kept: Kept,
  stamp: string,
  page: string,
  pause: () => Promise<void>,
): Promise<Record2> {
  const { conversation } = kept;
  const all: unknown[] = [];
  for (let from = 0; from < conversation.exchanges.length; from += AT_ONCE) {
    const exchanges = conversation.exchanges.slice(from, from + AT_ONCE);
    all.push(...(toPlain({ ...conversation, exchanges }, WRITTEN)['exchanges'] as unknown[]));
    await pause();
  }
  const plain = { ...toPlain({ ...conversation, exchanges: [] }, WRITTEN), exchanges: all };
  const record = recordOf(kept, stamp, page, plain);
  await pause();
  return record;
}

/** All bytes in one array. A single one that is alone in its memory is that: the database makes its own copy. */
function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [first] = parts;
  if (first && parts.length === 1 && first.length === first.buffer.byteLength) return first;
  const bytes = new Uint8Array(parts.reduce((sum, part) => sum + part.length, 0));
  let at = 0;
  for (const part of parts) {
    bytes.set(part, at);
    at += part.length;
  }
  return bytes;
}

/** Reads a record of this or any earlier format; `undefined` where nothing lies there. */
export function readRecord(value: unknown): RecordRead | undefined {
  if (value === undefined) return undefined;
  if (typeof value !== 'object' || value === null) return UNREADABLE;
  const { format } = value as { format?: unknown };
  if (format === undefined) return read1(value);
  if (format === 2) return read2(value);
  return typeof format === 'number' && format > 2 ? { kind: 'newer' } : UNREADABLE;
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
  const { stamp, page, conversation, bytes } = record;
  const view = readView(record.view);
  const texts = readTexts([], record.texts);
  if (typeof stamp !== 'string' || typeof page !== 'string' || !(bytes instanceof Uint8Array))
    return UNREADABLE;
  let at = 0;
  const read = (length: unknown): Uint8Array | undefined => {
    const start = at;
    if (typeof length === 'number') at += length;
    return at > start || length === 0 ? (at <= bytes.length ? bytes.slice(start, at) : undefined) : undefined;
  };
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
