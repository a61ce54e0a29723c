import fc from 'fast-check';
import { expect, test } from 'vitest';
import { chunkAt, cut, recut } from './chunks.ts';

const line = 'x'.repeat(999) + '\n';

test.each([
  { text: '', lengths: [0] },
  { text: 'a', lengths: [1] },
  { text: line, lengths: [1000] },
  { text: line.repeat(2), lengths: [2000] },
  { text: line.repeat(5), lengths: [2000, 2000, 1000] },
  { text: `${line.repeat(2)}a`, lengths: [2000, 1] },
  { text: 'x'.repeat(50_000) + '\na', lengths: [50_001, 1] },
])('chunks of $lengths', ({ text, lengths }) => {
  expect(cut(text).map((chunk) => chunk.length)).toEqual(lengths);
  expect(cut(text).join('')).toBe(text);
});

test.each([
  { offset: 0, chunk: 0 },
  { offset: 9, chunk: 0 },
  { offset: 10, chunk: 1 },
  { offset: 29, chunk: 2 },
  { offset: 99, chunk: 2 },
])('$offset is in chunk $chunk', ({ offset, chunk }) => {
  expect(chunkAt([0, 10, 20], offset)).toBe(chunk);
});

const startsOf = (chunks: string[]): number[] =>
  chunks
    .reduce<number[]>((starts, chunk) => [...starts, (starts.at(-1) ?? 0) + chunk.length], [0])
    .slice(0, -1);

const pieces = fc.constantFrom('\n', 'x', 'x'.repeat(700), line, line.repeat(3));
const texts = fc.array(pieces, { maxLength: 8 }).map((list) => list.join(''));

test('after a change the chunks are the new text, and all but the last end a line', () => {
  fc.assert(
    fc.property(
      texts,
      texts,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (text, insert, a, b) => {
        const from = Math.round(Math.min(a, b) * text.length);
        const to = Math.round(Math.max(a, b) * text.length);
        const chunks = cut(text);
        const made = recut(startsOf(chunks), (i) => chunks[i] ?? '', { from, to, insert });
        chunks.splice(made.first, made.last - made.first, ...made.chunks);
        expect(chunks.join('')).toBe(text.slice(0, from) + insert + text.slice(to));
        expect(chunks.slice(0, -1).every((chunk) => chunk.endsWith('\n'))).toBe(true);
      },
    ),
  );
});
