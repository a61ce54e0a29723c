import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { alignTokens } from '../../doctor/index.ts';
import { listingRows } from '../../explain/index.ts';
import { isWithin, sideRows } from './side-rows.ts';

function told(a: string, b: string): string[] {
  const [one, other] = [a, b].map((hex) => decode(fromHex(hex) ?? new Uint8Array()));
  if (!one || !other) return [];
  return sideRows(alignTokens(one, other), listingRows(one), listingRows(other)).map(
    (row) => `${row.kind}: ${row.a?.hex ?? ''} | ${row.b?.hex ?? ''}`,
  );
}

test('the header is one row, a value that differs is another, what one has more stands alone', () => {
  expect(told('03016a00454e033100014b0331000101', '03016a00454e0332000101')).toEqual([
    'same: 03 01 6a 00 | 03 01 6a 00',
    'same: 45 | 45',
    'same: 4e | 4e',
    'other: 03 31 00 | 03 32 00',
    'same: 01 | 01',
    'only in the first: 4b | ',
    'only in the first: 03 31 00 | ',
    'only in the first: 01 | ',
    'same: 01 | 01',
  ]);
});

test('a header that differs is told once', () => {
  expect(told('03016a0005', '02016a0005')[0]).toBe('other: 03 01 6a 00 | 02 01 6a 00');
});

test.each([
  { start: 0, end: 4, rows: [0] },
  { start: 4, end: 6, rows: [1, 2] },
  { start: 6, end: 6, rows: [3] },
  { start: 99, end: 100, rows: [] },
])('bytes from $start to $end stand in rows $rows', ({ start, end, rows }) => {
  const listing = listingRows(decode(fromHex('03016a00454e0331000101') ?? new Uint8Array()));
  const within = Array.from({ length: listing.length }, (_, i) => i).filter((i) =>
    isWithin(listing.row(i), { start, end }),
  );
  expect(within).toEqual(rows);
  expect(isWithin(undefined, { start, end })).toBe(false);
  expect(isWithin(listing.row(0), undefined)).toBe(false);
});
