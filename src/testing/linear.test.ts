import { expect, test } from 'vitest';
import { expectLinear } from './linear.ts';

const words = (size: number): string[] => Array.from({ length: size }, (_, i) => `word ${i}`);

test('what goes by the square fails', () => {
  const searched = (all: readonly string[]) => all.filter((word, i) => all.indexOf(word) !== i);
  expect(() => expectLinear(words, searched, { smallest: 2000, largest: 20_000 })).toThrow(/times as long/);
});

test('what is linear passes, and what is too quick to be told', () => {
  expectLinear(words, (all) => all.map((word) => word.toUpperCase()).join(), { smallest: 2000 });
  expectLinear(words, () => undefined, { smallest: 10, largest: 20 });
});
