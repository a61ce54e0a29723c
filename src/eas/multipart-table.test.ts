import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { withFirstLength } from './multipart-table.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();

test.each([
  [
    'longer',
    '02000000 14000000 02000000 16000000 03000000',
    5,
    '02000000140000000500000019000000' + '03000000',
  ],
  ['shorter', '01000000 0c000000 02000000', 1, '010000000c00000001000000'],
  ['no table', '0200', 1, '0200'],
])('a table for a first part that is %s', (_, table, length, made) => {
  expect(toHex(withFirstLength(bytesOf(table), length))).toBe(made);
});
