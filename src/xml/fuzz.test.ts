import { expect, test } from 'vitest';
import { allMessages } from '../testing/corpus.ts';
import { fuzzOnce } from '../testing/fuzz.ts';

/** `FUZZ_RUNS=1000000 FUZZ_SEED=7 npx vitest run src/xml/fuzz.test.ts` goes on from another seed. */
const RUNS = Number(process.env['FUZZ_RUNS'] ?? 20_000);
const SEED = Number(process.env['FUZZ_SEED'] ?? 1);

test(`${RUNS} mutated messages keep the laws`, { timeout: 3_600_000 }, () => {
  const messages = allMessages().filter(({ bytes }) => bytes.length <= 2000);
  const faults: string[] = [];
  for (let seed = SEED; seed < SEED + RUNS && faults.length < 5; seed++) {
    const fault = fuzzOnce(seed, messages);
    if (fault !== undefined) faults.push(fault);
  }
  expect(faults).toEqual([]);
});
