import { axeInBoth, expect, holdBack, openPage, test } from '../support/test.ts';
import { verdict } from '../support/parts.ts';
import { finding, openPanel } from './panels.ts';

/** What is looked at anew for each panel: what stands around it stays the same. */
const PANEL = '[role=tabpanel]:not([hidden])';

const SIZES = [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', viewport: { width: 375, height: 667 } },
];

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('axe finds nothing serious in any panel of the doctor', async ({ page }) => {
      await openPage(page, '#s/case-37-bytes');
      await expect(verdict(page)).toContainText('SyncKey stands');
      await openPanel(page, 'Findings');
      await finding(page, 'SyncKey stands').getByRole('button', { name: /^Fix/ }).click();
      await expect(page.getByRole('list', { name: 'What changes' })).toBeVisible();
      expect(await axeInBoth(page), 'the whole page, and findings').toEqual([]);

      await openPanel(page, 'Checks');
      await expect(page.getByRole('list', { name: 'Checks' })).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'checks').toEqual([]);

      await openPanel(page, 'Versions');
      await expect(page.getByRole('group', { name: 'Read as protocol version' })).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'versions').toEqual([]);

      await openPanel(page, 'Compare');
      await page.getByRole('combobox', { name: 'Compare with' }).selectOption('exchange-sync-reply');
      await expect(page.getByRole('list', { name: 'Differences' })).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'compare').toEqual([]);

      await openPanel(page, 'Sizes');
      await expect(page.getByRole('list', { name: 'What each byte is for' })).toBeVisible();
      await page.getByText('Only numbers?').click();
      expect(await axeInBoth(page, PANEL), 'sizes').toEqual([]);

      await openPanel(page, 'Other tables');
      await expect(page.getByRole('status').filter({ hasText: /table/ })).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'other tables').toEqual([]);

      await openPanel(page, 'Rule');
      await expect(page.getByRole('list', { name: 'About one message' })).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'the list of rules').toEqual([]);
      await page.getByRole('link', { name: 'SyncKey directly under Sync' }).click();
      await expect(page.getByRole('article')).toBeVisible();
      expect(await axeInBoth(page, PANEL), 'a rule').toEqual([]);

      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

test('nothing moves when the rules arrive', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: number[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) shifts.push(Number(Reflect.get(entry, 'value')));
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const letCome = await holdBack(page, /\/(judging|examination)-[^/]*\.js$/);
  await openPage(page);
  await expect(verdict(page)).toContainText('Examining');
  await expect(page.getByRole('option')).toHaveCount(23); // the bytes are there to be read
  letCome();
  await expect(verdict(page)).toContainText('SyncKey stands');
  await page.waitForTimeout(300);
  const shifts = await page.evaluate(() => Reflect.get(window, 'shifts') as number[]);
  expect(shifts.reduce((sum, value) => sum + value, 0)).toBeLessThan(0.02);
});

test('the timeline has its names when the rules come late', async ({ page }) => {
  const letCome = await holdBack(page, /\/judging-[^/]*\.js$/);
  await openPage(page, '#s/zpush-14-1/20');
  const messages = page.getByRole('list', { name: 'Messages' });
  await expect(messages.getByRole('button', { name: 'POST request' }).first()).toBeVisible();
  letCome();
  await expect(messages.getByRole('button', { name: 'Ping request' })).toBeVisible();
  await expect(messages.getByRole('button', { name: 'POST request' })).toHaveCount(0);
});

test('where the rules cannot be had the page says so, and shows all else', async ({ page, watch }) => {
  void watch;
  await page.route(/\/judging-[^/]*\.js$/, (route) =>
    route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("half a file");' }),
  );
  await openPage(page);
  await expect(verdict(page)).toContainText('The rules could not be loaded');
  await expect(page.getByRole('option')).toHaveCount(23);
});
