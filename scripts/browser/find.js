import { spawnSync } from 'node:child_process';
import { existsSync, readdirSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { chromium } from '@playwright/test';

/** The Chromium without windows takes half the processor time of the full one: the tests prefer it. */
const SHELLS = ['chromium-headless-shell', 'chrome-headless-shell'];
const NAMES = [
  ...SHELLS,
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'microsoft-edge',
  'microsoft-edge-stable',
];

const FOLDERS = {
  darwin: [
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
  ],
  win32: ['ProgramFiles', 'ProgramFiles(x86)', 'LOCALAPPDATA'].flatMap((name) => {
    const folder = process.env[name];
    if (!folder) return [];
    return ['Google/Chrome', 'Microsoft/Edge', 'Chromium'].map((product) =>
      join(folder, product, 'Application', product.includes('Edge') ? 'msedge.exe' : 'chrome.exe'),
    );
  }),
};

/**
 * @typedef {object} Search
 * @property {string} [path] the browser's executable, where one was found
 * @property {string[]} tried what was looked at, in words
 * @property {boolean} final nothing else may be tried: the person named a browser and it is not there
 */

/**
 * Looks for a Chromium that runs, and installs nothing: `CHROMIUM_PATH`, then one without windows (Playwright's
 * own, then on PATH), then Playwright's full one, then the names and folders browsers are usually found under.
 * @param {NodeJS.ProcessEnv} [env]
 * @param {string} [own] where Playwright would keep its own Chromium
 * @param {string[]} [places] executables of usual installations, besides PATH
 * @returns {Search}
 */
export function findBrowser(env = process.env, own = chromium.executablePath(), places = usualPlaces()) {
  const named = env['CHROMIUM_PATH'];
  if (named) {
    if (existsSync(named)) return { path: named, tried: [], final: true };
    return { tried: [`CHROMIUM_PATH is ${named}: there is no such file`], final: true };
  }
  const tried = [];
  const [shells, others] = [onPath(env, SHELLS), onPath(env, NAMES)];
  for (const path of [headlessShell(own), ...shells, own, ...others, ...places]) {
    if (!path || !existsSync(path)) continue;
    if (runs(path)) return { path, tried, final: false };
    tried.push(`${path}: does not start`);
  }
  tried.push(`none of Playwright's own, and none of ${NAMES.join(', ')} on PATH`);
  return { tried, final: false };
}

/**
 * Playwright keeps the small Chromium without windows in a folder beside the full one's.
 * @param {string} own `…/chromium-1234/chrome-linux/chrome`
 * @returns {string | undefined} `…/chromium_headless_shell-1234/…/headless_shell`, where it is there
 */
function headlessShell(own) {
  const folder = dirname(dirname(own));
  const beside = join(dirname(folder), basename(folder).replace(/^chromium-/, 'chromium_headless_shell-'));
  if (beside === folder || !existsSync(beside)) return undefined;
  return readdirSync(beside, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .flatMap((entry) => readdirSync(join(beside, entry.name)).map((name) => join(beside, entry.name, name)))
    .find(isShell);
}

/**
 * True for a Chromium without windows.
 * @param {string} path of its executable
 */
export const isShell = (path) => /headless[_-]shell(\.exe)?$/.test(basename(path));

/**
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} names
 */
function onPath(env, names) {
  const folders = (env['PATH'] ?? '').split(delimiter).filter((folder) => folder !== '');
  return names.flatMap((name) => folders.map((folder) => join(folder, name)));
}

function usualPlaces() {
  return process.platform === 'darwin' || process.platform === 'win32' ? FOLDERS[process.platform] : [];
}

/** @param {string} path */
function runs(path) {
  if (process.platform === 'win32') return true; // there `--version` opens a window
  return spawnSync(path, ['--version'], { stdio: 'ignore', timeout: 20_000 }).status === 0;
}
