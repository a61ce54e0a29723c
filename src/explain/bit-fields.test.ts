import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { bitFields, bitsOf } from './bit-fields.ts';
import { partAt } from './token-parts.ts';

function fieldsAt(hex: string, offset: number): string[] {
  const decoded = decode(fromHex(hex) ?? new Uint8Array());
  const i = decoded.tokens.atOffset(offset);
  const fields = bitFields(decoded, i, partAt(decoded, i, offset), offset);
  return fields.map(({ high, low, bits, text }) => `${high}-${low} ${bits} ${text}`);
}

test.each([
  { hex: '03', at: 0, fields: ['7-4 0000 major version less one: 0', '3-0 0011 minor version: 3'] },
  { hex: '0300056a00 45', at: 1, fields: ['7-0 00000000 no number: a string-table offset follows'] },
  {
    hex: '038f516a00 45',
    at: 1,
    fields: ['7-7 1 more bytes of the number follow', '6-0 0001111 seven bits of the number: 15'],
  },
  {
    hex: '03016a00 45',
    at: 2,
    fields: ['7-7 0 last byte of the number', '6-0 1101010 seven bits of the number: 106'],
  },
  {
    hex: '03016a00 4b',
    at: 4,
    fields: ['7-7 0 no attributes', '6-6 1 content follows', '5-0 001011 0b SyncKey'],
  },
  {
    hex: '03016a00 85 05 01',
    at: 4,
    fields: ['7-7 1 attributes follow', '6-6 0 no content', '5-0 000101 05 Sync'],
  },
  {
    hex: '03016a03 616200 44 00',
    at: 7,
    fields: [
      '7-7 0 no attributes',
      '6-6 1 content follows',
      '5-0 000100 04 LITERAL: the name is in the string table',
    ],
  },
  { hex: '03016a00 45 c3 00', at: 5, fields: ['7-0 11000011 the global token OPAQUE'] },
  { hex: '03016a00 0011 45', at: 5, fields: ['7-0 00010001 page 17'] },
  { hex: '02056a00 86 0c 85 01', at: 5, fields: ['7-7 0 an attribute start', '6-0 0001100 0c href'] },
  {
    hex: '02056a00 86 0c 85 01',
    at: 6,
    fields: ['7-7 1 a piece of a value', '6-0 0000101 85, by its whole byte'],
  },
  { hex: '03016a00 45 03 61 00', at: 6, fields: [] },
  { hex: '03016a00 45 03 61 00', at: 7, fields: [] },
  {
    hex: '03016a00 45 03 c3a9 00',
    at: 6,
    fields: ['7-5 110 first of 2 bytes of a character', '4-0 00011 the highest bits of its code'],
  },
  {
    hex: '03016a00 45 03 f09f9880 00',
    at: 6,
    fields: ['7-3 11110 first of 4 bytes of a character', '2-0 000 the highest bits of its code'],
  },
  {
    hex: '03016a00 45 03 c3a9 00',
    at: 7,
    fields: ['7-6 10 goes on with a character', '5-0 101001 six bits of its code'],
  },
  { hex: '03016a00 45 03 a9 00', at: 6, fields: [] },
  { hex: '030104 00 45 03 e4 00', at: 6, fields: [] },
  { hex: '03016a00 45 c3 01 c3', at: 7, fields: [] },
  { hex: '03016a00 45 01 45', at: 6, fields: [] },
])('$hex at $at: $fields', ({ hex, at, fields }) => {
  expect(fieldsAt(hex, at)).toEqual(fields);
});

test('bits stand in two groups of four', () => {
  expect([0, 0x4b, 0xff].map(bitsOf)).toEqual(['0000 0000', '0100 1011', '1111 1111']);
});

test('a global token is not told by its low six bits: c3 is OPAQUE, not STR_I', () => {
  expect(fieldsAt('03016a00 45 c3 00', 5).join()).not.toContain('STR_I');
});
