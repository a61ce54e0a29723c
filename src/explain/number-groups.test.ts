import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { numberForm, numberWords } from './number-groups.ts';

const formOf = (hex: string) => {
  const bytes = fromHex(hex) ?? new Uint8Array();
  return numberForm(bytes, 0, bytes.length);
};

test.each([
  { hex: '00', words: '00 = 0' },
  { hex: '7f', words: '7f = 127' },
  { hex: '8120', words: '81 20 → 1 × 128 + 32 = 160' },
  {
    hex: '8fffffff7f',
    words:
      '8f ff ff ff 7f → 15 × 268,435,456 + 127 × 2,097,152 + 127 × 16,384 + 127 × 128 + 127 = 4,294,967,295',
  },
  { hex: '808005', words: '80 80 05 → 0 × 16,384 + 0 × 128 + 5 = 5; 1 byte would do' },
])('$words', ({ hex, words }) => {
  expect(numberWords(formOf(hex))).toBe(words);
});

test('each group has its byte, its bits, its value and its weight', () => {
  expect(formOf('8120')).toEqual({
    value: 160,
    shortest: 2,
    groups: [
      { hex: '81', bits: '0000001', value: 1, weight: 128, more: true },
      { hex: '20', bits: '0100000', value: 32, weight: 1, more: false },
    ],
  });
});
