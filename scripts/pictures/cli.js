// Photographs every state of the built page, in both sizes and both themes, into shots/.
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { findBrowser } from '../browser/find.js';
import { serve } from '../serve/server.js';
import { states } from './states.js';

const root = fileURLToPath(new URL('../../', import.meta.url));
const folder = join(root, 'shots');
/** Ms for the editor to be loaded and drawn. */
const SETTLED = 900;

const looks = [
  { name: 'wide-light', viewport: { width: 1440, height: 900 }, colorScheme: /** @type {const} */ ('light') },
  { name: 'wide-dark', viewport: { width: 1440, height: 900 }, colorScheme: /** @type {const} */ ('dark') },
  {
    name: 'narrow-light',
    viewport: { width: 375, height: 667 },
    colorScheme: /** @type {const} */ ('light'),
  },
  { name: 'narrow-dark', viewport: { width: 375, height: 667 }, colorScheme: /** @type {const} */ ('dark') },
];

const { path, tried } = findBrowser();
if (!path) {
  console.error(`No browser (npm run browser installs one). Tried: ${tried.join('; ')}`);
  process.exit(1);
}
rmSync(folder, { recursive: true, force: true });
mkdirSync(folder);
const site = await serve({ root: process.argv[2] ?? join(root, 'dist'), port: 0 });
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});
for (const { name, viewport, colorScheme } of looks) {
  const narrow = name.startsWith('narrow');
  for (const state of states) {
    if (state.only && (state.only === 'narrow') !== narrow) continue;
    const context = await browser.newContext({ viewport, colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await state.before?.(page);
    await page.goto(`${site.url}${state.hash ?? ''}`);
    await page.getByRole('region', { name: 'Verdict' }).waitFor();
    await page.locator('main:not([aria-busy=true])').waitFor();
    await state.act?.(page, narrow);
    await page.waitForTimeout(SETTLED);
    await page.screenshot({ path: join(folder, `${state.name}.${name}.png`) });
    await context.close();
  }
  console.log(`shots/*.${name}.png`);
}
await browser.close();
await site.close();
