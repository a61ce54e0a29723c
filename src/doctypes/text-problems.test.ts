import { expect, test } from 'vitest';
import { findBadUtf8 } from './text-problems.ts';

/** On both sides of what is looked at together. */
const PLACES = [0, 1, 3, 4, 6, 7, 8, 9, 15, 16, 17];
const BEFORE = '<';

test.each(PLACES)('finds a byte that is no UTF-8 at %i', (at) => {
  const bytes = new TextEncoder().encode(BEFORE + 'a'.repeat(24));
  bytes[1 + at] = 0xff;
  expect(findBadUtf8(bytes, 1, bytes.length)).toEqual({ start: 1 + at, end: 2 + at });
  expect(findBadUtf8(bytes, 1, 1 + at)).toBeUndefined();
  expect(findBadUtf8(bytes, 2 + at, bytes.length)).toBeUndefined();
});

test.each(PLACES)('takes characters of several bytes at %i', (at) => {
  for (const character of ['é', '€', '😀']) {
    const bytes = new TextEncoder().encode(BEFORE + 'a'.repeat(at) + character + 'a'.repeat(9));
    expect(findBadUtf8(bytes, 1, bytes.length)).toBeUndefined();
    expect(findBadUtf8(bytes, 1, 2 + at)).toEqual({ start: 1 + at, end: 2 + at }); // cut short
  }
});
