import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { numberOf, partAt, partsOf } from './token-parts.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());

/** The parts of the token at `offset`, as `name start-end`. */
function partsAt(hex: string, offset: number): string[] {
  const decoded = read(hex);
  const parts = partsOf(decoded, decoded.tokens.atOffset(offset));
  return parts.map(
    ({ name, start, end, what }) => `${name} ${start}-${end}${what === '' ? '' : `: ${what}`}`,
  );
}

test.each([
  { hex: '03016a00 45', at: 0, parts: ['version 0-1'] },
  { hex: '03016a00 45', at: 1, parts: ['number 1-2: public id'] },
  { hex: '0300056a00 45', at: 1, parts: ['mark 1-2', 'number 2-3: public id’s name: string-table offset'] },
  { hex: '038f516a00 45', at: 2, parts: ['number 1-3: public id'] },
  { hex: '03016a00 45', at: 2, parts: ['number 2-3: charset'] },
  { hex: '03016a00 45', at: 3, parts: ['number 3-4: length of the string table'] },
  { hex: '03016a04 61620063 45', at: 4, parts: ['text 4-6', 'terminator 6-7'] },
  { hex: '03016a04 61620063 45', at: 7, parts: ['text 7-8'] },
  { hex: '03016a00 0002 45', at: 5, parts: ['token 4-5', 'page 5-6'] },
  { hex: '03016a00 45', at: 4, parts: ['token 4-5'] },
  { hex: '03016a00 4401', at: 4, parts: ['token 4-5', 'number 5-6: string-table offset'] },
  { hex: '03016a00 45 01', at: 5, parts: ['token 5-6'] },
  { hex: '03016a00 45 03 6162 00', at: 7, parts: ['token 5-6', 'text 6-8', 'terminator 8-9'] },
  { hex: '03016a00 45 03 00', at: 6, parts: ['token 5-6', 'terminator 6-7'] },
  { hex: '03016a00 45 03 6162', at: 6, parts: ['token 5-6', 'text 6-8'] },
  { hex: '03016a00 45 03', at: 5, parts: ['token 5-6'] },
  { hex: '0301 8777 00 45 03 0061 0000', at: 8, parts: ['token 6-7', 'text 7-9', 'terminator 9-11'] },
  { hex: '03016a00 45 83 05', at: 6, parts: ['token 5-6', 'number 6-7: string-table offset'] },
  { hex: '03016a00 45 02 8120', at: 6, parts: ['token 5-6', 'number 6-8: character code'] },
  { hex: '03016a00 45 40 61 00', at: 6, parts: ['token 5-6', 'text 6-7', 'terminator 7-8'] },
  { hex: '03016a00 45 80 05', at: 6, parts: ['token 5-6', 'number 6-7: number'] },
  { hex: '03016a00 45 c0', at: 5, parts: ['token 5-6'] },
  { hex: '03016a00 45 c3 02 6162', at: 7, parts: ['token 5-6', 'number 6-7: length', 'data 7-9'] },
  { hex: '03016a00 45 c3 00', at: 6, parts: ['token 5-6', 'number 6-7: length'] },
  { hex: '03016a00 45 c3 8100 61', at: 7, parts: ['token 5-6', 'number 6-8: length', 'data 8-9'] },
  { hex: '03016a00 85 05 85 01', at: 5, parts: ['token 5-6'] },
  { hex: '03016a00 85 05 85 01', at: 6, parts: ['token 6-7'] },
  { hex: '03016a00 85 04 07 01', at: 6, parts: ['token 5-6', 'number 6-7: string-table offset'] },
  { hex: '03016a00 43 05 01', at: 4, parts: ['token 4-5'] },
  { hex: '03016a00 45 01 4546', at: 7, parts: ['unread 6-8'] },
])('$hex at $at', ({ hex, at, parts }) => {
  expect(partsAt(hex, at)).toEqual(parts);
  const decoded = read(hex);
  const part = partAt(decoded, decoded.tokens.atOffset(at), at);
  expect(at >= part.start && at < part.end).toBe(true);
});

test.each([
  { hex: '03016a00 45 02 8120', token: 5, value: 160 },
  { hex: '03016a00 45 c3 8100 61', token: 5, value: 128 },
  { hex: '0300056a00 45', token: 1, value: 5 },
  { hex: '03016a00 45', token: 4, value: 0 },
])('the number of token $token in $hex is $value', ({ hex, token, value }) => {
  expect(numberOf(read(hex), token)).toBe(value);
});
