/**
 * @typedef {object} TestResult
 * @property {string} name
 * @property {string} file
 * @property {number} seconds
 * @property {'passed' | 'failed' | 'skipped'} result
 * @property {boolean} [wavered] it failed first, and passed when it was tried again
 *
 * The parts of the two reporters' JSON that are read here:
 * @typedef {{ testResults: { name: string, status: string, message?: string,
 *   assertionResults: { fullName: string, status: string, duration?: number | null }[] }[] }} VitestReport
 * @typedef {{ suites: PlaywrightSuite[], errors: { message?: string }[] }} PlaywrightReport
 * @typedef {{ title: string, file: string, suites?: PlaywrightSuite[], specs: {
 *   title: string, tests: { status: string, results: { duration: number }[] }[] }[] }} PlaywrightSuite
 */

/**
 * @param {VitestReport} report
 * @param {string} root the project's folder, which file names lose
 * @returns {TestResult[]} a row per test, and one for each file that could not be run at all
 */
export function vitestResults(report, root) {
  return report.testResults.flatMap(({ name, status, assertionResults }) => {
    const file = name.startsWith(root) ? name.slice(root.length).replace(/^[\\/]/, '') : name;
    if (assertionResults.length === 0 && status !== 'passed') {
      return [{ name: '(the file itself)', file, seconds: 0, result: /** @type {const} */ ('failed') }];
    }
    return assertionResults.map((test) => ({
      name: test.fullName,
      file,
      seconds: (test.duration ?? 0) / 1000,
      result: wordFor(test.status),
    }));
  });
}

/**
 * @param {PlaywrightReport} report
 * @returns {TestResult[]} a row per test, and one for each error outside of tests
 */
export function playwrightResults(report) {
  const errors = report.errors.map(({ message = '' }) => ({
    name: message.split('\n', 1)[0] ?? '',
    file: 'playwright',
    seconds: 0,
    result: /** @type {const} */ ('failed'),
  }));
  return [...report.suites.flatMap((suite) => suiteResults(suite, [])), ...errors];
}

/**
 * @param {PlaywrightSuite} suite
 * @param {string[]} above titles of the suites around it, without the file's
 * @returns {TestResult[]}
 */
function suiteResults(suite, above) {
  const titles = suite.title === suite.file ? above : [...above, suite.title];
  const own = suite.specs.flatMap(({ title, tests }) =>
    tests.map(({ status, results }) => ({
      name: [...titles, title].join(' › '),
      file: `e2e/${suite.file}`,
      seconds: results.reduce((sum, { duration }) => sum + duration, 0) / 1000,
      result: wordFor(status),
      ...(status === 'flaky' ? { wavered: true } : {}),
    })),
  );
  return [...own, ...(suite.suites ?? []).flatMap((inner) => suiteResults(inner, titles))];
}

/**
 * @param {string} status of either reporter
 * @returns {TestResult['result']}
 */
function wordFor(status) {
  if (status === 'passed' || status === 'expected' || status === 'flaky') return 'passed';
  return ['skipped', 'pending', 'todo', 'disabled'].includes(status) ? 'skipped' : 'failed';
}

/**
 * @param {TestResult[]} results
 * @param {number} count
 * @returns {TestResult[]} the slowest, slowest first
 */
export function slowest(results, count) {
  return [...results].sort((a, b) => b.seconds - a.seconds).slice(0, count);
}
