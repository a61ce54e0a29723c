import { expect, test } from 'vitest';
import { chunkName } from './chunk-name.js';

test.each([
  { from: '/a/src/editor/index.ts', path: 'assets/editor-[hash].js' },
  { from: 'C:\\a\\src\\editor\\index.ts', path: 'assets/editor-[hash].js' },
  { from: '/a/samples/case/one.json', path: 'assets/samples/case-one-[hash].js' },
  { from: '/a/src/samples/index.ts', path: 'assets/samples-[hash].js' },
  { from: '/a/src/ui/Rail.svelte', path: 'assets/[name]-[hash].js' },
  { from: null, path: 'assets/[name]-[hash].js' },
])('$from → $path', ({ from, path }) => {
  expect(chunkName({ name: 'x', facadeModuleId: from })).toBe(path);
});
