// npm run fuzz [-- runs [seed]]: mutated messages against the laws, for longer than npm test has time for.
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const runs = process.argv[2] ?? '2000000';
const seed = process.argv[3] ?? String(Math.floor(performance.timeOrigin) % 1_000_000_000);
console.log(`${runs} mutated messages from seed ${seed}; npm run fuzz -- ${runs} ${seed} repeats them`);

const vitest = join(dirname(createRequire(import.meta.url).resolve('vitest/package.json')), 'vitest.mjs');
const { status } = spawnSync(process.execPath, [vitest, 'run', 'src/xml/fuzz.test.ts'], {
  stdio: 'inherit',
  env: { ...process.env, FUZZ_RUNS: runs, FUZZ_SEED: seed },
});
process.exitCode = status ?? 1;
