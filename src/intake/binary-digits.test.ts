import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readBinaryDigits } from './binary-digits.ts';

const read = (text: string): string[] => readBinaryDigits(text).map(({ bytes }) => toHex(bytes));

test.each([
  '00000011 00000001 01101010 00000000',
  '00000011000000010110101000000000',
  '0b00000011, 0b00000001, 0b01101010, 0b00000000',
  '00000011 00000001\n01101010 00000000\n',
  '00000000: 00000011 00000001 01101010 00000000                    ..j.\r\n',
  'bits:\n00000011 00000001 01101010 00000000\nand words',
])('%s', (text) => {
  expect(read(text)).toEqual(['03016a00']);
});

test.each([
  '',
  '0101',
  '00000011 00000001',
  '00000011 00000001 01101010 0000000',
  '000000110000000101101010000000',
])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});
