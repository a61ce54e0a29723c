import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { lostCharacters, readRawText } from './raw-text.ts';

test.each([
  { text: '\x03\x01j\0', hexes: ['03016a00'] },
  { text: '\x03\x01j\0\n', hexes: ['03016a000a', '03016a00'] },
  { text: '\x03\x01j\0ä', hexes: ['03016a00c3a4', '03016a00e4'] },
  { text: '\x03\x01j\0€ä', hexes: ['03016a00e282acc3a4'] },
  { text: 'plain text\n', hexes: [] },
  { text: '', hexes: [] },
])('$text', ({ text, hexes }) => {
  expect(readRawText(text).map(({ bytes }) => toHex(bytes))).toEqual(hexes);
});

test('lost characters are counted, and the first one marked', () => {
  expect(lostCharacters('ab\ufffdc\ufffd', 0, 5)).toMatchObject([
    {
      code: 'lost-characters',
      start: 2,
      end: 3,
      found: '2 characters U+FFFD, put in place of bytes that are no text',
    },
  ]);
  expect(lostCharacters('ab\ufffd', 0, 2)).toEqual([]);
  expect(lostCharacters('ab', 0, 2)).toEqual([]);
});
