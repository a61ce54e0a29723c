import { readdirSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from 'vite';
import { pureParts } from '../arrows/floors.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const source = join(root, 'src');
const out = join(root, '.cache/unit-core');

/**
 * Lets tests run the core as one script, as the page does, and not module by module: a third less processor time,
 * because a name of another module need not be looked up at each use. Tests may still import any module of it.
 * They say what is wrong at lines of that script; without UNIT_BUNDLE=1 it is those of the modules.
 */
export function coreBundlePlugin() {
  return {
    name: 'core-bundle',
    enforce: /** @type {const} */ ('pre'),
    configResolved: bundle,
    /**
     * @param {string} to as written
     * @param {string} [importer]
     */
    resolveId(to, importer) {
      if (!importer || !to.startsWith('.')) return undefined;
      const path = resolve(dirname(importer), to);
      return isBundled(path) ? bundled(path) : undefined;
    },
  };
}

/** @param {string} path */
const bundled = (path) => join(out, `${nameOf(path)}.mjs`).replaceAll(sep, '/');
/** @param {string} path `/…/src/bytes/hex.ts` → `bytes/hex` */
const nameOf = (path) => relative(source, path).replaceAll(sep, '/').replace(/\.ts$/, '');

/** @param {string} path */
function isBundled(path) {
  const [part = ''] = relative(source, path).split(sep);
  return pureParts.includes(part) && /(?<!\.(test|bench|d))\.ts$/.test(path);
}

/** Writes a module for every module of the core; all of them only list what they have from the one script. */
async function bundle() {
  const paths = readdirSync(source, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter(isBundled);
  await build({
    root,
    configFile: false,
    logLevel: 'warn',
    build: {
      ssr: true,
      copyPublicDir: false,
      outDir: out,
      target: 'node20',
      minify: false,
      rolldownOptions: {
        input: Object.fromEntries(paths.map((path) => [nameOf(path), path])),
        output: {
          entryFileNames: '[name].mjs',
          chunkFileNames: '[name].mjs',
          codeSplitting: { groups: [{ name: 'the-core', test: () => true }] },
        },
      },
    },
  });
}
