import { expect, test } from 'vitest';
import { playwrightResults, slowest, vitestResults } from './report.js';

test('a vitest report gives a row per test, and one for a file that does not load', () => {
  const report = {
    testResults: [
      {
        name: '/p/src/a.test.ts',
        status: 'failed',
        assertionResults: [
          { fullName: 'adds', status: 'passed', duration: 1500 },
          { fullName: 'takes', status: 'failed', duration: 20 },
          { fullName: 'waits', status: 'pending' },
        ],
      },
      { name: '/p/src/b.test.ts', status: 'failed', assertionResults: [] },
    ],
  };
  expect(vitestResults(report, '/p/')).toEqual([
    { name: 'adds', file: 'src/a.test.ts', seconds: 1.5, result: 'passed' },
    { name: 'takes', file: 'src/a.test.ts', seconds: 0.02, result: 'failed' },
    { name: 'waits', file: 'src/a.test.ts', seconds: 0, result: 'skipped' },
    { name: '(the file itself)', file: 'src/b.test.ts', seconds: 0, result: 'failed' },
  ]);
});

test('a Playwright report gives a row per test with its groups, and one per error outside', () => {
  const report = {
    errors: [{ message: 'no server\nat x' }],
    suites: [
      {
        title: 'page.spec.ts',
        file: 'page.spec.ts',
        specs: [{ title: 'opens', tests: [{ status: 'expected', results: [{ duration: 700 }] }] }],
        suites: [
          {
            title: 'on a phone',
            file: 'page.spec.ts',
            specs: [
              {
                title: 'opens',
                tests: [{ status: 'unexpected', results: [{ duration: 1 }, { duration: 2 }] }],
              },
              { title: 'folds', tests: [{ status: 'skipped', results: [] }] },
              {
                title: 'turns',
                tests: [{ status: 'flaky', results: [{ duration: 1 }, { duration: 1 }] }],
              },
            ],
          },
        ],
      },
    ],
  };
  expect(playwrightResults(report)).toEqual([
    { name: 'opens', file: 'e2e/page.spec.ts', seconds: 0.7, result: 'passed' },
    { name: 'on a phone › opens', file: 'e2e/page.spec.ts', seconds: 0.003, result: 'failed' },
    { name: 'on a phone › folds', file: 'e2e/page.spec.ts', seconds: 0, result: 'skipped' },
    {
      name: 'on a phone › turns',
      file: 'e2e/page.spec.ts',
      seconds: 0.002,
      result: 'passed',
      wavered: true,
    },
    { name: 'no server', file: 'playwright', seconds: 0, result: 'failed' },
  ]);
});

test('the slowest come first', () => {
  const row = (/** @type {number} */ seconds) =>
    /** @type {const} */ ({ name: '', file: '', seconds, result: 'passed' });
  expect(slowest([row(1), row(3), row(2)], 2)).toEqual([row(3), row(2)]);
});
