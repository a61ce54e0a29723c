// Holds every file of src/ to the arrows of arrows.json: imports point down only.
import { readFileSync, readdirSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { faultsOf } from './check.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const paths = readdirSync(join(root, 'src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.(ts|svelte)$/.test(entry.name) && !entry.name.endsWith('.d.ts'))
  .map((entry) => relative(root, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
const all = new Set(paths);
const faults = paths.flatMap((path) =>
  faultsOf(path, readFileSync(join(root, path), 'utf8'), (component) => all.has(component)),
);

console.log(faults.length > 0 ? faults.join('\n') : `${paths.length} files keep the arrows`);
if (faults.length > 0) process.exit(1);
