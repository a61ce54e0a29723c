import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** @typedef {{ version: string, page: string, files: string[] }} Precache as src/offline/service-worker.ts reads it */

const SOURCE = 'src/offline/service-worker.ts';
const FILE = 'sw.js';
/** Built files that the page never asks for. */
const NOT_KEPT = /^(\.vite\/|index\.html$|sw\.js$|404\.html$)|\.map$/;

/**
 * Builds the service worker, and puts the list of all files of the build into it.
 * @returns {import('vite').Plugin}
 */
export function serviceWorkerPlugin() {
  let publicDir = '';
  return {
    name: 'service-worker',
    apply: 'build',
    enforce: 'post', // when the page stands in the bundle
    configResolved: (config) => void (publicDir = config.publicDir),
    buildStart() {
      this.emitFile({ type: 'chunk', id: SOURCE, fileName: FILE });
    },
    generateBundle: {
      order: 'post',
      handler(_, bundle) {
        const worker = bundle[FILE];
        const page = bundle['index.html'];
        if (worker?.type !== 'chunk' || page?.type !== 'asset') throw new Error(`no ${FILE} or no page`);
        const copied = readdirSync(publicDir).map((name) => ({
          name,
          content: readFileSync(join(publicDir, name)),
        }));
        worker.code = withPrecache(worker.code, precacheOf(page.source, Object.keys(bundle), copied));
      },
    },
  };
}

/**
 * What the worker keeps.
 * @param {string | Uint8Array} page the text of index.html
 * @param {readonly string[]} built paths below `dist/`; those with the content's hash in their name
 * @param {readonly { name: string, content: Uint8Array }[]} copied files that are served as they are
 * @returns {Precache}
 */
export function precacheOf(page, built, copied) {
  const files = [...built, ...copied.map(({ name }) => name)].filter((path) => !NOT_KEPT.test(path)).sort();
  const integrity = `sha256-${createHash('sha256').update(page).digest('base64')}`;
  const all = createHash('sha256').update(integrity).update(files.join('\n'));
  for (const { content } of copied) all.update(content);
  return { version: all.digest('hex').slice(0, 12), page: integrity, files };
}

/**
 * @param {string} code of the worker, which names `PRECACHE` once
 * @param {Precache} precache
 */
export function withPrecache(code, precache) {
  const parts = code.split(/\bPRECACHE\b/);
  if (parts.length !== 2) throw new Error(`the service worker names PRECACHE ${parts.length - 1} times`);
  return parts.join(JSON.stringify(precache));
}
