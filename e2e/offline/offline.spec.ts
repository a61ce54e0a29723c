import type { Page } from '@playwright/test';
import { expect, openPage, paste, test } from '../support/test.ts';
import { SHORT, editor, rows, verdict } from '../support/parts.ts';

test.use({ serviceWorkers: 'allow' });

/** Waits until this build is kept for use without a network. */
async function kept(page: Page): Promise<void> {
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
}

test('the second visit needs no network: every part is there', async ({ page, context }) => {
  await openPage(page);
  await page.evaluate(() => caches.open('somebody else’s'));
  await kept(page);
  await context.setOffline(true);
  await page.goto('./#s/zpush-14-1/20'); // other words behind the # are the same page
  await page.reload();
  await expect(verdict(page)).not.toContainText('Examining');
  await expect(editor(page)).toBeVisible();
  await page.goto('./#rule/misplaced-sync-key');
  await page.getByRole('button', { name: 'Simulate' }).click();
  await expect(page.getByRole('dialog', { name: 'Simulate' })).toBeVisible();
  await page.keyboard.press('Escape');
  await paste(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  const missing = await page.evaluate(async () => {
    const links = [...document.querySelectorAll<HTMLLinkElement>('link[href]')].map(({ href }) => href);
    const found = await Promise.all(links.map((href) => caches.match(href)));
    return links.filter((_, i) => !found[i]);
  });
  expect(missing).toEqual([]);
  const names = await page.evaluate(() => caches.keys());
  expect(names).toHaveLength(2); // the origin may be shared: only a name of our own is added
  expect(names).toContain('somebody else’s');
  expect(names.find((name) => name !== 'somebody else’s')).toMatch(
    /^wbxml-playground \/wbxml-playground\/ [0-9a-f]{12}$/,
  );
});
