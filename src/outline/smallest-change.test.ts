import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { smallestChange } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

test.each([
  { what: 'a byte in the middle', changes: [[1, 4, '02ff04']], change: [2, 3, 'ff'] },
  { what: 'nothing', changes: [[1, 4, '020304']], change: undefined },
  { what: 'no change at all', changes: [], change: undefined },
  { what: 'an insertion of what stands there', changes: [[1, 2, '0202']], change: [2, 2, '02'] },
  { what: 'a deletion', changes: [[1, 5, '0205']], change: [2, 4, ''] },
  {
    what: 'two places',
    changes: [
      [1, 2, 'ff'],
      [4, 4, '0002'],
    ],
    change: [1, 4, 'ff03040002'],
  },
] as const)('$what', ({ changes, change }) => {
  const made = smallestChange(
    bytesOf('0102030405'),
    changes.map(([start, end, hex]) => ({ start, end, bytes: bytesOf(hex) })),
  );
  expect(made && [made.start, made.end, toHex(made.bytes)]).toEqual(change);
});
