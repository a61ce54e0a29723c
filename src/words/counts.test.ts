import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';

const folder = join(import.meta.dirname, 'en');
/** Places and codes: people copy them and type them back, so they stand as they are. */
const AS_THEY_ARE = ['byte', 'offset', 'at', 'line', 'column', 'first', 'last', 'code', 'page', 'perCent'];
/** Never as many as a thousand: chapters of the story, phases, minutes, pages of codes, the most branches. */
const FEW = [
  'extension',
  'chapterOf',
  'guess',
  'phase',
  'minutesAgo',
  'codePage',
  'attributePage',
  'oddBranch',
  'pageInForce',
];

/** `name: parameter` for each number that is put into a text of the file without its thousands parted. */
function bareCounts(source: string): string[] {
  const entries = source.split(/^(?=\s+['\w-]+(?:: \(|\())/m);
  return entries.flatMap((entry) => {
    const name = /^\s+(['\w-]+)/.exec(entry)?.[1] ?? '';
    const numbers = [...entry.matchAll(/(\w+)\??: number/g)].map(([, parameter = '']) => parameter);
    return numbers
      .filter((parameter) => !AS_THEY_ARE.includes(parameter) && !FEW.includes(name))
      .filter((parameter) => entry.includes(`\${${parameter}}`))
      .map((parameter) => `${name}: ${parameter}`);
  });
}

test.each(readdirSync(folder))('%s writes what it counts with commas: “1,100 times”', (file) => {
  expect(bareCounts(readFileSync(join(folder, file), 'utf8'))).toEqual([]);
});

test('a count without commas is found, a place is none', () => {
  const source =
    'x = {\n  times: (times: number) => `${times} times`,\n  byte: (at: number) => `byte ${at}`,\n};';
  expect(bareCounts(source)).toEqual(['times: times']);
});
