// Photographs every state of the built page, in both sizes and both themes, into shots/. Words given are parts of the
// names of the states to photograph; the pictures of the others stay.
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

const wide = { viewport: { width: 1440, height: 900 } };
/** A phone: fingers change what is drawn as much as the width does. */
const narrow = { viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true };
const looks = [
  { name: 'wide-light', ...wide, colorScheme: /** @type {const} */ ('light') },
  { name: 'wide-dark', ...wide, colorScheme: /** @type {const} */ ('dark') },
  { name: 'narrow-light', ...narrow, colorScheme: /** @type {const} */ ('light') },
  { name: 'narrow-dark', ...narrow, colorScheme: /** @type {const} */ ('dark') },
];

const { path, tried } = findBrowser();
if (!path) {
  console.error(`No browser (npm run browser installs one). Tried: ${tried.join('; ')}`);
  process.exit(1);
}
const wanted = process.argv.slice(2);
if (wanted.length === 0) rmSync(folder, { recursive: true, force: true });
mkdirSync(folder, { recursive: true });
const chosen =
  wanted.length === 0 ? states : states.filter(({ name }) => wanted.some((word) => name.includes(word)));
const site = await serve({ root: join(root, 'dist'), port: 0 });
const browser = await chromium.launch({
  executablePath: path,
  chromiumSandbox: process.getuid?.() !== 0,
  args: ['--disable-gpu', '--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1'],
});

/** @param {typeof looks[number]} look */
async function photograph({ name, ...as }) {
  const narrow = name.startsWith('narrow');
  for (const state of chosen) {
    if (state.only && (state.only === 'narrow') !== narrow) continue;
    const context = await browser.newContext({ ...as, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await state.before?.(page);
    await page.goto(`${site.url}${state.hash ?? ''}`);
    // A rule's page covers it on a phone.
    await page.getByRole('region', { name: 'Verdict', includeHidden: true }).waitFor({ state: 'attached' });
    await page.locator('main:not([aria-busy=true])').waitFor();
    await state.act?.(page, narrow);
    await page.waitForTimeout(SETTLED);
    await page.screenshot({ path: join(folder, `${state.name}.${name}.png`) });
    await context.close();
  }
  console.log(`shots/*.${name}.png`);
}

// All at once: most of the time a page waits for what it shows to settle.
await Promise.all(looks.map(photograph));
await browser.close();
await site.close();
