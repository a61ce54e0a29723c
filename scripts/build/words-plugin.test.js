import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { wordsPlugin } from './words-plugin.js';

const base = mkdtempSync(join(tmpdir(), 'words-'));
afterAll(() => rmSync(base, { recursive: true }));

const put = (/** @type {string} */ path, /** @type {string} */ text) => {
  mkdirSync(join(base, path, '..'), { recursive: true });
  writeFileSync(join(base, path), text);
};
put('words/en/bar.ts', "export const words = { paste: 'Paste', bytes: (n: number) => `${n} bytes` };");
put('words/en/rail.ts', "export const words = { talk: 'Talk' };");
put('words/de/bar.ts', "export const words = { paste: 'Einfügen', bytes: (n: number) => `${n} Byte` };");
put(
  'words/pseudo.ts',
  `export { pseudo } from ${JSON.stringify(fileURLToPath(new URL('../../src/words/pseudo.ts', import.meta.url)))};`,
);
put('bar.js', "import { words } from '#words/bar.ts'; export default [words.paste, words.bytes(3)];");

/** @param {string} [language] */
function resolveIn(language) {
  const { resolveId } = /** @type {{ resolveId: (id: string) => string | undefined }} */ (
    /** @type {unknown} */ (wordsPlugin(language, join(base, 'words')))
  );
  return (/** @type {string} */ id) => resolveId(id)?.replaceAll('\\', '/') ?? '';
}

test.each([
  { language: undefined, file: /words\/en\/bar\.ts$/ },
  { language: 'en', file: /words\/en\/bar\.ts$/ },
  { language: 'de', file: /words\/de\/bar\.ts$/ },
])('the words of $language are in $file', ({ language, file }) => {
  expect(resolveIn(language)('#words/bar.ts')).toMatch(file);
});

test('a build in the made language says everything in brackets', async () => {
  await build({
    root: base,
    configFile: false,
    logLevel: 'silent',
    plugins: [wordsPlugin('pseudo', join(base, 'words'))],
    build: {
      outDir: join(base, 'out'),
      lib: { entry: join(base, 'bar.js'), formats: ['es'], fileName: () => 'bar.mjs' },
    },
  });
  const path = pathToFileURL(join(base, 'out/bar.mjs')).href;
  const made = /** @type {{ default: string[] }} */ (await import(path));
  expect(made.default).toEqual(['⟦Paste⟧', '⟦3 bytes⟧']);
});

test('a file that a language has not is an error, never English', () => {
  expect(() => resolveIn('de')('#words/rail.ts')).toThrow('The language de has no rail.ts');
});

test('a language that is not there is an error', () => {
  expect(() => wordsPlugin('xx', join(base, 'words'))).toThrow('There is no language xx');
});

test.each([
  { language: 'de', editor: /monaco-editor\/.*nls\/lang\/de\.js$/ },
  { language: 'en', editor: /^$/ },
  { language: 'pseudo', editor: /^$/ },
])('the editor’s own words in $language', ({ language, editor }) => {
  expect(resolveIn(language)('#editor-words')).toMatch(editor);
});
