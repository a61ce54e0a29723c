import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { listingRows } from '../../explain/index.ts';
import { rowsText } from './rows-text.ts';

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const listing = listingRows(decode(bytes('03016a00 45 4e 033100 01 01')));

test('the rows that a selection touches, with offsets, bytes and indented meaning', () => {
  expect(rowsText(listing, { start: 5, end: 10 })).toBe(
    ['05  4e          <Status>', '06  03 31 00      "1"', '09  01          </Status>'].join('\n'),
  );
});

test('a byte in the middle of a row stands for the row', () => {
  expect(rowsText(listing, { start: 7, end: 8 })).toContain('06  03 31 00');
});

test('a long row is copied with all its bytes', () => {
  const long = listingRows(decode(bytes(`03016a00 45 03 ${'61'.repeat(40)} 00 01`)));
  expect(rowsText(long, { start: 5, end: 6 })).toContain('61 '.repeat(40));
});

test('of nothing there are no rows', () => {
  expect(rowsText(listingRows(decode(bytes(''))), { start: 0, end: 0 })).toBe('');
});
