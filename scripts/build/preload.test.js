import { expect, test } from 'vitest';
import { chunkFiles, withPreloads } from './preload.js';

const bundle = [
  { type: 'chunk', fileName: 'assets/index.js', facadeModuleId: '/x/index.html', imports: ['assets/hex.js'] },
  {
    type: 'chunk',
    fileName: 'assets/late.js',
    facadeModuleId: 'C:\\x\\src\\late.ts',
    imports: ['assets/index.js', 'assets/tables.js'],
  },
  { type: 'chunk', fileName: 'assets/tables.js', imports: ['assets/hex.js'] },
  { type: 'chunk', fileName: 'assets/hex.js', facadeModuleId: null, imports: [] },
  { type: 'asset', fileName: 'assets/index.css' },
];

test('the files of a chunk are its own and those it imports, each once', () => {
  expect(chunkFiles(bundle, 'src/late.ts').toSorted()).toEqual([
    'assets/hex.js',
    'assets/index.js',
    'assets/late.js',
    'assets/tables.js',
  ]);
  expect(chunkFiles(bundle, 'src/no-such.ts')).toEqual([]);
});

test('what the page loads already is not asked for again', () => {
  const html = '<head>\n    <script src="./assets/index.js"></script>\n  </head>';
  expect(withPreloads(html, ['assets/index.js', 'assets/late-$&.js'])).toBe(
    '<head>\n    <script src="./assets/index.js"></script>\n    <link rel="modulepreload" crossorigin href="./assets/late-$&.js">\n  </head>',
  );
});
