// Builds src/core.ts, the public face of everything pure, as one ES module with its types:
// dist/core.js and dist/core.d.ts (which lists what stands in dist/types/).
import { spawnSync } from 'node:child_process';
import { readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { bin } from '../checks/bin.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = join(root, 'src/core.ts');
const out = join(root, 'dist');

await build({
  root,
  configFile: false,
  logLevel: 'warn',
  build: {
    outDir: out,
    emptyOutDir: false, // the page stands there already
    copyPublicDir: false,
    target: 'es2022',
    minify: false,
    lib: { entry, formats: ['es'], fileName: () => 'core.js' },
    rolldownOptions: { output: { codeSplitting: false } },
  },
});
writeTypes();

/** Writes a declaration file for every file that core.ts reaches. */
function writeTypes() {
  const types = join(out, 'types');
  rmSync(types, { recursive: true, force: true });
  const compiler = bin('@typescript/native', 'tsc');
  const { status } = spawnSync(process.execPath, [compiler, '--project', 'tsconfig.types.json'], {
    cwd: root,
    stdio: 'inherit',
  });
  if (status !== 0) process.exit(1);
  for (const entry of readdirSync(types, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const path = join(entry.parentPath, entry.name);
    writeFileSync(path, withoutTsExtensions(readFileSync(path, 'utf8')));
  }
  writeFileSync(join(out, 'core.d.ts'), "export * from './types/core.js';\n");
  console.log(`built ${relative(root, out)}/core.js and core.d.ts`);
}

/**
 * Declarations keep the .ts of an import, which only a compiler with a special option takes.
 * @param {string} text a declaration file
 */
function withoutTsExtensions(text) {
  return text.replace(/((?:from\s|import\()\s*['"]\.{1,2}\/[^'"]*)\.ts(['"])/g, '$1.js$2');
}
