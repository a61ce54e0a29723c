import ts from 'typescript';
import { expect, test } from 'vitest';
import { faultsOf } from './check.js';
import { pureParts } from './floors.js';

const SVELTE = `<script lang="ts">
  import { decode } from '../wbxml/index.ts';
  import type { X } from '../main.ts';
</script>
<p>import x from '../main.ts'</p>`;

test.each([
  ['downwards, through index.ts', 'src/xml/print.ts', "import { toHex } from '../bytes/index.ts';"],
  ['within a part', 'src/doctor/rules/a.ts', "import { rule } from '../rule.ts';"],
  ['core.ts is a part itself', 'src/state/a.ts', "import { decode } from '../core.ts';"],
  ['a lazy import downwards', 'src/ui/a.ts', "const editor = () => import('../editor/index.ts');"],
  ['main.ts takes what it mounts', 'src/main.ts', "import App from './ui/App.svelte';"],
  ['a style sheet', 'src/ui/a.ts', "import '../styles/base.css';"],
  ['a package where it belongs', 'src/editor/a.ts', "import 'monaco-editor/editor';"],
  ['words by their name', 'src/ui/bar/a.svelte', "<script>import { words } from '#words/bar.ts';</script>"],
  ['samples from the shell', 'src/state/a.ts', "const all = import.meta.glob('../../samples/*.json');"],
  [
    'a test reads the corpus',
    'src/xml/a.test.ts',
    "new URL('../../../shared/corpus/pastes/', import.meta.url);",
  ],
  [
    'a test of a pure part uses another',
    'src/doctor/a.test.ts',
    "import { simulate } from '../sim/index.ts';",
  ],
  [
    'a test uses what only tests need',
    'src/xml/a.test.ts',
    "import { anyTree } from '../testing/any-tree.ts';",
  ],
  ['a test reads files', 'src/xml/a.test.ts', "import { readFileSync } from 'node:fs'; import 'vitest';"],
  ['not an import at all', 'src/xml/a.ts', 'const text = \'import x from "../ui/index.ts"\';'],
])('%s: no fault', (_, path, text) => {
  expect(faultsOf(path, text)).toEqual([]);
});

test.each([
  ['upwards', 'src/wbxml/a.ts', "import { x } from '../xml/index.ts';", 'wbxml may not import xml'],
  ['on one floor', 'src/doctor/a.ts', "import { x } from '../sim/index.ts';", 'doctor may not import sim'],
  ['and back', 'src/sim/a.ts', "import { x } from '../doctor/index.ts';", 'sim may not import doctor'],
  ['of a type only', 'src/xml/a.ts', "import type { X } from '../eas/index.ts';", 'xml may not import eas'],
  ['in a type', 'src/xml/a.ts', "let x: import('../eas/index.ts').X;", 'xml may not import eas'],
  ['re-exported', 'src/xml/index.ts', "export * from '../eas/index.ts';", 'xml may not import eas'],
  ['dynamic', 'src/xml/a.ts', "await import('../core.ts');", 'xml may not import core.ts'],
  ['dynamic, not told', 'src/ui/a.ts', 'await import(name);', 'cannot be told'],
  [
    'a worker',
    'src/state/a.ts',
    "new Worker(new URL('../ui/w.ts', import.meta.url));",
    'state may not import ui',
  ],
  ['by glob', 'src/core.ts', "import.meta.glob(['../samples/*.json']);", 'outside src/'],
  ['past index.ts', 'src/xml/a.ts', "import { x } from '../bytes/hex.ts';", 'through its index.ts'],
  ['past index.ts, in a test', 'src/xml/a.test.ts', "import '../bytes/hex.ts';", 'through its index.ts'],
  ['a package below the shell', 'src/xml/a.ts', "import 'saxes';", 'xml may not use the package saxes'],
  ['Node below the shell', 'src/xml/a.ts', "import 'node:fs';", 'xml may not use the package node:fs'],
  [
    'a test of the core uses the shell',
    'src/core.test.ts',
    "import './state/index.ts';",
    'core.ts may not import state',
  ],
  [
    'words below the shell',
    'src/xml/a.ts',
    "import { words } from '#words/bar.ts';",
    'xml may not import words',
  ],
  ['words by their folder', 'src/ui/a.ts', "import { words } from '../words/en/bar.ts';", 'as #words/'],
  ['main.ts is nobody’s to import', 'src/ui/a.ts', "import '../main.ts';", 'ui may not import main.ts'],
  [
    'what only tests need, elsewhere',
    'src/ui/a.ts',
    "import '../testing/any-tree.ts';",
    'ui may not import testing',
  ],
  ['a folder on no floor', 'src/utils/a.ts', '', 'utils is no part'],
  [
    'an import of a folder on no floor',
    'src/ui/a.ts',
    "import '../utils/index.ts';",
    'ui may not import utils',
  ],
  ['an index.ts that does something', 'src/xml/index.ts', 'export const x = 1;', 'only lists'],
])('%s: a fault', (_, path, text, fault) => {
  expect(faultsOf(path, text)).toEqual([expect.stringContaining(fault)]);
});

test('a component is read by its scripts, at the right lines', () => {
  expect(faultsOf('src/ui/A.svelte', SVELTE)).toEqual([
    'src/ui/A.svelte:3: ui may not import main.ts (../main.ts)',
  ]);
});

test('the compiler holds every pure part to what every engine has', () => {
  const { config } = ts.readConfigFile('tsconfig.core.json', (path) => ts.sys.readFile(path));
  const { include } = /** @type {{ include: string[] }} */ (config);
  expect(include.toSorted()).toEqual(pureParts.map((part) => `src/${part}`).toSorted());
});

test.each([
  ["import A from './A.svelte';", ['src/ui/b.ts:1: ./A.svelte is not there']],
  ["import type A from './A.svelte';", ['src/ui/b.ts:1: ./A.svelte is not there']],
  ["import A from './B.svelte';", []],
])('a component that is gone: %s', (text, faults) => {
  expect(faultsOf('src/ui/b.ts', text, (path) => path === 'src/ui/B.svelte')).toEqual(faults);
});
