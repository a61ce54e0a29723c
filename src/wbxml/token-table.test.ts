import fc from 'fast-check';
import { expect, test } from 'vitest';
import { KIND, tokenize, type TokenTable } from './index.ts';

/** Bodies of tags with and without content, ENDs, texts and page switches, closed or not. */
const anyBytes = fc
  .array(fc.constantFrom(0x45, 0x46, 0x05, 0x01, 0x01, 0x02, 0x03, 0x00, 0x41, 0xc5, 0xc3), { maxLength: 60 })
  .map((body) => Uint8Array.from([3, 1, 0x6a, 0, ...body]));

/** What `past` promises, token by token. */
function pastOf(tokens: TokenTable, i: number): number {
  let past = i + 1;
  for (let k = i + 1; k < tokens.length; k++) if (tokens.ancestors(k).includes(i)) past = k + 1;
  return past;
}

const table = (bytes: Uint8Array): TokenTable => tokenize(bytes).tokens;

test('an element ends where it ends, whether one is asked about or all', () => {
  fc.assert(
    fc.property(anyBytes, (bytes) => {
      const all = table(bytes);
      const numbers = Array.from({ length: all.length }, (_, i) => i);
      const ends = numbers.map((i) => pastOf(all, i));
      expect(numbers.map((i) => table(bytes).past(i))).toEqual(ends);
      // So often that the ends of all are found on the way.
      for (let again = 0; again < 3; again++) expect(numbers.map((i) => all.past(i))).toEqual(ends);
      expect([...all.tags()]).toEqual(
        numbers.filter((i) => all.kind(i) === KIND.tag || all.kind(i) === KIND.literalTag),
      );
    }),
    { numRuns: 1000 },
  );
});

test('the ends of a million levels are found in time that is linear', () => {
  const bytes = new Uint8Array(1_000_004).fill(0x45);
  bytes.set([3, 1, 0x6a, 0]);
  const tokens = table(bytes);
  for (let i = 4; i < tokens.length; i++) if (tokens.past(i) !== tokens.length) expect(i).toBe(-1);
});
