import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import { readPaste } from '../../intake/index.ts';
import { startOf, withStart } from './start-byte.ts';

const WHOLE = fromHex('aabbccddeeff03016a00455c4f4b0330000152033100010101 01'.replace(' ', '')) as Uint8Array;
const [candidate] = readPaste(WHOLE);
const at = { exchange: 0, side: 'response' as const };

test('a message inside other bytes is found, moved, moved back', () => {
  if (!candidate?.startAt) throw new Error('it is not found inside');
  const bytes = candidate.conversation.exchanges[0]?.response?.bytes;
  expect(startOf(candidate.startAt, bytes)).toBe(6);
  const later = withStart(candidate.conversation, at, candidate, 7);
  expect(later.offset).toBe(7);
  const moved = later.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array();
  expect(toHex(moved)).toBe(toHex(WHOLE.slice(7)));
  expect(startOf(candidate.startAt, moved)).toBe(7);
  expect(withStart(later.conversation, at, candidate, 6).conversation.exchanges).toEqual(
    candidate.conversation.exchanges,
  );
  expect(withStart(later.conversation, at, candidate, -5).offset).toBe(0);
  expect(withStart(later.conversation, at, candidate, 1e9).offset).toBe(WHOLE.length);
});

test('what was edited since cannot be moved', () => {
  if (!candidate?.startAt) throw new Error('it is not found inside');
  expect(startOf(candidate.startAt, fromHex('03016a0046'))).toBeUndefined();
  expect(startOf(candidate.startAt, undefined)).toBeUndefined();
  expect(startOf(candidate.startAt, new Uint8Array(WHOLE.length + 1))).toBeUndefined();
});
