import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { runWaves } from './run.js';

const root = mkdtempSync(join(tmpdir(), 'checks-'));
afterAll(() => rmSync(root, { recursive: true }));

/** @type {(name: string, script: string, more?: Partial<import('./steps.js').Step>) => import('./steps.js').Step} */
const step = (name, script, more = {}) => ({ name, commands: [['-e', script]], limit: 20, ...more });

/** @param {import('./steps.js').Step[][]} waves */
async function run(waves) {
  /** @type {string[]} */
  const lines = [];
  const sum = await runWaves(waves, { root, print: (line) => lines.push(line) });
  return { ...sum, text: lines.join('\n') };
}

/** @param {string[]} statuses @param {number} code */
const reporting = (statuses, code) =>
  step(
    'unit',
    `require('fs').writeFileSync('r.json', ${JSON.stringify(JSON.stringify(vitest(statuses)))}); process.exit(${code})`,
    {
      report: { format: 'vitest', path: 'r.json' },
    },
  );

/** @param {string[]} statuses */
const vitest = (statuses) => ({
  testResults: [
    { name: 'a', status: '', assertionResults: statuses.map((status) => ({ fullName: status, status })) },
  ],
});

test('a step without tests of its own counts as one; a failure does not hide what comes after', async () => {
  const { passed, failed, text } = await run([
    [step('a', "console.log('words of a'); process.exit(1)"), step('b', "console.log('words of b')")],
    [step('c', '')],
  ]);
  expect({ passed, failed }).toEqual({ passed: 2, failed: 1 });
  expect(text).toContain('words of a');
  expect(text).not.toContain('words of b');
  expect(text).toContain('✓ c');
});

test('a step whose ground failed is not run, and counts as failed', async () => {
  const { passed, failed, text } = await run([
    [step('build', 'process.exit(1)')],
    [step('sizes', "console.log('ran')", { needs: ['build'] })],
  ]);
  expect({ passed, failed }).toEqual({ passed: 0, failed: 2 });
  expect(text).toContain('not run: build failed');
});

test.each([
  { statuses: ['passed', 'passed'], code: 0, sum: { passed: 2, failed: 0 } },
  { statuses: ['passed', 'failed'], code: 1, sum: { passed: 1, failed: 1 } },
  { statuses: ['passed', 'skipped'], code: 0, sum: { passed: 1, failed: 1 } },
  { statuses: ['passed'], code: 1, sum: { passed: 1, failed: 1 } }, // an error outside of tests
  { statuses: [], code: 1, sum: { passed: 0, failed: 1 } },
])('tests $statuses, exit code $code → $sum', async ({ statuses, code, sum }) => {
  expect(await run([[reporting(statuses, code)]])).toMatchObject(sum);
});

test('a test that passed at the second try only is named', async () => {
  const spec = (/** @type {string} */ title, /** @type {string} */ status) => ({
    title,
    tests: [{ status, results: [{ duration: 1 }] }],
  });
  const report = {
    errors: [],
    suites: [{ title: 'a', file: 'a', specs: [spec('steady', 'expected'), spec('wavers', 'flaky')] }],
  };
  const e2e = step(
    'e2e',
    `require('fs').writeFileSync('e.json', ${JSON.stringify(JSON.stringify(report))})`,
    { report: { format: 'playwright', path: 'e.json' } },
  );
  const { passed, failed, text } = await run([[e2e]]);
  expect({ passed, failed }).toEqual({ passed: 2, failed: 0 });
  expect(text).toMatch(/second try only.*\n {2}e2e\/a › wavers/);
});

test('a report of an earlier run is not counted', async () => {
  await run([[reporting(['passed'], 0)]]);
  const silent = step('unit', 'process.exit(1)', { report: { format: 'vitest', path: 'r.json' } });
  expect(await run([[silent]])).toMatchObject({ passed: 0, failed: 1 });
});

test('a step that hangs is stopped, with whatever it started', async () => {
  const hang =
    "require('child_process').spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'inherit' }); setInterval(() => {}, 1000)";
  const { failed, text } = await run([[step('hang', hang, { limit: 1 })]]);
  expect(failed).toBe(1);
  expect(text).toContain('longer than 1 s');
});

test('a step gets no input to wait for', async () => {
  expect(await run([[step('reads', "process.stdin.on('end', () => {}).resume()")]])).toMatchObject({
    passed: 1,
  });
});
