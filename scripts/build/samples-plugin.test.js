import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'vite';
import { afterAll, expect, test } from 'vitest';
import { packSample } from '../samples/read.js';
import { samplesPlugin } from './samples-plugin.js';

const base = mkdtempSync(join(tmpdir(), 'samples-'));
const root = join(base, 'samples');
afterAll(() => rmSync(base, { recursive: true }));

/**
 * @param {string} id
 * @param {unknown} conversation
 */
function put(id, conversation) {
  mkdirSync(join(root, id), { recursive: true });
  writeFileSync(join(root, id, 'conversation.json'), JSON.stringify(conversation));
}

const request = { http: { method: 'POST' }, file: 'a.wbxml' };
put('one', { title: 'One', note: 'The first.', exchanges: [{ id: '1', request, response: { bytes: '' } }] });
put('two', { title: 'Two', note: 'It’s "next".', exchanges: [{ id: '1', response: { file: 'b.wbxml' } }] });
put('bad', { title: '', note: '', exchanges: [{ id: '1', response: { file: '../one/a.wbxml' } }] });
writeFileSync(join(root, 'one/a.wbxml'), Uint8Array.of(3, 1, 0x6a, 0));
writeFileSync(join(root, 'two/b.wbxml'), Uint8Array.of(3));
const sections = [{ title: 'All', samples: ['two', 'one'] }];
writeFileSync(join(root, 'index.json'), JSON.stringify({ first: 'one', sections }));
writeFileSync(
  join(base, 'main.js'),
  `import first from './samples/index.json?first';
import sections from './samples/index.json?gallery';
export default { first, sections };
`,
);

test('a sample gets its files as base64, and keeps everything else', () => {
  expect(packSample(join(root, 'one'))).toEqual({
    title: 'One',
    note: 'The first.',
    exchanges: [
      { id: '1', request: { http: { method: 'POST' }, bytes: 'AwFqAA==' }, response: { bytes: '' } },
    ],
  });
});

test('a file outside the folder is refused', () => {
  expect(() => packSample(join(root, 'bad'))).toThrow('outside');
});

test('the built gallery holds the first sample and loads each other one from a chunk of its own', async () => {
  const warnings = /** @type {string[]} */ ([]);
  await build({
    root: base,
    configFile: false,
    logLevel: 'silent',
    plugins: [samplesPlugin()],
    build: {
      outDir: join(base, 'out'),
      lib: { entry: join(base, 'main.js'), formats: ['es'], fileName: () => 'main.mjs' },
      rolldownOptions: {
        output: { chunkFileNames: '[name]-[hash].mjs' },
        onwarn: ({ message }) => warnings.push(message),
      },
    },
  });
  const made = /** @type {{ default: Gallery }} */ (
    await import(pathToFileURL(join(base, 'out/main.mjs')).href)
  );
  const { first, sections: built } = made.default;
  expect(first).toEqual({ id: 'one', conversation: packSample(join(root, 'one')) });
  expect(built.map(({ title }) => title)).toEqual(['All']);
  const [two, one] = built[0]?.samples ?? [];
  expect(two).toMatchObject({ id: 'two', title: 'Two', note: 'It’s "next".' });
  expect(await two?.load()).toEqual(packSample(join(root, 'two')));
  expect(await one?.load()).toBe(first.conversation);
  expect(warnings).toEqual([]);
});

/**
 * @typedef {{ id: string, title: string, note: string, load(): Promise<unknown> }} Row
 * @typedef {{ first: { id: string, conversation: unknown }, sections: { title: string, samples: Row[] }[] }} Gallery
 */
