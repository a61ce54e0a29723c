// npm test runs everything that must pass; npm run check (node scripts/test.js check) what is quick.
import { fileURLToPath } from 'node:url';
import { runWaves } from './checks/run.js';
import { waves } from './checks/steps.js';

const which = process.argv[2] === 'check' ? 'check' : 'test';
const root = fileURLToPath(new URL('../', import.meta.url));
const print = (/** @type {string} */ line) => console.log(line);
// How many mutated messages src/xml/fuzz.test.ts tries: as many as promised, or as many as an inner loop can wait for.
process.env['FUZZ_RUNS'] ??= which === 'test' ? '200000' : '10000';
// And how many random simulations src/sim/model.test.ts runs.
process.env['SIM_RUNS'] ??= which === 'test' ? '10000' : '200';
// And whether the core is tested as one script: faster, but it would not tell what depends on a changed module.
if (which === 'test') process.env['UNIT_BUNDLE'] ??= '1';
const begun = performance.now();
const { passed, failed } = await runWaves(waves[which], { root, print });

console.log(`\nall in ${((performance.now() - begun) / 1000).toFixed(0)} s`);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed > 0 ? 1 : 0;
