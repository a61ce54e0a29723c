import { expect, test } from 'vitest';
import type { words as simulate } from './en/simulate.ts';
import { pseudo } from './pseudo.ts';

interface Catalogue {
  words: Record<string, unknown>;
}
const files = Object.entries(import.meta.glob<Catalogue>('./en/*.ts', { eager: true }));
const [, simulation] = files.find(([path]) => path.endsWith('/simulate.ts')) ?? [];

test('every file of the catalogue has words', () => {
  expect(files.length).toBeGreaterThan(15);
  for (const [path, { words }] of files) expect(Object.keys(words).length, path).toBeGreaterThan(0);
});

test.each(files)('%s in the made language is of the same form, with nothing left out', (_, { words }) => {
  const made = pseudo(words);
  expect(shapeOf(made)).toEqual(shapeOf(words));
  const texts = textsIn(words);
  expect(textsIn(made)).toEqual(texts.map((text) => (text.trim() === '' ? text : `⟦${text}⟧`)));
});

test('what functions of the made language give stands in brackets too', () => {
  const made: typeof simulate = pseudo(simulation?.words as typeof simulate); // the types agree
  expect(made.stepOf(2, 7)).toBe('⟦Step 2 of 7:⟧');
  expect(made.outcomes.loop(3)).toBe('⟦It ended as a loop: the same question 3 times.⟧');
  expect(made.states.IDLE).toBe('⟦is up to date⟧');
});

/** Names and kinds, all the way down. */
function shapeOf(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(shapeOf);
  if (typeof value !== 'object' || value === null) return typeof value;
  return Object.entries(value).map(([name, held]) => [name, shapeOf(held)]);
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}
