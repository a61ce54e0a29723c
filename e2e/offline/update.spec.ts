import { cpSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { precacheOf } from '../../scripts/build/service-worker.js';
import { serve } from '../../scripts/serve/server.js';
import { hexOf, openPasted, SHORT, verdict } from '../support/parts.ts';
import { expect, openPage, test as base } from '../support/test.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));

/** A copy of the page on a web space of its own, where another build can be put. */
const test = base.extend<{ site: { folder: string; url: string } }>({
  site: async ({}, use) => {
    const folder = mkdtempSync(join(tmpdir(), 'site-'));
    cpSync(dist, folder, { recursive: true });
    const { url, close } = await serve({ root: folder, base: '/wbxml-playground/', port: 0 });
    await use({ folder, url });
    await close();
    rmSync(folder, { recursive: true });
  },
  baseURL: ({ site }, use) => use(site.url),
});

/** Puts another build there: another page, and a part that has gone. */
function publish(folder: string, gone: RegExp): void {
  const page = readFileSync(join(folder, 'index.html'), 'utf8').replace('<title>', '<title>Newer ');
  writeFileSync(join(folder, 'index.html'), page);
  for (const name of readdirSync(join(folder, 'assets'))) {
    if (gone.test(name)) rmSync(join(folder, 'assets', name));
  }
  const worker = readFileSync(join(folder, 'sw.js'), 'utf8');
  const files = (JSON.parse(/"files":(\[.*?\])/.exec(worker)?.[1] ?? '') as string[]).filter(
    (file) => !gone.test(file),
  );
  const next = JSON.stringify(precacheOf(page, files, []));
  writeFileSync(
    join(folder, 'sw.js'),
    worker.replace(/\{"version".*?\]\}/, () => next),
  );
}

const newer = (page: Page, role: 'status' | 'alert') => page.getByRole(role, { name: 'New version' });

test.describe('with a service worker', () => {
  test.use({ serviceWorkers: 'allow' });

  test('a newer build waits until it is asked for; the old page keeps its parts, and the work stays', async ({
    page,
    context,
    site,
  }) => {
    test.slow(); // all files are fetched twice
    await openPage(page);
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    publish(site.folder, /^(assets\/)?HelpDialog-/);
    await page.reload(); // the browser looks for a newer one
    await openPasted(page, SHORT);
    const other = await context.newPage();
    await openPage(other);
    await expect(newer(page, 'status')).toContainText('A new version is ready: reload', { timeout: 60_000 });
    await expect(page).toHaveTitle('Sync request – WBXML Playground');
    await page.getByRole('button', { name: 'Keys and help' }).click(); // no longer on the server
    await expect(page.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
    await page.keyboard.press('Escape');
    await newer(page, 'status').getByRole('button', { name: 'Reload' }).click();
    await expect(page).toHaveTitle('Sync request – Newer WBXML Playground');
    await expect(page.locator('main[aria-busy=false]')).toBeVisible(); // the example has made room
    expect(await hexOf(page)).toBe(SHORT);
    // The other tab was not asked: it stands as it is, with the parts of its build.
    await expect(other).toHaveTitle('WBXML Playground');
    await other.getByRole('button', { name: 'Keys and help' }).click();
    await expect(other.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
  });
});

test('without one, a part that has gone is told once, with a way on, and the work stays', async ({
  page,
  watch,
  site,
}) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await expect(verdict(page)).not.toContainText('Examining');
  publish(site.folder, /^(assets\/)?(HelpDialog|SimulateDialog)-/);
  await page.getByRole('button', { name: 'Keys and help' }).click();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(newer(page, 'alert')).toContainText(
    'A part of the page could not be loaded; it may have been updated.',
  );
  await newer(page, 'alert').getByRole('button', { name: 'Reload' }).click();
  await expect(page).toHaveTitle('Sync request – Newer WBXML Playground');
  await expect(page.locator('main[aria-busy=false]')).toBeVisible(); // the example has made room
  expect(await hexOf(page)).toBe(SHORT);
  watch.forgive(/answered 404|console: Failed to load resource/);
});
