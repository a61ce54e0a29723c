import { readFileSync, writeFileSync } from 'node:fs';

/**
 * How far one call raises the resident memory of this process at its worst, in bytes. On Linux counted from
 * what is resident after a collection; elsewhere from the highest point so far, which may hide some of it.
 * @param {() => unknown} run
 */
export function measurePeak(run) {
  globalThis.gc?.();
  globalThis.gc?.();
  const before = resetPeak();
  run();
  return peak() - before;
}

const STATUS = '/proc/self/status';

/** @returns {number} what is resident now, from where the peak is counted */
function resetPeak() {
  try {
    writeFileSync('/proc/self/clear_refs', '5'); // proc(5): sets the high-water mark to the current size
    return statusLine('VmRSS');
  } catch {
    return peak();
  }
}

function peak() {
  try {
    return statusLine('VmHWM');
  } catch {
    return process.resourceUsage().maxRSS * 1024;
  }
}

/** @param {string} name of a line in kB */
function statusLine(name) {
  const kB = new RegExp(`^${name}:\\s*(\\d+) kB`, 'm').exec(readFileSync(STATUS, 'utf8'))?.[1];
  if (kB === undefined) throw new Error(`no ${name} in ${STATUS}`);
  return Number(kB) * 1024;
}
