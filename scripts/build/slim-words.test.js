import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { slimWordsPlugin } from './slim-words.js';
import { wordsPlugin } from './words-plugin.js';

const base = mkdtempSync(join(tmpdir(), 'slim-words-'));
afterAll(() => rmSync(base, { recursive: true }));

/**
 * Builds a page's script with a catalogue.
 * @param {string} words
 * @param {string} script
 */
async function built(words, script) {
  mkdirSync(join(base, 'words/en'), { recursive: true });
  writeFileSync(join(base, 'words/en/bar.ts'), words);
  writeFileSync(join(base, 'page.js'), script);
  await build({
    root: base,
    configFile: false,
    logLevel: 'silent',
    plugins: [wordsPlugin('en', join(base, 'words')), slimWordsPlugin('en')],
    build: {
      outDir: join(base, 'out'),
      lib: { entry: join(base, 'page.js'), formats: ['es'], fileName: () => 'page.mjs' },
    },
  });
  const path = join(base, 'out/page.mjs');
  const { default: said } = /** @type {{ default: string[] }} */ (
    await import(`${pathToFileURL(path).href}?${Math.random()}`)
  );
  return { said, code: readFileSync(path, 'utf8') };
}

const words = `
const two = (n: number) => n * 2;
export const words = {
  pasteItHere: 'Paste',
  delete: 'Delete',
  bytesOfIt: (n: number) => \`\${two(n)} bytes\`,
  askedFor(name: string): string {
    return \`Where is \${name}?\`;
  },
  colours: { dark: 'Dark', light: 'Light' },
  nobodySaysThis: 'A text that nobody says',
};`;

test('every text is said, its name is not loaded, and what nobody says is not there', async () => {
  const { said, code } = await built(
    words,
    `import { words as mine } from '#words/bar.ts';
    export default [mine.pasteItHere, mine.delete, mine.bytesOfIt(2), mine.askedFor('it'), mine.colours['dark']];`,
  );
  expect(said).toEqual(['Paste', 'Delete', '4 bytes', 'Where is it?', 'Dark']);
  expect(code).not.toMatch(/pasteItHere|bytesOfIt|askedFor|nobody/);
});

test('a text whose name is only known while the page runs is found', async () => {
  const { said } = await built(
    words,
    `import { words } from '#words/bar.ts';
    export default ['pasteItHere', 'delete'].map((name) => words[name]);`,
  );
  expect(said).toEqual(['Paste', 'Delete']);
});

test('what cannot be taken apart is an error', async () => {
  await expect(
    built(
      "const a = { b: 'B' };\nexport const words = { ...a };",
      "import { words } from '#words/bar.ts'; export default [words.b];",
    ),
  ).rejects.toThrow('no part of words is spread');
});
