import { spawnSync } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SOURCE = fileURLToPath(new URL('lwbench.c', import.meta.url));
const HINT = 'on Debian and Ubuntu: apt-get install libwbxml2-dev pkg-config gcc';

/**
 * Compiles the program that times libwbxml within one process.
 * @param {string} folder where it goes
 * @returns {{ ok: true, program: string, version: string } | { ok: false, why: string }}
 */
export function buildLibwbxml(folder) {
  const version = output('pkg-config', ['--modversion', 'libwbxml2']);
  const flags = output('pkg-config', ['--cflags', '--libs', 'libwbxml2']);
  if (version === undefined || flags === undefined) return { ok: false, why: `no libwbxml; ${HINT}` };
  mkdirSync(folder, { recursive: true });
  const program = join(folder, 'lwbench');
  const built = output('cc', ['-O2', '-o', program, SOURCE, ...flags.split(/\s+/)]);
  return built === undefined
    ? { ok: false, why: `no C compiler that takes lwbench.c; ${HINT}` }
    : { ok: true, program, version };
}

/**
 * @param {string} command
 * @param {string[]} args
 */
function output(command, args) {
  const { status, stdout } = spawnSync(command, args, { encoding: 'utf8' });
  return status === 0 ? stdout.trim() : undefined;
}

/**
 * Nanoseconds of one call, the median of several.
 * @param {string} program
 * @param {'decode' | 'encode'} operation encode: of the XML it decoded itself
 * @param {import('./corpus.js').Item} item
 */
export function timeLibwbxml(program, operation, item) {
  const calls = item.bytes < 1000 ? 2000 : item.bytes < 1_000_000 ? 40 : 1;
  const mode = operation === 'decode' ? 'dec' : 'rt';
  const text = output(program, [mode, item.language, item.file, String(calls)]);
  if (text === undefined) throw new Error(`libwbxml cannot ${operation} ${item.name}`);
  /** @type {{ median: number }} */
  const { median } = JSON.parse(text);
  return median;
}
