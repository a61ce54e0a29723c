import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import type { Kept } from './kept.ts';
import { AT_ONCE, readRecord, writeRecord, writeRecordInTurns } from './record.ts';

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

test('what is written is read: sent empty, not captured, in order', () => {
  const record = writeRecord(KEPT, 'stamp', 'page');
  expect(record.bytes).toEqual(new Uint8Array([1, 2, 3]));
  expect(readRecord(structuredClone(record))).toEqual({
    kind: 'read',
    kept: KEPT,
    stamp: 'stamp',
    page: 'page',
  });
});

test('a long one is written in turns, and is the same', async () => {
  const exchanges = Array.from({ length: AT_ONCE + 1 }, (_, i) => ({
    id: String(i),
    request: { bytes: new Uint8Array([i & 255]), http: { url: `/${i}` } },
  }));
  const long: Kept = { ...KEPT, conversation: { format: 1, title: 'Long', note: 'n', exchanges } };
  let pauses = 0;
  const pause = (): Promise<void> => Promise.resolve(void pauses++);
  const record = await writeRecordInTurns(long, 'stamp', 'page', pause);
  expect(JSON.stringify(record.conversation)).toBe(
    JSON.stringify(writeRecord(long, 'stamp', 'page').conversation),
  );
  expect(record).toEqual(writeRecord(long, 'stamp', 'page'));
  expect(pauses).toBe(3);
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

test.each([
  { name: 'nothing', value: undefined, kind: undefined },
  { name: 'a later format', value: { format: 3 }, kind: 'newer' },
  { name: 'no format that was', value: { format: 0 }, kind: 'unreadable' },
  { name: 'a text', value: 'x', kind: 'unreadable' },
  {
    name: 'another conversation format',
    value: { json: '{"format":9}', exchange: 0, side: 'request' },
    kind: 'newer',
  },
  {
    name: 'bytes that end early',
    value: { ...writeRecord(KEPT, 's', 'p'), bytes: new Uint8Array(2) },
    kind: 'unreadable',
  },
  { name: 'no stamp', value: { ...writeRecord(KEPT, 's', 'p'), stamp: 5 }, kind: 'unreadable' },
])('$name', ({ value, kind }) => {
  expect(readRecord(value)?.kind).toBe(kind);
});
