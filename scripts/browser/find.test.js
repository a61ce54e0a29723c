import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { findBrowser } from './find.js';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'browser-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/**
 * A program that answers as a browser does when asked for its version.
 * @param {string} path below the folder
 * @param {number} [code] its exit code
 */
function program(path, code = 0) {
  const whole = join(folder, path);
  mkdirSync(dirname(whole), { recursive: true });
  writeFileSync(whole, `#!/bin/sh\nexit ${code}\n`);
  chmodSync(whole, 0o755);
  return whole;
}

/** @param {string} named what CHROMIUM_PATH is set to */
const look = (named = '') =>
  findBrowser(
    { PATH: join(folder, 'bin'), CHROMIUM_PATH: named },
    join(folder, 'own/chromium-7/linux/chrome'),
  );

test('CHROMIUM_PATH goes before all, and is final where it is wrong', () => {
  program('bin/chromium');
  const named = program('mine');
  expect(look(named)).toMatchObject({ path: named });
  const wrong = look(join(folder, 'none'));
  expect(wrong).toMatchObject({ final: true });
  expect(wrong.path).toBeUndefined();
  expect(wrong.tried.join()).toContain('there is no such file');
});

test("one without windows goes before the full ones, Playwright's own before PATH", () => {
  const paths = [
    'bin/google-chrome',
    'bin/chromium',
    'own/chromium-7/linux/chrome',
    'bin/chromium-headless-shell',
    'own/chromium_headless_shell-7/linux/chrome-headless-shell',
  ];
  for (const place of paths) {
    const path = program(place);
    expect(look()).toMatchObject({ path });
  }
});

test('what does not start is passed over, and told', () => {
  const broken = program('bin/chromium', 1);
  const good = program('bin/google-chrome');
  expect(look()).toMatchObject({ path: good, tried: [`${broken}: does not start`] });
});

test('where there is none it says what was looked at', () => {
  const { path, tried, final } = look();
  expect({ path, final }).toEqual({ path: undefined, final: false });
  expect(tried.join()).toContain('chromium');
});
