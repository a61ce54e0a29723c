import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { pageAt, pageBefore } from './code-page.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());

test.each([
  { hex: '03016a00 45', at: 3, page: undefined },
  { hex: '03016a00 45', at: 4, page: { space: 'tag', number: 0, name: 'AirSync' } },
  { hex: '03016a00 45 0002 54', at: 7, page: { space: 'tag', number: 2, name: 'Email', since: 5 } },
  { hex: '03016a00 45 0002 54 0000 01', at: 8, page: { space: 'tag', number: 0, name: 'AirSync', since: 8 } },
  { hex: '03016a00 0063 45', at: 6, page: { space: 'tag', number: 99, since: 4 } },
  { hex: '03016a00 0002 85 05 01', at: 7, page: { space: 'attribute', number: 0 } },
  { hex: '03016a00 0002 85 0001 05 01', at: 9, page: { space: 'attribute', number: 1, since: 7 } },
  { hex: '03016a00 43 0001 05 01 45', at: 9, page: { space: 'tag', number: 0, name: 'AirSync' } },
  { hex: '03016a00 45 01 46', at: 6, page: undefined },
])('$hex at $at', ({ hex, at, page }) => {
  const decoded = read(hex);
  expect(pageAt(decoded, decoded.tokens.atOffset(at))).toEqual(page);
});

test('the page before a switch is that of its own space', () => {
  const decoded = read('03016a00 0002 85 0001 05 0001 01');
  const before = [4, 7, 10].map((offset) => pageBefore(decoded, decoded.tokens.atOffset(offset)));
  expect(before).toEqual([0, 0, 1]);
});
