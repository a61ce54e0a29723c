import { bin } from './bin.js';

/**
 * @typedef {object} Step
 * @property {string} name
 * @property {[string, ...string[]][]} commands run one after the other by this Node; the first failure ends it
 * @property {number} limit seconds it may take
 * @property {string[]} [needs] steps that must have passed
 * @property {Report} [report] where the step counts its own tests; else the step is one test
 * @typedef {{ format: 'vitest' | 'playwright', path: string }} Report
 */

/** @type {Step} */
const types = { name: 'types', commands: [['scripts/types.js']], limit: 300 };

/** TypeScript and JavaScript, with types. @type {Step} */
const lint = { name: 'lint', commands: [[bin('oxlint'), '--config', 'oxlint.config.js']], limit: 300 };

/** @type {Step} */
const lintComponents = {
  name: 'lint of components',
  commands: [[bin('eslint'), '--max-warnings', '0', '.']],
  limit: 300,
};

/** Only what changed since the last time is linted anew: good enough between two commits. @type {Step} */
const lintChanges = {
  ...lintComponents,
  commands: [[bin('eslint'), '--max-warnings', '0', '--cache', '--cache-location', '.cache/eslint/', '.']],
};

/** @type {Step} */
const format = {
  name: 'format',
  commands: [[bin('prettier'), '--check', '--log-level', 'warn', '.']],
  limit: 300,
};

/** @type {Step} */
const arrows = { name: 'import arrows', commands: [['scripts/arrows/cli.js']], limit: 30 };

const UNIT_REPORT = '.cache/unit.json';
/** @type {[string, ...string[]]} */
const vitest = [
  bin('vitest'),
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${UNIT_REPORT}`,
];

/** @type {Step} */
const unit = {
  name: 'unit, property and fuzz tests',
  commands: [vitest],
  limit: 900,
  report: { format: 'vitest', path: UNIT_REPORT },
};

/** The tests that what is not committed yet can break. @type {Step} */
const unitOfChanges = {
  ...unit,
  name: 'unit tests of what changed',
  commands: [[...vitest, '--changed', '--passWithNoTests']],
};

/** @type {Step} */
const build = {
  name: 'build',
  commands: [[bin('vite'), 'build', '--logLevel', 'warn'], ['scripts/build/core.js']],
  limit: 120,
};

/** @type {Step} */
const sizes = { name: 'size budgets', commands: [['scripts/sizes/cli.js']], limit: 30, needs: ['build'] };

/** @type {Step} */
const browser = { name: 'browser', commands: [['scripts/browser/install.js']], limit: 420 };

/** @type {Step} */
const endToEnd = {
  name: 'end to end',
  commands: [[bin('@playwright/test', 'playwright'), 'test']],
  limit: 1200,
  needs: ['build', 'browser'],
  report: { format: 'playwright', path: '.cache/e2e.json' },
};

/**
 * What `npm test` and `npm run check` run: waves one after the other, the steps of a wave two at a time.
 * Steps with a report use both processors themselves and stand alone.
 * @type {Record<'test' | 'check', Step[][]>}
 */
export const waves = {
  test: [[types, format, lint, lintComponents, build, browser, arrows], [sizes], [unit], [endToEnd]], // the longest first
  check: [[types, lint, lintChanges, arrows], [unitOfChanges]],
};
