import { expect, test } from 'vitest';
import { exponent, median, ratio } from './figures.js';

test('the median is in the middle, in whatever order', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([7])).toBe(7);
});

test('a ratio compares each round with its neighbour', () => {
  // The machine was ten times slower in the second round; a ratio of medians would say 4 / 30.
  const rounds = new Map([
    ['core decode', [2, 30, 1]],
    ['libwbxml decode', [4, 60, 2]],
  ]);
  expect(ratio(rounds, 'core decode', 'libwbxml decode')).toBe(2);
  expect(ratio(rounds, 'core decode', 'jswbxml decode')).toBeUndefined();
});

test.each([
  { name: 'linear', y: (/** @type {number} */ x) => 3 * x, found: 1 },
  { name: 'quadratic', y: (/** @type {number} */ x) => x * x, found: 2 },
  { name: 'constant', y: () => 5, found: 0 },
])('$name growth has exponent $found', ({ y, found }) => {
  expect(exponent([1, 10, 100].map((x) => ({ x, y: y(x) })))).toBeCloseTo(found);
});
