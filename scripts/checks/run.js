import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { playwrightResults, slowest, vitestResults } from './report.js';
import { runStep } from './run-step.js';

/**
 * @typedef {import('./steps.js').Step} Step
 * @typedef {import('./run-step.js').Run} Run
 * @typedef {import('./report.js').TestResult} TestResult
 * @typedef {{ step: Step, run: Run, tests: TestResult[] }} Done tests: what the step counted itself
 */

/**
 * Runs waves of steps and prints how each went. A failure does not keep later steps from running, unless
 * they need what failed.
 * @param {Step[][]} waves
 * @param {{ root: string, print: (line: string) => void }} options root: the project's folder
 * @returns {Promise<{ passed: number, failed: number }>} tests, and steps that are one test each
 */
export async function runWaves(waves, { root, print }) {
  /** @type {Done[]} */
  const done = [];
  for (const wave of waves) {
    const open = [...wave];
    const lane = async () => {
      for (let step = open.shift(); step; step = open.shift()) {
        const result = await runOne(step, done, { root, print });
        done.push(result);
        printStep(result, print);
      }
    };
    await Promise.all([lane(), lane()]);
  }
  return summary(done, print);
}

/**
 * @param {Step} step
 * @param {Done[]} done
 * @param {{ root: string, print: (line: string) => void }} options
 * @returns {Promise<Done>}
 */
async function runOne(step, done, { root, print }) {
  const missing = (step.needs ?? []).filter(
    (name) => !done.some((d) => d.step.name === name && d.run.passed),
  );
  if (missing.length > 0) {
    const why = `not run: ${missing.join(' and ')} failed`;
    return { step, run: { passed: false, seconds: 0, output: '', why }, tests: [] };
  }
  if (!step.report) return { step, run: await runStep(step, { root, keep: true }), tests: [] };
  print(`\n— ${step.name} —`);
  const path = join(root, step.report.path);
  mkdirSync(dirname(path), { recursive: true });
  rmSync(path, { force: true }); // what is read afterwards is of this run
  const run = await runStep(step, { root, keep: false });
  return { step, run, tests: existsSync(path) ? testsOf(step.report.format, path, root) : [] };
}

/**
 * @param {'vitest' | 'playwright'} format
 * @param {string} path
 * @param {string} root
 */
function testsOf(format, path, root) {
  const report = /** @type {unknown} */ (JSON.parse(readFileSync(path, 'utf8')));
  return format === 'vitest'
    ? vitestResults(/** @type {import('./report.js').VitestReport} */ (report), root)
    : playwrightResults(/** @type {import('./report.js').PlaywrightReport} */ (report));
}

/**
 * @param {Done} result
 * @param {(line: string) => void} print
 */
function printStep({ step, run }, print) {
  print(`${run.passed ? '✓' : '✖'} ${step.name.padEnd(32)} ${run.seconds.toFixed(1).padStart(6)} s`);
  if (run.why) print(`  ${run.why}`);
  const shown = !run.passed || step.name === 'size budgets';
  if (shown && run.output.trim() !== '') print(run.output.trim().replace(/^/gm, '  │ '));
}

/**
 * @param {Done[]} done
 * @param {(line: string) => void} print
 */
function summary(done, print) {
  const tests = done.flatMap((d) => d.tests);
  if (tests.length > 0) {
    print('\nslowest tests');
    for (const { seconds, file, name } of slowest(tests, 10)) {
      print(`${seconds.toFixed(2).padStart(8)} s  ${file} › ${name}`);
    }
  }
  const wavered = tests.filter((test) => test.wavered);
  if (wavered.length > 0) print('\npassed at the second try only: something in the test or the page races');
  for (const { file, name } of wavered) print(`  ${file} › ${name}`);
  const wrong = tests.filter(({ result }) => result !== 'passed');
  if (wrong.length > 0) print('\nfailed (a skipped test counts as failed)');
  for (const { file, name, result } of wrong)
    print(`  ${file} › ${name}${result === 'skipped' ? ' (skipped)' : ''}`);

  // A step counts as one test where it has none of its own, or failed without one of them failing.
  const single = done.filter((d) => d.tests.length === 0 || (!d.run.passed && d.tests.every(isPassed)));
  const failedSteps = single.filter((d) => !d.run.passed);
  const passedSteps = single.length - failedSteps.length;
  if (failedSteps.length > 0) print(`\nfailed steps: ${failedSteps.map((d) => d.step.name).join(', ')}`);
  const passed = tests.filter(isPassed).length + passedSteps;
  const failed = wrong.length + failedSteps.length;
  return { passed, failed };
}

/** @param {TestResult} test */
const isPassed = ({ result }) => result === 'passed';
