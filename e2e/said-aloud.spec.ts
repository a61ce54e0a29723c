import type { Page } from '@playwright/test';
import { expect, openPage, test } from './support/test.ts';
import { editor, verdict } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** From now on collects what live regions of the page say, each time one changes. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const LIVE = '[role=status], [role=alert], [aria-live]:not([aria-live=off])';
    const said: string[] = [];
    Reflect.set(window, 'said', said);
    new MutationObserver((changes) => {
      const regions = changes.map(({ target }) =>
        (target instanceof Element ? target : target.parentElement)?.closest(LIVE),
      );
      for (const region of new Set(regions)) {
        const text = region?.textContent.trim();
        if (text) said.push(text);
      }
    }).observe(document, { subtree: true, childList: true, characterData: true });
  });
const said = (page: Page): Promise<string[]> => page.evaluate(() => Reflect.get(window, 'said') as string[]);

test('a message that is walked to says what it is, once', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/3');
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await listen(page);
  await page.keyboard.press(']');
  await expect.poll(() => said(page)).toEqual(['4 of 32: FolderSync reply · 449 · empty']);
  await page.keyboard.press('p');
  await expect.poll(() => said(page)).toHaveLength(2);
  expect((await said(page))[1]).toMatch(/^3 of 32: FolderSync request/);
});

test('the editor does not repeat how one leaves it', async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
  await listen(page);
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(verdict(page)).toContainText('32 bytes');
  await page.setViewportSize({ width: 1200, height: 700 }); // the editor is laid out anew
  await page.waitForTimeout(300);
  expect((await said(page)).filter((text) => text.includes('leaves the editor'))).toEqual([]);
  await editor(page).focus();
  await page.keyboard.press('Escape');
  await expect.poll(() => said(page)).toContain('Tab leaves the editor now');
});

test('the palette says how much was found when a person rests, not with every letter', async ({ page }) => {
  await openPage(page);
  await listen(page);
  await page.keyboard.press('Control+k');
  await page.keyboard.type('hex', { delay: 50 });
  await expect
    .poll(() => said(page).then((all) => all.filter((text) => /command/.test(text))))
    .toHaveLength(1);
});

test('what was said of one message is not said again when another is opened', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Share', exact: true }).click();
  await page.getByRole('button', { name: 'Copy the link' }).click();
  const status = page.getByRole('contentinfo').getByRole('status');
  await expect(status).toHaveText('Link copied.');
  await page.evaluate(() => (location.hash = '#s/zpush-14-1/3'));
  await expect(verdict(page)).toContainText('FolderSync');
  await expect(status).toHaveText('');
});
