import { expect, test } from 'vitest';
import type { Exchange } from '../conversation/index.ts';
import type { Candidate } from '../intake/index.ts';
import type { Jobs, Results } from './jobs.ts';
import { jobApart, jobTogether, resultApart, resultTogether } from './portions.ts';

const exchanges = (count: number, size = 3): Exchange[] =>
  Array.from({ length: count }, (_, i) => ({
    id: String(i),
    request: { bytes: new Uint8Array(size).fill(i) },
  }));
const candidate = (all: Exchange[]): Candidate => ({
  kind: 'har',
  why: '',
  conversation: { format: 1, title: 'All', exchanges: all },
  sideKnown: true,
  problems: [],
});
const talk = (count: number): Jobs['talk'] => ({
  places: Array.from({ length: count }, (_, exchange) => ({ exchange, side: 'request' })),
  seen: Array.from({ length: count }, () => undefined),
});

test.each([
  { count: 0, portions: 0 },
  { count: 400, portions: 0 },
  { count: 401, portions: 2 },
  { count: 1200, portions: 3 },
])('what is asked of $count messages goes in $portions portions', ({ count, portions }) => {
  const apart = structuredClone(jobApart('talk', talk(count)));
  expect(apart.portions).toHaveLength(portions);
  expect(jobTogether('talk', apart)).toEqual(talk(count));
});

test.each([
  { what: 'few exchanges', all: () => exchanges(400), portions: 0 },
  { what: 'many', all: () => exchanges(1000), portions: 3 },
  { what: 'many large ones', all: () => exchanges(401, 300_000), portions: 134 },
])('a paste of $what comes in $portions portions, in order', ({ all, portions }) => {
  const result = (): Results['paste'] => ({ candidates: [candidate(all()), candidate(exchanges(1))] });
  const apart = structuredClone(resultApart('paste', result()));
  expect(apart.portions).toHaveLength(portions);
  expect(resultTogether('paste', apart)).toEqual(result());
});

test('everything else goes as it is', () => {
  const job = { bytes: new Uint8Array(5), options: {}, most: 5 };
  expect(jobApart('print', job)).toEqual({ portions: [], rest: job });
  expect(resultApart('print', undefined)).toEqual({ portions: [], rest: undefined });
  expect(resultTogether('examine', { portions: [], rest: [] })).toEqual([]);
});
