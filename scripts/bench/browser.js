// Measures the built page in a real Chromium: npm run bench:browser -- [--items a,b] [--dist dist] [--json file]
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

const root = fileURLToPath(new URL('../../', import.meta.url));
const { values } = parseArgs({
  options: {
    items: { type: 'string' },
    dist: { type: 'string', default: join(root, 'dist') },
    json: { type: 'string' },
  },
});
const names = values.items?.split(',');
const items = browserItems.filter(({ name }) => !names || names.includes(name));
const { path, tried } = findBrowser();
if (!path || items.length === 0) {
  console.error(
    path ? `--items: there are ${browserItems.map(({ name }) => name).join(', ')}` : tried.join('; '),
  );
  process.exit(1);
}
const before = loadavg();
const site = await serve({ root: values.dist, port: 0 });
/** @type {import('./browser-item.js').Measured[]} */
const rows = [];
let version = '';
for (const item of items) {
  // A browser of its own for each: the first opening is the one that people wait for.
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
  console.log(`${item.name} …`);
  rows.push(await measureItem(browser, site.url, item));
  await browser.close();
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
  'Cancel',
  'heap MB',
];
const ms = (/** @type {number | undefined} */ value) =>
  value === undefined ? '' : Number.isNaN(value) ? 'not in time' : value.toFixed(0);
const table = [
  HEAD,
  HEAD.map(() => '---'),
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
      row.cancel,
      row.heap,
    ].map(ms),
  ]),
].map((cells) => `| ${cells.join(' | ')} |`);
console.log(`\n${table.join('\n')}\n`);
console.log(
  `Chromium ${version}, ${cpus().length} cores ${cpus()[0]?.model ?? ''}; load before ${before[0]?.toFixed(1)}, after ${loadavg()[0]?.toFixed(1)}.`,
);
if (values.json !== undefined) writeFileSync(values.json, JSON.stringify({ version, before, rows }, null, 2));
