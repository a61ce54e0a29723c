import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';

/**
 * A browser under remote control, as far as the smoke run needs it.
 * @typedef {object} Driver
 * @property {string} name with its version
 * @property {(url: string) => Promise<void>} open
 * @property {(code: string) => Promise<unknown>} run the body of an async function in the page; gives a plain value
 * @property {(keys: string) => Promise<void>} press one key after the other; others than characters as WebDriver
 *   numbers them
 * @property {(x: number, y: number) => Promise<void>} click in CSS pixels of the window
 * @property {() => Promise<void>} close
 */

/** Keys that are no characters, as WebDriver numbers them. */
export const KEYS = { home: '\ue011', end: '\ue010', left: '\ue012', down: '\ue015', control: '\ue009' };

/**
 * The first of these programs that is installed.
 * @param {readonly string[]} names names to look for on the path, or whole paths
 * @returns {string | undefined}
 */
export function installed(names) {
  const folders = (process.env['PATH'] ?? '').split(delimiter);
  const paths = names.flatMap((name) =>
    /[\\/]/.test(name) ? [name] : folders.map((folder) => join(folder, name)),
  );
  return paths.find((path) => existsSync(path));
}

/**
 * Starts a program whose children end with it.
 * @param {string} path
 * @param {readonly string[]} args
 * @param {NodeJS.ProcessEnv} [env] beside what this process has
 */
export function start(path, args, env = {}) {
  const child = spawn(path, args, {
    detached: true, // a process group of its own
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...env },
  });
  const stop = () => {
    if (child.pid !== undefined && child.exitCode === null) process.kill(-child.pid, 'SIGTERM');
  };
  return { child, stop };
}

/**
 * What key events make these keys, one after the other. A control key is held for the key behind it.
 * @param {string} keys
 */
export function keyActions(keys) {
  const actions = [];
  for (const [i, value] of [...keys].entries()) {
    const held = keys[i - 1] === KEYS.control;
    actions.push({ type: 'keyDown', value });
    if (value === KEYS.control) continue;
    actions.push({ type: 'keyUp', value });
    if (held) actions.push({ type: 'keyUp', value: KEYS.control });
  }
  return [{ type: 'key', id: 'keyboard', actions }];
}

/**
 * What pointer events make a click.
 * @param {number} x
 * @param {number} y
 */
export function clickActions(x, y) {
  const actions = [
    { type: 'pointerMove', x: Math.round(x), y: Math.round(y), duration: 0 },
    { type: 'pointerDown', button: 0 },
    { type: 'pointerUp', button: 0 },
  ];
  return [{ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions }];
}
