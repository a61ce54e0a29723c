import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { median, ratio } from './figures.js';
import { lengthOf, readRecordings } from './recordings.js';
import { timeRounds } from './rounds.js';
import { SubjectClient } from './subject-client.js';
import { examineTargets } from './targets.js';

const SUBJECT = new URL('subjects/recordings.js', import.meta.url).href;
const OURS = 'core examine';
const AGAINST = 'core decode';

/**
 * P8: what examining recorded messages costs beside turning them into XML text, by their size and in total.
 * @param {import('./bench.js').Bench} bench
 * @param {string} folder the recordings
 * @returns {Promise<import('./bench.js').Row[]>} none where there are no recordings
 */
export async function measureExamining(bench, folder) {
  const recordings = readRecordings(folder);
  if (recordings.length === 0) bench.say('Without recorded messages: examining is not measured.');
  /** @type {import('./bench.js').Row[]} */
  const rows = [];
  for (const target of examineTargets) {
    const { from = 0, below = Infinity } = target;
    const some = recordings.filter((one) => lengthOf(one) >= from && lengthOf(one) < below);
    if (some.length > 0) rows.push(await examineRow(bench, target, some));
  }
  return rows;
}

/**
 * @param {import('./bench.js').Bench} bench
 * @param {import('./targets.js').ExamineTarget} target
 * @param {import('./recordings.js').Recording[]} recordings
 * @returns {Promise<import('./bench.js').Row>}
 */
async function examineRow(bench, { id, item: name, most }, recordings) {
  const file = join(bench.folder, `${name}.json`);
  mkdirSync(bench.folder, { recursive: true });
  writeFileSync(file, JSON.stringify(recordings));
  const client = new SubjectClient(SUBJECT, bench.core);
  try {
    /** @type {{ name: string, operations: string[] }} */
    const loaded = await client.ask({ do: 'load', file });
    const bytes = recordings.reduce((sum, one) => sum + lengthOf(one), 0);
    /** @type {import('./corpus.js').Item} */
    const item = { name, file, bytes, elements: 0, depth: 0, language: 'ACTIVESYNC' };
    const times = await timeRounds(item, [{ ...loaded, client }], [OURS, AGAINST], bench);
    const each = median(times.get(OURS) ?? [Number.NaN]) / recordings.length / 1000;
    bench.say(`  ${name}: ${recordings.length} messages, ${OURS} ${each.toFixed(1)} µs each`);
    const cost = 1 / (ratio(times, OURS, AGAINST) ?? Number.NaN);
    return {
      id,
      item: name,
      what: `${OURS}, cost beside decode`,
      target: most === undefined ? '' : `≤ ${most} ×`,
      found: `${cost.toFixed(2)} ×`,
      isMet: most === undefined ? undefined : cost <= most,
    };
  } finally {
    client.stop();
    rmSync(file);
  }
}
