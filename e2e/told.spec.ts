import type { Page } from '@playwright/test';
import { openPasted, SEED, SHORT, verdict } from './support/parts.ts';
import { drop, expect, openPage, test } from './support/test.ts';

const done = (page: Page) => page.getByRole('status', { name: 'What was done' });
const onMessage = async (page: Page, item: string) => {
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

test('how large a message is now is told where that changed, and only there', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(done(page)).toContainText(/^Done: .+\. The message has 32 bytes now\./);
  await onMessage(page, 'Make it a request');
  await expect(done(page)).toContainText('Done: made a request.');
  await expect(done(page)).not.toContainText('bytes');
});

test('a clean message says how many others are not, and leads to the next of them', async ({ page }) => {
  await openPage(page);
  await drop(
    page,
    { name: 'clean.txt', bytes: new TextEncoder().encode(SHORT) },
    { name: 'first.txt', bytes: new TextEncoder().encode(SEED) },
    { name: 'second.txt', bytes: new TextEncoder().encode(SEED) },
  );
  await expect(verdict(page)).toContainText('2 other messages have errors.');
  await verdict(page).getByRole('button', { name: 'Go to the next of them' }).click();
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  await expect(verdict(page)).not.toContainText('other message');
  await expect(verdict(page)).toBeFocused();
  await expect(page.getByRole('button', { name: /first\.txt/ })).toHaveAttribute('aria-current', 'true');
});

test('a message that is alone, or has clean ones beside it, says nothing of others', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await onMessage(page, 'Duplicate the message');
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await expect(verdict(page)).not.toContainText('other');
});

test('the tab is called by what is on show, and by nothing of the person’s own', async ({ page }) => {
  await openPage(page);
  await expect(page).toHaveTitle('WBXML Playground');
  await page.evaluate(() => (location.hash = '#s/case-37-bytes'));
  await expect(page).toHaveTitle('Sync reply – WBXML Playground');
  await drop(page, { name: 'anna@example.com.txt', bytes: new TextEncoder().encode(SHORT) });
  await expect(page).toHaveTitle('Sync request – WBXML Playground');
});

test('a message that is alone shows the name it was given', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await onMessage(page, 'Names and notes…');
  await page.getByRole('dialog').getByLabel('Exchange 1', { exact: true }).fill('Refused on Monday');
  await page.getByRole('dialog').getByRole('button', { name: 'Keep' }).click();
  await expect(verdict(page)).toContainText('Refused on Monday · Sync reply');
});

test('what cannot be taken back looks so, and what was said of it is gone with the next thing', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  const undo = page.getByRole('menuitem', { name: 'Undo' });
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(undo).toHaveAttribute('aria-disabled', 'true');
  await undo.dispatchEvent('click');
  await expect(undo).toBeVisible(); // nothing was done
  await page.keyboard.press('Escape');
  const status = page.getByRole('contentinfo').getByRole('status');
  await page.keyboard.press('Control+z');
  await expect(status).toHaveText('Nothing to take back.');
  await page.getByRole('tab', { name: 'Phones' }).click();
  await expect(status).toHaveText('');
  await page
    .getByRole('button', { name: /^Fix: / })
    .first()
    .click();
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await expect(undo).not.toHaveAttribute('aria-disabled', 'true');
  await expect(undo).toHaveAccessibleDescription(/Take/);
});
