import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { writeMessage, type Piece } from './message-writer.ts';

const SYNC = 0x0005;
const STATUS = 0x000e;
const BODY = 0x110a;

test.each<[string, Piece, string]>([
  ['a tag without content', { key: SYNC }, '05'],
  ['nothing in it', { key: SYNC, holds: [] }, '4501'],
  ['a text', { key: STATUS, holds: 'ü' }, '4e03c3bc0001'],
  ['no text', { key: STATUS, holds: '' }, '4e030001'],
  ['bytes', { key: STATUS, holds: Uint8Array.of(1, 0) }, '4ec302010001'],
  ['another page', { key: BODY }, '00110a'],
  ['a page and back', { key: SYNC, holds: [{ key: BODY }, { key: STATUS }] }, '4500110a00000e01'],
  ['a page that stays', { key: SYNC, holds: [{ key: BODY }, { key: BODY }] }, '4500110a0a01'],
])('%s', (_, root, hex) => {
  expect(toHex(writeMessage(root))).toBe(`03016a00${hex}`);
});

test('what stands before the root', () => {
  expect(toHex(writeMessage({ key: SYNC }, Uint8Array.of(0, 0)))).toBe('03016a00000005');
});
