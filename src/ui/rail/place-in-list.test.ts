import { expect, test } from 'vitest';
import { placeInList } from './place-in-list.ts';

/** Exchange 0 has two rows, 1 has one, 2 has two. */
const steps = [0, 0, 1, 2, 2].map((exchange) => ({ at: { exchange, side: 'request' as const } }));

test.each([
  { y: -50, before: 0 },
  { y: 23, before: 0 },
  { y: 24, before: 1 },
  { y: 59, before: 1 },
  { y: 60, before: 2 },
  { y: 95, before: 2 },
  { y: 96, before: 3 },
  { y: 1e6, before: 3 },
])('at $y px before exchange $before', ({ y, before }) => {
  expect(placeInList(steps, y, 24)).toBe(before);
});

test('an empty list has one place', () => {
  expect(placeInList([], 10, 24)).toBe(0);
});
