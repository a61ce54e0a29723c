import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bounded } from '../testing/cpu.ts';
import { Prefixes } from './prefixes.ts';
import { Sweep } from './sweep.ts';

const always = (): boolean => true;
const tableOf = (texts: readonly string[]): Prefixes<string> => {
  const table = new Prefixes<string>();
  for (const text of texts) table.add(text, text);
  return table;
};

test.each([
  { texts: [], text: 'ab', at: 0, found: undefined },
  { texts: ['a', 'ab', 'abc', 'b'], text: 'xabd', at: 1, found: 'ab' },
  { texts: ['ab', 'aba', 'abb', 'ac'], text: 'abc', at: 0, found: 'ab' },
  { texts: ['ab'], text: 'ab', at: 1, found: undefined },
  { texts: ['abc'], text: 'ab', at: 0, found: undefined },
])('$texts in $text at $at: $found', ({ texts, text, at, found }) => {
  expect(tableOf(texts).longestAt(text, at, always)).toBe(found);
});

test('a longer one that does not fit gives way to a shorter one', () => {
  expect(tableOf(['ab', 'abc']).longestAt('abc', 0, (value) => value !== 'abc')).toBe('ab');
});

test('the first value of a text stays', () => {
  const table = new Prefixes<number>();
  table.add('a', 1);
  table.add('a', 2);
  expect(table.longestAt('a', 0, () => true)).toBe(1);
});

test('it finds what looking at each of them finds', () => {
  const word = fc.string({ unit: fc.constantFrom('a', 'b', '\xff'), minLength: 1, maxLength: 5 });
  fc.assert(
    fc.property(fc.array(word), word, fc.constantFrom('a', 'b', ''), (texts, text, without) => {
      const table = tableOf(texts);
      const fits = (value: string): boolean => value !== without;
      for (let at = 0; at <= text.length; at++) {
        const longest = texts
          .filter((each) => text.startsWith(each, at) && fits(each))
          .sort((a, b) => b.length - a.length)[0];
        expect(table.longestAt(text, at, fits)).toBe(longest);
      }
    }),
  );
});

test('thousands of values that begin alike are looked for in little time', () => {
  const sweep = new Sweep();
  const originals = Array.from({ length: 5_000 }, (_, i) => `Subject of mail ${i}`);
  const text = originals.join(', ');
  const made = bounded('5,000 values in 100 kB', () => {
    for (const [i, original] of originals.entries())
      sweep.add(original, `Zabdice un kelo ${i}`.slice(0, original.length));
    return sweep.over(text);
  });
  expect(made).not.toContain('Subject');
  expect(made).toHaveLength(text.length);
});
