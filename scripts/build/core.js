// Builds src/core.ts, the public face of everything pure, as one ES module with its types:
// dist/core.js and dist/core.d.ts (which lists what stands in dist/types/).
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import ts from 'typescript';
import { build } from 'vite';

const root = fileURLToPath(new URL('../../', import.meta.url));
const entry = join(root, 'src/core.ts');
const out = join(root, 'dist');
const host = {
  getCurrentDirectory: () => root,
  getCanonicalFileName: (/** @type {string} */ name) => name,
  getNewLine: () => '\n',
};

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
  const read = ts.readConfigFile(join(root, 'tsconfig.core.json'), (path) => ts.sys.readFile(path));
  const { options } = ts.parseJsonConfigFileContent(read.config, ts.sys, root);
  const program = ts.createProgram([entry], {
    ...options,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'src'),
    outDir: join(out, 'types'),
  });
  rmSync(join(out, 'types'), { recursive: true, force: true });
  const { diagnostics } = program.emit(undefined, (path, text) => {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, withoutTsExtensions(text));
  });
  const faults = [...ts.getPreEmitDiagnostics(program), ...diagnostics];
  if (faults.length > 0) {
    console.error(ts.formatDiagnosticsWithColorAndContext(faults, host));
    process.exit(1);
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
