import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { axe, drop, expect, openPage, test, untilItStands } from './support/test.ts';
import { copied, hexOf, openPasted, rows, SEED, SHORT, verdict } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const hex = (text: string): string => Buffer.from(text).toString('hex');
/** A reply that breaks a rule and holds a mail: from whom, about what. */
const MAIL = `03016a00454b033100015c4f4b0331000152033100014e0331000156475d00025803${hex('ann@example.test')}00015403${hex('Lunch on Friday')}0001010101010101`;

async function saved(page: Page, press: () => Promise<void>): Promise<{ name: string; bytes: Buffer }> {
  const download = page.waitForEvent('download');
  await press();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('a redacted link has the same findings and none of the values; what is on show stays', async ({
  page,
  browser,
  watch,
}) => {
  await openPage(page);
  await openPasted(page, MAIL);
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share by a link' });
  await expect(dialog).toContainText('It holds 1 address, 1 subject');
  await dialog.getByRole('checkbox', { name: /^Redact before sharing/ }).check();
  await expect(dialog.getByRole('checkbox', { name: '1 address' })).toBeChecked();
  await expect(dialog.getByRole('list', { name: 'Replaced values' })).toContainText('ann@example.test');
  expect(await axe(page)).toEqual([]);
  await dialog.getByRole('checkbox', { name: '1 subject' }).uncheck();
  await expect(dialog.getByRole('list', { name: 'Replaced values' })).not.toContainText('Lunch');
  await dialog.getByRole('checkbox', { name: '1 subject' }).check();
  await expect(dialog).toContainText('2 values are replaced');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByRole('status').last()).toContainText('Redacted link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(await hexOf(page)).toBe(MAIL);

  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const fresh = await context.newPage();
  await fresh.goto(link);
  await untilItStands(fresh);
  await expect(verdict(fresh)).toContainText('SyncKey stands directly under Sync');
  const shared = Buffer.from(await hexOf(fresh), 'hex').toString('latin1');
  expect(shared).toHaveLength(MAIL.length / 2);
  expect(shared).not.toMatch(/ann|example|lunch|friday/i);
  expect(shared).toMatch(/\w{3}@\w{7}\.\w{4}/);
  await watch.settle();
  await context.close();
});

test('a test fixture that is dropped again is the same conversation, and so is a pasted link', async ({
  page,
}) => {
  await openPage(page);
  const menu = () => page.getByRole('button', { name: 'Copy bytes' }).click();
  await menu();
  const fixture = await saved(page, () =>
    page.getByRole('menuitem', { name: 'Save a test fixture' }).click(),
  );
  expect(fixture.name).toBe('the-37-bytes.fixture.json');
  expect(JSON.parse(fixture.bytes.toString())).toMatchObject({
    exchanges: [{ response: { bytes: SEED } }],
    read: [{ command: 'Sync', doctype: 'activesync' }],
  });
  expect(fixture.bytes.toString()).toContain('"rule": "synckey-under-sync"');
  const report = await copied(page, 'Copy bytes', 'Copy as report');
  await openPasted(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  await drop(page, fixture);
  await expect(rows(page)).toHaveCount(23);
  await expect(page.getByRole('banner')).toContainText('The 37 bytes');
  await openPasted(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  await openPasted(page, report);
  expect(await hexOf(page)).toBe(SEED);
});

test('an HTML report stands alone: no script, nothing asked for, the bytes in it', async ({
  page,
  browser,
}) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share by a link' });
  const { name, bytes } = await saved(page, () =>
    dialog.getByRole('button', { name: 'HTML report' }).click(),
  );
  expect(name).toBe('the-37-bytes.report.html');
  const context = await browser.newContext({ javaScriptEnabled: false, offline: true });
  const alone = await context.newPage();
  await alone.setContent(bytes.toString());
  await expect(alone.getByRole('heading', { name: /^1\. Sync reply · .*37 bytes$/ })).toBeVisible();
  await expect(alone.locator('pre').first()).toContainText(/12 {2}4b +<SyncKey>/);
  await expect(alone.locator('main')).toContainText('SyncKey stands directly under Sync');
  await expect(alone.locator('script')).toHaveCount(0);
  await context.close();
  await drop(page, { name, bytes });
  await expect(page).toHaveURL(/#c\//);
  expect(await hexOf(page)).toBe(SEED);
});

test('a report that is saved says what it holds about people, and leads to where that is replaced', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, MAIL);
  await page.getByRole('button', { name: 'Copy bytes' }).click();
  await saved(page, () => page.getByRole('menuitem', { name: 'Save an HTML report' }).click());
  const told = page.getByRole('alert', { name: 'Message of the page' });
  await expect(told).toContainText('holds 1 address, 1 subject');
  await told.getByRole('button', { name: 'Redact…' }).click();
  await expect(page.getByRole('dialog', { name: 'Share by a link' })).toBeVisible();
});

test('a report of many messages is written beside the page, and can be cancelled', async ({ page }) => {
  await openPage(page);
  const bytes = Buffer.from(SEED.replace(/\s/g, ''), 'hex').toString('base64');
  const exchanges = Array.from({ length: 3_000 }, (_, i) => ({ id: `${i}`, response: { bytes } }));
  const file = Buffer.from(JSON.stringify({ format: 1, title: 'Many', exchanges }));
  await drop(page, { name: 'many.json', bytes: file });
  await expect(page).toHaveURL(/#c\//);
  const report = async () => {
    await page.getByRole('button', { name: 'Copy bytes' }).click();
    await page.getByRole('menuitem', { name: 'Save an HTML report' }).click();
  };
  await report();
  const told = page.getByRole('alert', { name: 'Message of the page' });
  await expect(told).toContainText('The report is being written.');
  await told.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled: nothing was written.' })).toBeVisible();
  await expect(told).toBeHidden();
  const { name, bytes: html } = await saved(page, report);
  expect(name).toBe('many.report.html');
  expect(html.toString()).toContain('3000. Sync reply');
});

test('where the system has a sheet for links, the link is handed to it', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'share', {
      value: ({ url }: { url: string }) => {
        document.title = url.replace(/^[^#]*/, '');
        return Promise.resolve();
      },
    });
  });
  await openPage(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Share…' }).click();
  await expect(page).toHaveTitle(/^#w1\./);
});
