import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from '../support/test.ts';
import { openPasted, SEED, verdict, writeXml, editor, SEED_XML } from '../support/parts.ts';
import { dock } from '../doctor/panels.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const phone = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Phones' }).getByRole('listitem').filter({ hasText: name }).first();
const openPhones = (page: Page): Promise<void> => dock(page).getByRole('tab', { name: 'Phones' }).click();

test('one reply, every phone: before and after the five bytes are taken out', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SEED.replace('52033100', '52033700'));
  await openPhones(page);
  await expect(
    page.getByText('No request was captured: taken for the answer to Sync of folder 7'),
  ).toBeVisible();
  await expect(phone(page, 'iPhone')).toContainText('does not take it');
  await expect(phone(page, 'iPhone')).toContainText('reported');
  await phone(page, 'iPhone').getByRole('button', { name: 'bytes 12–16' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');

  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(phone(page, 'iPhone')).toContainText('It goes on with key 1.');
  await expect(phone(page, 'Strict')).toContainText('takes it');
});

test('it follows an edit of the XML', async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
  await openPhones(page);
  await expect(phone(page, 'iPhone')).toContainText('It stays at key 0.');
  await writeXml(page, SEED_XML.replace('  <SyncKey>1</SyncKey>\n  <Collections>', '  <Collections>'));
  await expect(phone(page, 'iPhone')).toContainText('It goes on with key 1.');
});

test('what a phone sends next opens as a message, and Back leads to the reply', async ({ page }) => {
  await openPage(page, '#s/case-25-bytes');
  await openPhones(page);
  await phone(page, 'iPhone')
    .getByRole('button', { name: /^Sync of folder 1 with key 1/ })
    .click();
  await expect(verdict(page)).toContainText('Sync request');
  await expect(page.getByText('This is a request, and its reply is not here')).toBeVisible();
  await page.goBack();
  await expect(verdict(page)).toContainText('Sync reply');
});

test('how it was asked can be said', async ({ page }) => {
  await openPage(page, '#s/case-25-bytes');
  await openPhones(page);
  const keys = page.getByRole('group', { name: 'Asked with' });
  await expect(keys.getByRole('button', { name: 'key 0' })).toHaveAttribute('aria-pressed', 'true');
  await keys.getByRole('button', { name: 'a later key' }).click();
  await expect(page.getByText('Sync of folder 1 with key 2.')).toBeVisible();
});

test('what no phone asks, and what nobody knows, is said', async ({ page }) => {
  await openPage(page, '#s/case-first-mail');
  await openPhones(page);
  await expect(phone(page, 'Android')).toContainText(/nobody has reported what .* does here/i);
  await expect(page.getByRole('list', { name: 'Phones' })).toContainText('Outlook: Nothing usable is known');
});
