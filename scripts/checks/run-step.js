import { spawn } from 'node:child_process';

/**
 * @typedef {object} Run
 * @property {boolean} passed
 * @property {number} seconds
 * @property {string} output what it printed, where that was kept
 * @property {string} [why] it failed, where its own output does not say
 */

/** @type {Set<number>} process groups that are running, to be ended with us */
const running = new Set();

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    for (const pid of running) end(pid);
    process.exit(130);
  });
}

/**
 * Runs the commands of a step, one after the other, until one fails or time is up. They get no input.
 * @param {import('./steps.js').Step} step
 * @param {{ root: string, keep: boolean }} options keep: hold back what it prints, for the caller to print
 * @returns {Promise<Run>}
 */
export async function runStep(step, { root, keep }) {
  const begun = performance.now();
  const until = begun + step.limit * 1000;
  let output = '';
  for (const args of step.commands) {
    const left = Math.max(0, until - performance.now());
    const run = await runCommand(args, { root, keep, left });
    output += run.output;
    if (run.code !== 0) {
      const late = run.late ? { why: `took longer than ${step.limit} s and was stopped` } : {};
      return { passed: false, seconds: since(begun), output, ...late };
    }
  }
  return { passed: true, seconds: since(begun), output };
}

/**
 * @param {string[]} args of Node
 * @param {{ root: string, keep: boolean, left: number }} options left: milliseconds it may take
 * @returns {Promise<{ code: number | null, late: boolean, output: string }>}
 */
function runCommand(args, { root, keep, left }) {
  return new Promise((done) => {
    const child = spawn(process.execPath, args, {
      cwd: root,
      stdio: keep ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
      detached: process.platform !== 'win32', // its own group: what it started ends with it
    });
    const { pid } = child;
    if (pid !== undefined) running.add(pid);
    let output = '';
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      if (pid !== undefined) end(pid);
    }, left);
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (/** @type {string} */ text) => (output += text));
    }
    const finish = (/** @type {number | null} */ code) => {
      clearTimeout(timer);
      if (pid !== undefined) running.delete(pid);
      done({ code, late, output });
    };
    child.on('error', (error) => {
      output += `${error.message}\n`;
      finish(null);
    });
    child.on('close', finish);
  });
}

/** @param {number} pid of a process started here */
function end(pid) {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
  } catch {
    // it has ended by itself
  }
}

/** @param {number} begun */
const since = (begun) => (performance.now() - begun) / 1000;
