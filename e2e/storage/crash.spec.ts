import type { BrowserContext, Locator, Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { hexOf, openPasted, SEED, SHORT } from '../support/parts.ts';
import { crash, kept, openEditable, openKept } from './parts.ts';

/** Ends the page while it still opens something, and opens another one when the first is surely gone: `later` ms. */
async function crashAndReturn(
  context: BrowserContext,
  page: Page,
  hash: string,
  later: number,
): Promise<Page> {
  await crash(context, page); // within the second in which it has not yet come to rest
  await page.close();
  const next = await context.newPage();
  await next.clock.setFixedTime(Date.now() + later);
  await next.goto(`./${hash}`);
  return next;
}

const question = (page: Page): Locator => page.getByRole('dialog', { name: 'The page stopped last time' });

test('what stopped the page is not opened again unasked', async ({ page: first, context }) => {
  await openEditable(first);
  await openPasted(first, SEED);
  const { hash } = new URL(first.url());
  const page = await crashAndReturn(context, first, hash, 20_000);
  await expect(question(page)).toContainText('37 bytes');
  const saved = page.waitForEvent('download');
  await question(page).getByRole('button', { name: 'Download it' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.json$/);
  await question(page).getByRole('button', { name: 'Open anyway' }).click();
  await expect(page).toHaveURL(new RegExp(`${hash}$`));
  expect(await hexOf(page)).toBe(SEED);

  await openPasted(page, SHORT);
  const last = await crashAndReturn(context, page, new URL(page.url()).hash, 40_000);
  await question(last).getByRole('button', { name: 'Discard' }).click();
  await expect(question(last)).toBeHidden();
  await openKept(last);
  await expect(kept(last).getByRole('listitem')).toHaveCount(1);
  await expect(kept(last)).toContainText('37 bytes');
});

test('what the page came to rest with is opened without a question', async ({ page: first, context }) => {
  await openEditable(first);
  await openPasted(first, SEED);
  const isOpening = () =>
    first.evaluate(() => Object.keys(localStorage).some((key) => key.includes('opening:')));
  await expect.poll(isOpening).toBe(false);
  const page = await crashAndReturn(context, first, new URL(first.url()).hash, 20_000);
  expect(await hexOf(page)).toBe(SEED);
});
