import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { alignTokens } from '../../doctor/index.ts';
import { listingRows } from '../../explain/index.ts';
import { sideRows } from './side-rows.ts';

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
    'only here: 4b | ',
    'only here: 03 31 00 | ',
    'only here: 01 | ',
    'same: 01 | 01',
  ]);
});

test('a header that differs is told once', () => {
  expect(told('03016a0005', '02016a0005')[0]).toBe('other: 03 01 6a 00 | 02 01 6a 00');
});
