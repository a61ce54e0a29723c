// Sees to it that there is a browser for the end-to-end tests: looks for one, else installs one, else says
// what a person can do. Runs before Playwright, because Playwright reads its configuration many times.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { findBrowser, isShell } from './find.js';

const LOCK = ['-o', 'DPkg::Lock::Timeout=120']; // another program may be installing

const isDebianRoot = process.getuid?.() === 0 && existsSync('/usr/bin/apt-get');

/** @type {{ what: string, possible: () => boolean, run: () => boolean }[]} */
const ways = [
  {
    what: "Playwright's own install",
    possible: () => true,
    run: () => command(process.execPath, [playwrightCli(), 'install', '--only-shell', 'chromium'], 90),
  },
  {
    what: 'apt-get install',
    possible: () => isDebianRoot,
    run: () => installPackage('chromium-headless-shell') || installPackage('chromium'),
  },
];
let search = findBrowser();
const tried = [...search.tried];
for (const way of ways) {
  if (search.path || search.final) break;
  if (!way.possible()) continue;
  console.log(`No browser found. Trying ${way.what} …`);
  const done = way.run();
  search = findBrowser();
  if (!search.path) tried.push(`${way.what}: ${done ? 'done, but no browser came of it' : 'failed'}`);
}
// A machine of its own for every run may well be given what makes the run short; a person's is left alone.
if (search.path && !isShell(search.path) && !search.final && process.env['CI'] && isDebianRoot) {
  console.log('Trying to install the Chromium without windows, which is faster …');
  if (installPackage('chromium-headless-shell')) search = findBrowser();
}

if (search.path) {
  console.log(`browser: ${search.path}`);
} else {
  console.error(
    [
      'No browser for the end-to-end tests. Do one of these, then run the tests again:',
      '  - install Chromium, Chrome or Edge by the means of your system, for instance: apt-get install chromium',
      '  - npx playwright install chromium',
      '  - set CHROMIUM_PATH to the executable of a Chromium',
      'What was tried:',
      ...tried.map((line) => `  - ${line}`),
    ].join('\n'),
  );
  process.exit(1);
}

/** Playwright's command line; its package does not export it by name. */
function playwrightCli() {
  const require = createRequire(createRequire(import.meta.url).resolve('@playwright/test'));
  return join(dirname(require.resolve('playwright-core/package.json')), 'cli.js');
}

/** @param {string} name of a Debian package */
function installPackage(name) {
  return (
    command('apt-get', ['-q', ...LOCK, 'update'], 120) &&
    command('apt-get', ['-qy', ...LOCK, 'install', '--no-install-recommends', name], 300)
  );
}

/**
 * @param {string} name
 * @param {string[]} args
 * @param {number} seconds the longest it may take
 */
function command(name, args, seconds) {
  const { status } = spawnSync(name, args, {
    stdio: ['ignore', 'inherit', 'inherit'],
    timeout: seconds * 1000,
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
  });
  return status === 0;
}
