import { expect, test } from 'vitest';
import { commonEnds, commonTextEnds } from './common-ends.ts';

test.each([
  { a: '', b: '', ends: [0, 0] },
  { a: 'abc', b: 'abc', ends: [3, 0] },
  { a: 'abc', b: 'axc', ends: [1, 1] },
  { a: 'abc', b: 'ac', ends: [1, 1] },
  { a: 'aa', b: 'aaa', ends: [2, 0] },
  { a: 'abab', b: 'ab', ends: [2, 0] },
  { a: 'xyz', b: 'abc', ends: [0, 0] },
])('$a and $b', ({ a, b, ends: [front, back] }) => {
  const bytes = (text: string) => new TextEncoder().encode(text);
  expect(commonTextEnds(a, b)).toEqual({ front, back });
  expect(commonEnds(bytes(a), bytes(b))).toEqual({ front, back });
});
