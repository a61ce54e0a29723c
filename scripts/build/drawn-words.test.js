import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const components = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((file) =>
  file.endsWith('.svelte'),
);

/** Words that a component draws as they stand, `{words.name}`, with the file of the catalogue they are in. */
const drawn = components.flatMap((component) => {
  const text = readFileSync(join(source, component), 'utf8');
  return [...text.matchAll(/import \{([^}]*)\} from '#words\/([^']+)'/g)].flatMap(
    ([, names = '', file = '']) => {
      const name = /\bwords as (\w+)/.exec(names)?.[1] ?? 'words';
      return [...text.matchAll(new RegExp(`\\{${name}\\.(\\w+)\\}`, 'g'))].map(([, word = '']) => ({
        component,
        file,
        word,
      }));
    },
  );
});

test('no component draws a function in the place of its words', async () => {
  expect(drawn.length).toBeGreaterThan(100);
  /** @type {Map<string, Record<string, unknown>>} */
  const catalogues = new Map();
  for (const file of new Set(drawn.map((one) => one.file))) {
    const { words } = /** @type {{ words: Record<string, unknown> }} */ (
      await import(/* @vite-ignore */ join(source, 'words/en', file))
    );
    catalogues.set(file, words);
  }
  const wrong = drawn.filter(({ file, word }) => typeof catalogues.get(file)?.[word] !== 'string');
  expect(wrong).toEqual([]);
});
