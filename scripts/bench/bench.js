import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeItem } from './corpus.js';
import { exponent, median, ratio } from './figures.js';
import { timeRounds } from './rounds.js';
import { SubjectClient } from './subject-client.js';
import { GROWTH, growthTargets, memoryTargets, ratioTargets, timeTargets } from './targets.js';

/** @typedef {import('./corpus.js').Item} Item */
/**
 * core: address of core.js; peers: addresses of more subjects; libwbxml: the program that times it
 * @typedef {{ folder: string, core: string, peers: string[], libwbxml: string | undefined, rounds: number,
 *   ms: number, isQuick: boolean, say: (line: string) => void }} Bench
 */
/**
 * A target beside what was measured. isMet: `undefined` where there is no target, or nothing was measured.
 * @typedef {{ id: string, item: string, what: string, target: string, found: string, isMet: boolean | undefined }} Row
 */

const MIB = 2 ** 20;
const CORE = new URL('subjects/core.js', import.meta.url).href;
const ANCHORS = ['prototype', 'limits'].map((name) => new URL(`subjects/${name}.js`, import.meta.url).href);

/**
 * The targets that compare times on one item, P1 to P5.
 * @param {Bench} bench
 * @param {string} name of the item
 * @returns {Promise<Row[]>}
 */
export async function timeItem(bench, name) {
  const ratios = ratioTargets.filter(({ item }) => item === name);
  const limits = timeTargets.filter(({ item }) => item === name);
  const wanted = new Set(
    [...ratios, ...limits].flatMap((target) => [
      target.ours,
      ...('against' in target ? [target.against] : []),
    ]),
  );
  const item = writeItem(bench.folder, name);
  const subjects = await Promise.all(
    [CORE, ...ANCHORS, ...bench.peers].map((url) => load(url, bench.core, item)),
  );
  try {
    const checked = await check(subjects, item);
    const times = await timeRounds(item, subjects, [...wanted], bench);
    for (const [what, rounds] of times) bench.say(`  ${name}: ${what} ${milliseconds(median(rounds))}`);
    return [
      ...checked,
      ...ratios.map((target) => ratioRow(target, ratio(times, target.ours, target.against))),
      ...limits.map((target) => timeRow(target, times.get(target.ours) ?? [])),
    ];
  } finally {
    for (const { client } of subjects) client.stop();
  }
}

/**
 * @param {string} url of the subject
 * @param {string} core
 * @param {Item} item
 * @param {string} [text] file with its XML
 * @returns {Promise<import('./rounds.js').Loaded>}
 */
async function load(url, core, item, text) {
  const client = new SubjectClient(url, core);
  /** @type {{ name: string, operations: string[] }} */
  const answer = await client.ask({ do: 'load', file: item.file, ...(text !== undefined && { text }) });
  return { ...answer, client };
}

/**
 * Who drops elements is not fast but wrong: that is a fault of the run. Whether our own bytes come back is P3.
 * @param {import('./rounds.js').Loaded[]} subjects
 * @param {Item} item
 * @returns {Promise<Row[]>}
 */
async function check(subjects, item) {
  /** @type {Row[]} */
  const rows = [];
  for (const { name, client } of subjects) {
    /** @type {{ elements?: number, same?: boolean }} */
    const { elements, same } = await client.ask({ do: 'check' });
    if (elements !== undefined && elements !== item.elements) {
      throw new Error(`${name} gives ${elements} of ${item.elements} elements of ${item.name}`);
    }
    if (name !== 'core') continue;
    const found = same ? 'identical' : 'different';
    rows.push({ id: 'P3', item: item.name, what: 'core encode', target: 'same bytes', found, isMet: same });
  }
  return rows;
}

/**
 * @param {import('./targets.js').RatioTarget} target
 * @param {number | undefined} found
 * @returns {Row}
 */
function ratioRow({ id, item, ours, against, least }, found) {
  return {
    id,
    item,
    what: `${ours} / ${against}`,
    target: least === undefined ? '' : `≥ ${least} ×`,
    found: found === undefined ? 'not measured' : `${found.toFixed(2)} ×`,
    isMet: found === undefined || least === undefined ? undefined : found >= least,
  };
}

/**
 * @param {import('./targets.js').TimeTarget} target
 * @param {number[]} rounds
 * @returns {Row}
 */
function timeRow({ id, item, ours, mostMs }, rounds) {
  const ns = median(rounds);
  return {
    id,
    item,
    what: ours,
    target: `≤ ${mostMs} ms`,
    found: milliseconds(ns),
    isMet: ns <= mostMs * 1e6,
  };
}

/** @param {number} ns */
const milliseconds = (ns) => `${(ns / 1e6).toPrecision(3)} ms`;

/**
 * P6: how time grows with size.
 * @param {Bench} bench
 * @returns {Promise<Row[]>}
 */
export async function measureGrowth(bench) {
  /** @type {Row[]} */
  const rows = [];
  for (const family of new Set(growthTargets.map((target) => target.family))) {
    const targets = growthTargets.filter((target) => target.family === family);
    const all = targets[0]?.sizes ?? [];
    const sizes = bench.isQuick ? all.slice(0, -1).filter((size) => size !== 50) : all;
    const points = await growthPoints(
      bench,
      family,
      sizes,
      targets.map(({ operation }) => operation),
    );
    for (const { id, operation } of targets) {
      const found = exponent(points.get(operation) ?? []);
      rows.push({
        id,
        item: `${family}-${sizes.at(0)} to ${sizes.at(-1)}`,
        what: `core ${operation}, exponent`,
        target: `${GROWTH.least} to ${GROWTH.most}`,
        found: found.toFixed(2),
        isMet: found >= GROWTH.least && found <= GROWTH.most,
      });
    }
  }
  return rows;
}

/**
 * @param {Bench} bench
 * @param {string} family
 * @param {number[]} sizes
 * @param {string[]} operations
 */
async function growthPoints(bench, family, sizes, operations) {
  const points = new Map(operations.map((name) => [name, /** @type {{ x: number, y: number }[]} */ ([])]));
  const items = sizes.map((size) => writeItem(bench.folder, `${family}-${size}`));
  for (const operation of operations) {
    const { client } = await load(CORE, bench.core, /** @type {Item} */ (items[0]));
    await client.ask({ do: 'round', operation, ms: 1000 }); // warm before the first size, not during it
    for (const item of items) {
      await client.ask({ do: 'load', file: item.file });
      /** @type {number[]} */
      const times = [];
      for (let i = 0; i < Math.min(bench.rounds, 5); i++) {
        /** @type {{ ns: number }} */
        const { ns } = await client.ask({ do: 'round', operation, ms: bench.ms });
        times.push(ns);
      }
      const best = Math.min(...times); // noise only ever adds
      points.get(operation)?.push({ x: item.bytes, y: best });
      bench.say(`  ${item.name}: core ${operation} ${milliseconds(best)}`);
    }
    client.stop();
  }
  for (const { file } of items) rmSync(file);
  return points;
}

/**
 * P7: how much memory one first call takes beyond its input.
 * @param {Bench} bench
 * @returns {Promise<Row[]>}
 */
export async function measureMemory(bench) {
  /** @type {Row[]} */
  const rows = [];
  const targets = memoryTargets.filter(({ item }) => !bench.isQuick || item !== 'mails-100');
  for (const { id, item: name, operation, perInput, plusMiB = 0 } of targets) {
    const item = writeItem(bench.folder, name);
    const text = operation === 'encode' ? await writeText(bench, item) : undefined;
    const { client } = await load(CORE, bench.core, item, text);
    /** @type {{ bytes: number }} */
    const { bytes } = await client.ask({ do: 'peak', operation });
    client.stop();
    rows.push({
      id,
      item: name,
      what: `core ${operation}, peak memory`,
      target: `≤ ${perInput} × input${plusMiB ? ` + ${plusMiB} MiB` : ''}`,
      found: `${(bytes / item.bytes).toFixed(1)} × (${(bytes / MIB).toFixed(0)} MiB)`,
      isMet: bytes <= perInput * item.bytes + plusMiB * MIB,
    });
    rmSync(item.file);
  }
  return rows;
}

/**
 * The XML of an item, made in a process that ends with it: the one that is measured has not decoded anything.
 * @param {Bench} bench
 * @param {Item} item
 */
async function writeText(bench, item) {
  const file = join(bench.folder, `${item.name}.xml`);
  const { client } = await load(CORE, bench.core, item);
  await client.ask({ do: 'write', file });
  client.stop();
  return file;
}
