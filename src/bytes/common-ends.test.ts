import fc from 'fast-check';
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

test('bytes that are compared several at a time end where single ones do', () => {
  const run = fc.array(fc.constantFrom(0, 1, 0xff), { maxLength: 40 });
  const textOf = (bytes: readonly number[]): string => String.fromCharCode(...bytes);
  /** Not at the beginning of its memory, and not at its end. */
  const inside = (bytes: readonly number[]): Uint8Array => Uint8Array.from([7, ...bytes, 7]).subarray(1, -1);
  fc.assert(
    fc.property(run, run, run, run, (head, tail, a, b) => {
      const [left, right] = [
        [...head, ...a, ...tail],
        [...head, ...b, ...tail],
      ];
      expect(commonEnds(inside(left), inside(right))).toEqual(commonTextEnds(textOf(left), textOf(right)));
    }),
  );
});

test.each([0, 1, 4095, 4096, 4097, 8191, 8192, 10_000])('of long texts that differ at %d', (at) => {
  const text = 'ab'.repeat(5000);
  const put = `${text.slice(0, at)}!${text.slice(at)}`;
  expect(commonTextEnds(text, put)).toEqual({ front: at, back: text.length - at });
  expect(commonTextEnds(put, text)).toEqual({ front: at, back: text.length - at });
});
