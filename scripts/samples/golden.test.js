import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { bytesToXml, toHex, xmlToBytes } from '../../src/core.ts';
import { changed, goldens } from './golden.js';
import { filesOf, packSample, readIndex, readSample, sampleFolders } from './read.js';

const root = fileURLToPath(new URL('../../samples/', import.meta.url));
const all = goldens(root, bytesToXml);

test('there are goldens', () => {
  expect(all.length).toBeGreaterThan(80);
});

// A change is read, then kept by `node scripts/samples/cli.js --write`.
test.each(all)('$path is what the printer says, and gives the bytes back', ({ bytes, expected, actual }) => {
  expect(actual).toBe(expected);
  expect(toHex(xmlToBytes(expected ?? ''))).toBe(toHex(bytes));
});

test('what differs is found', () => {
  const [first] = goldens(root, () => 'other');
  expect(changed([{ ...first, path: 'x', bytes: new Uint8Array(0), expected: 'a', actual: 'a' }])).toEqual([]);
  expect(changed(goldens(root, () => 'other'))).toHaveLength(all.length);
});

describe('the folders', () => {
  const ids = readIndex(root).sections.flatMap(({ samples }) => samples);

  test('are those of the gallery', () => {
    expect(sampleFolders(root)).toEqual([...ids].sort());
  });

  test.each(ids)('%s holds what its conversation refers to, the goldens, and nothing else', (id) => {
    const files = [...new Set(filesOf(readSample(join(root, id))))];
    const xml = files.filter((name) => name.endsWith('.wbxml')).map((name) => name.replace('.wbxml', '.xml'));
    expect(readdirSync(join(root, id)).sort()).toEqual([...files, ...xml, 'conversation.json'].sort());
  });

  test('hold together less than 150 kB of what ships', () => {
    const size = ids.reduce((sum, id) => sum + JSON.stringify(packSample(join(root, id))).length, 0);
    expect(size).toBeLessThan(150_000);
    expect(size).toBeGreaterThan(10_000);
  });
});
