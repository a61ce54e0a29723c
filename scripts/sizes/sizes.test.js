import { expect, test } from 'vitest';
import { initialFiles, judgeSizes, nameOf, sizeTable } from './sizes.js';

test.each([
  { path: 'assets/editor-B9FNfMUq.js', name: 'editor.js' },
  { path: 'assets/editor.worker-A_-4fMUq.js', name: 'editor.worker.js' },
  { path: 'assets/samples/z-push-B9FNfMUq.js', name: 'samples/z-push.js' },
  { path: 'core.js', name: 'core.js' },
])('$path is $name', ({ path, name }) => {
  expect(nameOf(path)).toBe(name);
});

test('initial script is the entry and what it imports statically, once each', () => {
  const manifest = {
    'index.html': { file: 'a.js', isEntry: true, imports: ['_b', '_c'] },
    _b: { file: 'b.js', imports: ['_c'] },
    _c: { file: 'c.js', imports: ['_b'] },
    'src/editor/index.ts': { file: 'lazy.js', imports: ['_b'] },
  };
  expect([...initialFiles(manifest)].sort()).toEqual(['a.js', 'b.js', 'c.js']);
});

const limits = { initial: 3, files: { 'a.js': 2, 'samples/*': 1 } };
/** @type {(path: string, bytes: number) => { path: string, name: string, bytes: number }} */
const file = (path, bytes) => ({ path, name: path, bytes });

test.each([
  { files: [file('a.js', 2000)], faults: [] },
  { files: [file('a.js', 2001)], faults: ['a.js'] },
  { files: [file('samples/x.js', 1000)], faults: [] },
  { files: [file('samples/x.js', 1001)], faults: ['samples/x.js'] },
  { files: [file('new.js', 1)], faults: ['new.js'] },
])('$files → too large or without a limit: $faults', ({ files, faults }) => {
  const rows = judgeSizes(files, new Set(), limits);
  expect(rows.filter((row) => !row.fits).map((row) => row.name)).toEqual(faults);
});

test('the initial script has a limit as a whole', () => {
  const files = [file('a.js', 1501), file('samples/x.js', 1000), file('samples/y.js', 500)];
  const initial = new Set(files.map(({ path }) => path));
  expect(judgeSizes(files, initial, limits)[0]).toMatchObject({ kB: 3.001, fits: false });
  expect(sizeTable(judgeSizes(files, initial, limits))).toContain('✖ all initial script');
});
