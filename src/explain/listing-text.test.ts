import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { listingRows } from './listing.ts';
import { listingText, type ListingTextOptions } from './listing-text.ts';

const textOf = (hex: string, options?: ListingTextOptions): string =>
  listingText(listingRows(decode(fromHex(hex) ?? new Uint8Array())), options);

test('offsets, bytes and meanings stand in columns', () => {
  expect(textOf('03016a00 45 4b 033100 01 14 01')).toBe(
    [
      '00  03 01 6a 00  header: WBXML 1.3, public id 1, UTF-8, no string table',
      '04  45           <Sync>',
      '05  4b             <SyncKey>',
      '06  03 31 00         "1"',
      '09  01             </SyncKey>',
      '10  14             <MoreAvailable/>',
      '11  01           </Sync>',
      '',
    ].join('\n'),
  );
});

test('cut rows say what is missing', () => {
  expect(textOf('03016a00 45 4b 033100 01 14 01', { rows: 2 })).toBe(
    [
      '00  03 01 6a 00  header: WBXML 1.3, public id 1, UTF-8, no string table',
      '04  45           <Sync>',
      '… 5 more rows, bytes 5–11',
      '',
    ].join('\n'),
  );
  expect(textOf('03016a00 45 01', { rows: 0 })).toBe('… 3 more rows, bytes 0–5\n');
});

test('long rows are cut, or stand on several lines', () => {
  const hex = `03016a00 45 03 ${'62'.repeat(17)} 00 01`;
  expect(textOf(hex).split('\n')[2]).toBe(
    '05  03 62 62 62 62 62 62 62    "bbbbbbbbbbbbbbbbb"   … 11 more bytes',
  );
  expect(textOf(hex, { allBytes: true }).split('\n').slice(2, 6)).toEqual([
    '05  03 62 62 62 62 62 62 62    "bbbbbbbbbbbbbbbbb"',
    '13  62 62 62 62 62 62 62 62',
    '21  62 62 00',
    '24  01                       </Sync>',
  ]);
});

test('no bytes', () => {
  expect(textOf('')).toBe('no bytes\n');
});

test('deep levels are indented to a bound and numbered', () => {
  const lines = textOf(`03016a00 ${'45'.repeat(25)}`).split('\n');
  expect(lines[21]).toBe(`24  45           ${' '.repeat(40)}<Sync>`);
  expect(lines[22]).toBe(`25  45           ${' '.repeat(40)}(level 21) <Sync>`);
});

test('a string cannot begin a line of its own', () => {
  expect(textOf('03016a00 45 03 610a0d09e280a8 00 01').split('\n')[2]).toMatch(/ "a\\n\\r\\t\\u2028"$/);
});
