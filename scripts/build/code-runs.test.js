import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { expect, test } from 'vitest';
import { withRuns } from './code-runs.js';

/** @param {string} list of entries, as JavaScript */
const read = (list) =>
  /** @type {unknown} */ (JSON.parse(String(runInNewContext(`JSON.stringify([${list}])`))));

test.each([
  ["[0x05, 'A'], [0x06, 'B'], [0x07, 'C'], [0x08, 'D'], [0x09, 'E']", 'split'],
  ["[5, 'A'], [6, 'B'], [9, 'C'], [10, 'D'], [11, 'E-F.g:h'], [12, 'G'], [13, 'H'], [1, 'I']", 'split'],
  ["[5, 'A'], [6, 'B'], [7, 'C']", '[7,'],
  ["[5, 'has blanks'], [6, 'B'], [7, 'name', 'value'], [8, 'D']", 'has blanks'],
  ['[5, "A"],\n[6, `B`],\n[7, "C"],\n[8, "D"],\n[9, "E"],', 'split'],
])('%s stays what it is', (list, holds) => {
  const code = withRuns(list);
  expect(read(code)).toEqual(read(list));
  expect(code).toContain(holds);
});

test('the tables of the page are what they were, and shorter', () => {
  const folder = 'src/doctypes';
  const tables = readdirSync(folder, { recursive: true })
    .filter((path) => /[\\/].+\.ts$/.test(String(path)))
    .map((path) => readFileSync(join(folder, String(path)), 'utf8'));
  expect(tables.length).toBeGreaterThan(40);
  const lists = tables.flatMap(
    (text) => text.match(/\[0x[\da-f]+, '[^\]]+\](?:,\s*\[0x[\da-f]+, '[^\]]+\])*/g) ?? [],
  );
  expect(lists.length).toBeGreaterThan(100);
  for (const list of lists) expect(read(withRuns(list))).toEqual(read(list));
  const all = tables.join('');
  expect(withRuns(all).length).toBeLessThan(all.length * 0.8);
});
