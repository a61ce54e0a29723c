import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { conversationToJson } from '../conversation/index.ts';
import type { Kept } from './kept.ts';
import { AT_ONCE, partsBeside, readRecord, writeRecord } from './record.ts';

const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
const KEPT: Kept = {
  conversation: {
    format: 1,
    title: 'Two',
    exchanges: [
      { id: '1', request: { bytes: new Uint8Array([1, 2]) }, response: { bytes: new Uint8Array() } },
      { id: '2', response: { http: { status: 200 } }, request: { bytes: new Uint8Array([3]) } },
    ],
  },
  view: { exchange: 1, side: 'request', selection: { start: 0, end: 1 } },
  texts: [{ exchange: 0, side: 'request', text: '<Sync', broken: true }],
};

/** As the database keeps it. */
const stored = (kept: Kept) => {
  const { record, rest } = writeRecord(kept, 'stamp', 'page');
  return structuredClone({ record, parts: [...rest] });
};

test('what is written is read: sent empty, not captured, in order', () => {
  const { record, parts } = stored(KEPT);
  expect(record.first.bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect([parts, partsBeside(record)]).toEqual([[], 0]);
  expect(readRecord(record)).toEqual({ kind: 'read', kept: KEPT, stamp: 'stamp', page: 'page' });
});

const manyExchanges = Array.from({ length: 2 * AT_ONCE.exchanges + 1 }, (_, i) => ({
  id: String(i),
  request: { bytes: new Uint8Array([i & 255, 7]), http: { url: `/${i}` } },
}));
const ramp = (length: number) => Uint8Array.from({ length }, (_, i) => i % 251);

test.each([
  { what: 'many exchanges', exchanges: manyExchanges, more: 2 },
  {
    what: 'messages that end within a part, and go on in the next',
    exchanges: [
      { id: '1', request: { bytes: ramp(10) }, response: { bytes: ramp(2 * AT_ONCE.bytes) } },
      { id: '2', request: { bytes: new Uint8Array() }, response: { bytes: ramp(5) } },
    ],
    more: 2,
  },
  {
    what: 'a part that is just full',
    exchanges: [{ id: '1', request: { bytes: ramp(AT_ONCE.bytes) } }],
    more: 0,
  },
])('$what lie in parts, and are the same', ({ exchanges, more }) => {
  const long: Kept = { ...KEPT, conversation: { format: 1, title: 'Long', note: 'n', exchanges } };
  const { record, parts } = stored(long);
  expect([parts.length, partsBeside(record)]).toEqual([more, more]);
  for (const { bytes } of [record.first, ...parts]) {
    expect(bytes.buffer.byteLength).toBeLessThanOrEqual(AT_ONCE.bytes);
  }
  const read = readRecord(record, parts);
  if (read?.kind !== 'read') throw new Error('not read');
  expect(conversationToJson(read.kept.conversation) === conversationToJson(long.conversation)).toBe(true);
  expect(readRecord(record, parts.slice(1))?.kind).toBe(more > 0 ? 'unreadable' : 'read');
  expect(readRecord(record, [...parts, record.first])?.kind).toBe('unreadable');
});

test('fields that nobody knows are kept, and what JSON spells in its own way', () => {
  const odd = {
    id: '\ud800"\u2028',
    request: { bytes: ramp(3), later: [null, { deep: 1.5 }] },
    more: { '': 0 },
  };
  const conversation = { ...KEPT.conversation, exchanges: [odd], extra: true };
  const { record, parts } = stored({ ...KEPT, conversation });
  const read = readRecord(record, parts);
  if (read?.kind !== 'read') throw new Error('not read');
  expect(read.kept.conversation).toEqual(conversation);
});

test('what the second form kept', () => {
  const { database } = JSON.parse(
    readFileSync(new URL('./fixtures/format-2.json', import.meta.url), 'utf8'),
  ) as { database: Record<string, { bytes: string }> };
  const lies = database['record:2b3c4d5e6f7a8'];
  const read = readRecord({ ...lies, bytes: fromHex(lies?.bytes ?? '') });
  if (read?.kind !== 'read') throw new Error('not read');
  const [first, second, third] = read.kept.conversation.exchanges;
  expect(toHex(first?.response?.bytes ?? new Uint8Array())).toBe(SEED);
  expect(first?.response).toMatchObject({ later: 'unknown' });
  expect(second?.response?.bytes).toEqual(new Uint8Array());
  expect(third?.request?.bytes).toEqual(fromHex('03016a0005'));
  expect(read.kept.texts).toEqual([{ exchange: 2, side: 'request', text: '<Sync', broken: true }]);
  expect([read.stamp, read.page]).toEqual(['stamp-2', 'page-2']);
});

describe('what the first pages kept', () => {
  const first = JSON.parse(readFileSync(new URL('./fixtures/format-1.json', import.meta.url), 'utf8')) as {
    database: Record<string, unknown>;
    tab: { kept: unknown };
  };

  test('a conversation', () => {
    const read = readRecord(first.database['1a2b3c4d5e6f7']);
    if (read?.kind !== 'read') throw new Error('not read');
    expect(read.kept.conversation.title).toBe('Kept by the first page');
    expect(toHex(read.kept.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array())).toBe(SEED);
  });

  test('a text that could not be encoded, in the tab', () => {
    const read = readRecord(first.tab.kept);
    if (read?.kind !== 'read') throw new Error('not read');
    const text = '<Sync xmlns="AirSync"><Status>1</Status></Snyc>';
    expect(read.kept.texts).toEqual([{ exchange: 0, side: 'response', text, broken: true }]);
  });
});

const withFirst = (other: object) => {
  const { record } = stored(KEPT);
  return { ...record, first: { ...record.first, ...other } };
};

test.each([
  { name: 'nothing', value: undefined, kind: undefined },
  { name: 'a later format', value: { format: 4 }, kind: 'newer' },
  { name: 'no format that was', value: { format: 0 }, kind: 'unreadable' },
  { name: 'a text', value: 'x', kind: 'unreadable' },
  {
    name: 'another conversation format',
    value: { json: '{"format":9}', exchange: 0, side: 'request' },
    kind: 'newer',
  },
  {
    name: 'bytes that end early',
    value: withFirst({ bytes: new Uint8Array(2) }),
    kind: 'unreadable',
  },
  { name: 'exchanges that are no JSON', value: withFirst({ exchanges: '[{' }), kind: 'unreadable' },
  { name: 'exchanges that are no list', value: withFirst({ exchanges: '5' }), kind: 'unreadable' },
  { name: 'no first part', value: { ...stored(KEPT).record, first: undefined }, kind: 'unreadable' },
  { name: 'no stamp', value: { ...stored(KEPT).record, stamp: 5 }, kind: 'unreadable' },
])('$name', ({ value, kind }) => {
  expect(readRecord(value)?.kind).toBe(kind);
});
