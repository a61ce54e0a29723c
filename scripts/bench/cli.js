// Measures the core against the speed it promises: npm run bench -- [--quick] [--items a,b] [--rounds 15]
// [--ms 120] [--peer file.js]… [--core dist/core.js] [--json file]
// A peer is a module like those in subjects/. Nothing here fails a build: a busy machine is no fault.
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs';
import { arch, cpus, loadavg, platform } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { measureGrowth, measureMemory, timeItem } from './bench.js';
import { itemNames } from './corpus.js';
import { measureExamining } from './examine.js';
import { buildLibwbxml } from './libwbxml.js';
import { benchTable } from './table.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, '.cache/bench');
const recorded = join(root, '../shared/corpus/captures'); // not part of the project: a clone alone has none
const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false }, // fewer rounds, nothing of 50 MB or more
    items: { type: 'string' }, // only these, and neither growth nor memory
    rounds: { type: 'string' },
    ms: { type: 'string' },
    peer: { type: 'string', multiple: true, default: [] },
    core: { type: 'string' }, // a core that is built already
    json: { type: 'string' },
  },
});
const RECORDED = 'recorded';
const names = [...itemNames, RECORDED];
const items = values.items?.split(',') ?? names;
const unknown = items.find((name) => !names.includes(name));
if (unknown !== undefined) stop(`--items ${unknown}: there are ${names.join(', ')}`);
const rounds = positive('rounds', values.rounds, values.quick ? 5 : 15);
const ms = positive('ms', values.ms, values.quick ? 60 : 120);

const libwbxml = buildLibwbxml(folder);
if (!libwbxml.ok) console.log(`Without libwbxml (${libwbxml.why}).`);
const bench = {
  folder: join(folder, 'corpus'),
  core: pathToFileURL(takeCore()).href,
  peers: values.peer.map((path) => pathToFileURL(resolve(path)).href),
  libwbxml: libwbxml.ok ? libwbxml.program : undefined,
  rounds,
  ms,
  isQuick: values.quick,
  say: (/** @type {string} */ line) => console.log(line),
};
const before = loadavg();
/** @type {import('./bench.js').Row[]} */
const rows = [];
for (const name of items) {
  const isRecorded = name === RECORDED;
  rows.push(...(await (isRecorded ? measureExamining(bench, recorded) : timeItem(bench, name))));
}
if (values.items === undefined) rows.push(...(await measureGrowth(bench)), ...(await measureMemory(bench)));
rows.sort((a, b) => a.id.localeCompare(b.id, 'en'));

console.log(`\n${benchTable(rows)}\n\n${circumstances()}`);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify(rows, undefined, 2));

/** @returns {string} path of a copy of the core: a build meanwhile must not change what is measured */
function takeCore() {
  if (values.core === undefined) {
    const built = spawnSync(process.execPath, [join(root, 'scripts/build/core.js')], { stdio: 'inherit' });
    if (built.status !== 0) stop('the core cannot be built');
  }
  const copy = join(folder, 'core.mjs');
  mkdirSync(folder, { recursive: true });
  copyFileSync(values.core ?? join(root, 'dist/core.js'), copy);
  return copy;
}

/** Without these a figure means nothing. */
function circumstances() {
  const load = [before, loadavg()].map(([lately = 0]) => lately.toFixed(1)).join(' to ');
  const model = cpus()[0]?.model.trim() ?? 'unknown processor';
  return [
    new Date().toISOString().slice(0, 10),
    `Node ${process.versions.node}`,
    libwbxml.ok ? `libwbxml ${libwbxml.version}` : 'without libwbxml',
    `${cpus().length} × ${model}, ${platform()} ${arch()}`,
    `load ${load}`,
    `${bench.rounds} rounds`,
  ].join(' · ');
}

/**
 * @param {string} name
 * @param {string | undefined} text
 * @param {number} usual
 */
function positive(name, text, usual) {
  const value = Number(text ?? usual);
  return Number.isInteger(value) && value > 0 ? value : stop(`--${name} ${text}: a number from 1 on`);
}

/**
 * @param {string} why
 * @returns {never}
 */
function stop(why) {
  console.error(why);
  process.exit(1);
}
