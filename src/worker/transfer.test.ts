import { expect, test } from 'vitest';
import { readPaste } from '../intake/index.ts';
import { sentDecoded } from '../doctypes/index.ts';
import { pasted } from './pasted.ts';
import { buffersOf } from './transfer.ts';

const message = Uint8Array.from([3, 1, 0x6a, 0, 0x05]);

test('the bytes of what was read go over, each memory once', () => {
  const bytes = message.slice();
  const [candidate] = readPaste(bytes);
  expect(candidate?.conversation.exchanges[0]?.response?.bytes?.buffer).toBe(bytes.buffer);
  expect(buffersOf('paste', { candidates: candidate ? [candidate, candidate] : [] })).toEqual([bytes.buffer]);
});

test('what was read out of other bytes takes those along: it may be made to start elsewhere', () => {
  const whole = new Uint8Array(64);
  const startAt = { whole, offset: 20, others: [] };
  const found = readPaste(message.slice()).map((candidate) => ({ ...candidate, startAt }));
  expect(buffersOf('paste', { candidates: found })).toContain(whole.buffer);
});

test('how a large message is read goes over with it', () => {
  const long = Uint8Array.from([3, 1, 0x6a, 0, 0x45, 3, ...new Uint8Array(20_000).fill(0x61), 0, 1]);
  const read = pasted(long);
  expect(read.first).toEqual(sentDecoded(long));
  expect(buffersOf('paste', read)).toEqual([long.buffer, read.first?.cells.buffer]);
  expect(pasted(message).first).toBeUndefined();
});

test('every other result is copied: the worker may still hold it', () => {
  expect(buffersOf('print', 'text')).toEqual([]);
  expect(buffersOf('redact', { conversation: { format: 1, title: '', exchanges: [] } })).toEqual([]);
});

test('empty memory stays: other results share it', () => {
  const nothing = {
    format: 1 as const,
    title: '',
    exchanges: [{ id: '1', request: { bytes: new Uint8Array() } }],
  };
  expect(buffersOf('paste', { candidates: [{ conversation: nothing }] })).toEqual([]);
});
