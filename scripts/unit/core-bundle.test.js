import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { coreBundlePlugin } from './core-bundle.js';

const source = fileURLToPath(new URL('../../src/', import.meta.url));
const plugin = coreBundlePlugin();

test.each([
  { from: 'bytes/hex.test.ts', to: './hex.ts', bundled: 'hex.mjs' },
  { from: 'state/a.svelte.ts', to: '../core.ts', bundled: 'core.mjs' },
  { from: 'testing/a.ts', to: '../eas/content/index.ts', bundled: 'index.mjs' },
  { from: 'doctor/a.test.ts', to: '../testing/corpus.ts', bundled: undefined },
  { from: 'doctor/a.test.ts', to: './b.test.ts', bundled: undefined },
  { from: 'state/a.test.ts', to: './workspace.svelte.ts', bundled: undefined },
  { from: 'bytes/hex.test.ts', to: 'fast-check', bundled: undefined },
])('$from has $to from the bundle: $bundled', ({ from, to, bundled }) => {
  const path = plugin.resolveId(to, join(source, from));
  expect(path && basename(path)).toBe(bundled);
});
