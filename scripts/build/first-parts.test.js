import { existsSync } from 'node:fs';
import { expect, test } from 'vitest';
import { FIRST, firstParts } from './first-parts.js';

const modules = FIRST.flatMap((entry) => {
  const [, folder, names] = /^(.*)\/(?:\(\?:)?([^()]+)\)?$/.exec(entry) ?? [];
  return (names ?? '').split('|').map((name) => `src/${folder}/${name}.ts`);
});

test.each(modules)('%s is there, and in the first file', (path) => {
  expect(existsSync(path)).toBe(true);
  expect(firstParts.test.test(`/anywhere/${path}`)).toBe(true);
});

test.each(['/x/src/bytes/inflate.ts', '/x/src/words/en/dock.test.ts', '/x/lib/eas/http.js'])(
  '%s is not',
  (path) => {
    expect(firstParts.test.test(path)).toBe(false);
  },
);
