import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { counterpart } from './counterpart.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());
/** <Sync> <SyncKey>11</SyncKey> <Collections/>, and a <Status>1</Status> in front of the key in the second. */
const A = read('03016a00 45 4b0331310001 1c 01');
const B = read('03016a00 45 4e03310001 4b03320001 1c 01');

test.each([
  { what: 'a value of another length', start: 6, end: 10, here: { start: 11, end: 14 } },
  { what: 'an element', start: 5, end: 11, here: { start: 10, end: 15 } },
  { what: 'a part of a string', start: 7, end: 8, here: { start: 11, end: 14 } },
  { what: 'an element and what follows', start: 5, end: 12, here: { start: 10, end: 16 } },
  { what: 'no byte', start: 99, end: 100, here: undefined },
])('$what', ({ start, end, here }) => {
  expect(counterpart(A, B, { start, end })).toEqual(here);
});

test('what only the other has goes with nothing', () => {
  expect(counterpart(B, A, { start: 5, end: 10 })).toBeUndefined();
});
