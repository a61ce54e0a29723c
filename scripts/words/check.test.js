import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { wordFaults } from './check.js';
import { markupWords } from './markup-words.js';
import lists from './open.json' with { type: 'json' };
import { scriptWords } from './script-words.js';

const none = { open: [], names: [] };
const textsOf = (/** @type {{ text: string }[]} */ found) => found.map(({ text }) => text);

test.each([
  ['a text', '<p>Hello there</p>', ['Hello there']],
  ['a text over two lines', '<p>Hello\n  there</p>', ['Hello there']],
  [
    'what is said of an element',
    '<button aria-label="Close" title="Shut it">✕</button>',
    ['Close', 'Shut it'],
  ],
  ['a prop', '<Dialog title="Samples" wide />', ['Samples']],
  ['a mixed attribute', '<p title="Byte {at}">x</p>', ['Byte', 'x']],
  ['a choice', "<p>{dark ? 'Light' : other ?? 'Dark'}</p>", ['Light', 'Dark']],
  ['a template', '<p>{`${n} rows`}</p>', ['rows']],
  ['a list put together', "<p>{[n, 'more'].join(' ')}</p>", ['more']],
  [
    'within blocks',
    '{#if a}One{:else}{#each b as c}Two{:else}Three{/each}{/if}{#await d then e}Four{:catch}Five{/await}',
    ['One', 'Two', 'Three', 'Four', 'Five'],
  ],
  ['in a snippet', '{#snippet row()}<i>Row</i>{/snippet}', ['Row']],
])('%s is found', (_, markup, words) => {
  expect(textsOf(markupWords(markup))).toEqual(words);
});

test.each([
  ['words of the catalogue', '<p title={words.title}>{words.text(1)}</p>'],
  ['signs and numbers', '<p>▾ 3 · {n}/8 <span aria-hidden="true">✖</span></p>'],
  ['what is compared', "<p>{#if kind === 'gap'}…{/if}{kind === 'gap' ? 1 : 2}</p>"],
  ['names of classes and types', '<button type="button" class="edged {kind}" role="tab">▾</button>'],
  ['what a function is given', "<p>{field('name')}</p>"],
  ['comments and styles', '<!-- Words --><style>.words { color: red; }</style>'],
])('%s: none', (_, markup) => {
  expect(textsOf(markupWords(markup))).toEqual([]);
});

test.each([
  ["const a = { label: 'Open a file…' };", ['Open a file…']],
  ["const a = { label: 'Read', id: 'read' };", ['Read']],
  ['say(`${n} bytes copied as ${form}.`)', ['… bytes copied as ….']],
  ["import x from 'some words/in.ts'; type A = 'two words'; if (a === 'two words') go('one');", []],
])('%s: %j', (script, words) => {
  expect(textsOf(scriptWords(script))).toEqual(words);
});

test('a fault names file, line and words', () => {
  const files = new Map([
    ['src/ui/A.svelte', '<script lang="ts">\n  say(\'Two words\');\n</script>\n<p>Three</p>'],
  ]);
  expect(wordFaults(files, none)).toEqual([
    'src/ui/A.svelte:4: “Three” is in no catalogue',
    'src/ui/A.svelte:2: “Two words” is in no catalogue',
  ]);
  expect(wordFaults(files, { open: ['src/ui/'], names: ['Two words'] })).toEqual([]);
});

test('a list that has more than is left is a fault', () => {
  const files = new Map([['src/ui/A.svelte', '<p>{words.three}</p>']]);
  expect(wordFaults(files, { open: ['src/ui/A.svelte'], names: ['Two words'] })).toHaveLength(2);
});

test('the page’s words are in the catalogue', () => {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const files = ['src/ui', 'src/state', 'src/editor']
    .flatMap((folder) => readdirSync(join(root, folder), { recursive: true, withFileTypes: true }))
    .filter(({ name }) => /\.(svelte|ts)$/.test(name) && !/\.(test|d)\.ts$/.test(name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map(
      (path) =>
        /** @type {const} */ ([relative(root, path).replaceAll('\\', '/'), readFileSync(path, 'utf8')]),
    );
  expect(files.length).toBeGreaterThan(150);
  expect(wordFaults(new Map(files), lists)).toEqual([]);
});
