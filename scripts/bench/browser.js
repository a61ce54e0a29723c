// Measures the built page in a real Chromium:
// npm run bench:browser -- [--items a,b] [--dist dist] [--json file] [--profile file]
// An item is a message that is opened, or a run whose steps are gone through; of the last such run `--profile` keeps
// the CPU profile, to be looked at in the developer tools.
// Figures of a busy machine say little: it tells how busy it was. Nothing here fails a build.
import { writeFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find.js';
import { serve } from '../serve/server.js';
import { browserItems } from './browser-items.js';
import { measureItem } from './browser-item.js';
import { measureSteps, runItems } from './browser-steps.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    items: { type: 'string' },
    dist: { type: 'string', default: join(root, 'dist') },
    json: { type: 'string' },
    profile: { type: 'string' },
  },
});
const names = values.items?.split(',');
const isAsked = (/** @type {{ name: string }} */ { name }) => !names || names.includes(name);
const items = browserItems.filter(isAsked);
const runs = runItems.filter(isAsked);
const { path, tried } = findBrowser();
if (!path || items.length + runs.length === 0) {
  console.error(
    path
      ? `--items: there are ${[...browserItems, ...runItems].map(({ name }) => name).join(', ')}`
      : tried.join('; '),
  );
  process.exit(1);
}
const before = loadavg();
const site = await serve({ root: values.dist, port: 0 });
/** @type {import('./browser-item.js').Measured[]} */
const rows = [];
/** @type {import('./browser-steps.js').MeasuredSteps[]} */
const steps = [];
let version = '';
/** In a browser of its own: the first opening is the one that people wait for. */
const inOwn = async (
  /** @type {string} */ name,
  /** @type {(browser: import('@playwright/test').Browser) => Promise<unknown>} */ measure,
) => {
  const browser = await chromium.launch({
    executablePath: path,
    chromiumSandbox: process.getuid?.() !== 0,
    args: [
      '--disable-gpu',
      '--enable-precise-memory-info',
      '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1',
    ],
  });
  version = browser.version();
  console.log(`${name} …`);
  await measure(browser);
  await browser.close();
};
for (const item of items) {
  await inOwn(item.name, async (browser) => rows.push(await measureItem(browser, site.url, item)));
}
for (const item of runs) {
  await inOwn(item.name, async (browser) =>
    steps.push(await measureSteps(browser, site.url, item, values.profile)),
  );
}
await site.close();

const HEAD = [
  'ms',
  'rows',
  'findings',
  'XML',
  'longest task',
  'editor alone',
  'last byte',
  'scrolling',
  'key p50',
  'key p95',
  'digit p50',
  'digit p95',
  'field p50',
  'field p95',
  'Cancel',
  'heap MB',
];
const ms = (/** @type {number | undefined} */ value) =>
  value === undefined ? '' : Number.isNaN(value) ? 'not in time' : value.toFixed(0);
/** @param {string[][]} lines */
const tell = (lines) => {
  const [head = []] = lines;
  const all = [head, head.map(() => '---'), ...lines.slice(1)];
  console.log(`\n${all.map((cells) => `| ${cells.join(' | ')} |`).join('\n')}\n`);
};
if (rows.length > 0) {
  tell([
    HEAD,
    ...rows.map((row) => [
      row.what,
      ...[
        row.rows,
        row.findings,
        row.xml,
        row.longest,
        row.editor,
        row.lastByte,
        row.scrolling,
        row.keyMiddle,
        row.keySlow,
        row.digitMiddle,
        row.digitSlow,
        row.fieldMiddle,
        row.fieldSlow,
        row.cancel,
        row.heap,
      ].map(ms),
    ]),
  ]);
}
if (steps.length > 0) {
  const both = (/** @type {[number, number]} */ [middle, slow]) =>
    `${middle.toFixed(1)} / ${slow.toFixed(1)}`;
  tell([
    ['script of a step, ms, p50 / p95', 'our own', 'Monaco', 'garbage collector', 'steps', 'heap MB'],
    ...steps.map(({ what, own, editor, collector, steps: count, heap }) => [
      what,
      both(own),
      both(editor),
      both(collector),
      String(count),
      heap.toFixed(0),
    ]),
  ]);
}
console.log(
  `Chromium ${version}, ${cpus().length} cores ${cpus()[0]?.model ?? ''}; load before ${before[0]?.toFixed(1)}, after ${loadavg()[0]?.toFixed(1)}.`,
);
if (values.json !== undefined)
  writeFileSync(values.json, JSON.stringify({ version, before, rows, steps }, null, 2));
