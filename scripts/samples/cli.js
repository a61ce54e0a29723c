// Compares the XML of every sample with the file beside it; with --write makes the files what the printer says.
// Read what changed before you keep it.
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runnerImport } from 'vite';
import { changed, goldens } from './golden.js';

const root = fileURLToPath(new URL('../../samples/', import.meta.url));
const core = fileURLToPath(new URL('../../src/core.ts', import.meta.url));
const write = process.argv.includes('--write');

/** @type {{ module: { bytesToXml: (bytes: Uint8Array) => string } }} */
const { module } = await runnerImport(core, { configFile: false, logLevel: 'warn' });
const all = goldens(root, module.bytesToXml);
const different = changed(all);
for (const { path, expected, actual } of different) {
  if (write) writeFileSync(join(root, path), actual);
  console.log(`${expected === undefined ? 'new' : 'differs'}: samples/${path}${write ? ', written' : ''}`);
}
console.log(`${all.length} messages, ${different.length} differ`);
if (different.length > 0 && !write) process.exit(1);
