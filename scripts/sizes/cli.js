// Prints the sizes of what stands in dist/ and fails where one is over its limit, or has none.
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import limits from './limits.json' with { type: 'json' };
import { initialFiles, judgeSizes, nameOf, sizeTable } from './sizes.js';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const manifest = /** @type {import('./sizes.js').Manifest} */ (
  JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8'))
);
const paths = readdirSync(join(dist, 'assets'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile())
  .map((entry) => join(entry.parentPath, entry.name).slice(dist.length).replaceAll('\\', '/'));
const files = [...paths, 'core.js'].map((path) => ({
  path,
  name: nameOf(path),
  bytes: gzipSync(readFileSync(join(dist, path)), { level: 9 }).length,
}));

const rows = judgeSizes(files, initialFiles(manifest), limits);
console.log(sizeTable(rows));
if (rows.some((row) => !row.fits)) process.exit(1);
