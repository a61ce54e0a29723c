import { expect, test } from 'vitest';
import { loadedFirst, toPreload } from './already-loaded.js';

const bundle = [
  { fileName: 'index.js', isEntry: true, imports: ['decode.js'] },
  { fileName: 'decode.js', imports: ['bytes.js'] },
  { fileName: 'bytes.js', imports: ['decode.js'] },
  { fileName: 'compare.js', imports: ['decode.js', 'diff.js'] },
  { fileName: 'diff.js' },
];

test('the entry and all that it imports are there from the first', () => {
  expect([...loadedFirst(bundle)]).toEqual(['index.js', 'decode.js', 'bytes.js']);
});

test('a list of a script leaves out what is there; that of the page is left whole', () => {
  const names = ['compare.js', 'decode.js', 'diff.js', 'diff.css'];
  const loaded = loadedFirst(bundle);
  expect(toPreload(names, { hostType: 'js' }, loaded)).toEqual(['compare.js', 'diff.js', 'diff.css']);
  expect(toPreload(names, { hostType: 'html' }, loaded)).toEqual(names);
});

test('of a part with many scripts only the styles are listed', () => {
  const names = ['pane.css', ...Array.from({ length: 7 }, (_, i) => `${i}.js`)];
  expect(toPreload(names, { hostType: 'js' }, new Set())).toEqual(['pane.css']);
  expect(toPreload(names, { hostType: 'js' }, new Set(['0.js']))).toEqual(
    names.filter((name) => name !== '0.js'),
  );
});
