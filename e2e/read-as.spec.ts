import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from './support/test.ts';
import { openPasted, rows, SHORT, verdict, xmlPane } from './support/parts.ts';

async function readAs(page: Page): Promise<Locator> {
  await page.getByRole('button', { name: 'Read as' }).click();
  return page.getByRole('dialog', { name: 'Read this message as' });
}

test('what a message was taken for is told with the reason, and can be overruled', async ({ page }) => {
  await openPage(page);
  const dialog = await readAs(page);
  await expect(dialog.getByRole('combobox', { name: 'Document type' })).toHaveAccessibleDescription(
    /ActiveSync/,
  );
  await expect(dialog.getByRole('combobox', { name: 'Command' })).toHaveAccessibleDescription(/root is/i);
  await dialog.getByRole('combobox', { name: 'Document type' }).selectOption({ label: 'No vocabulary' });
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(rows(page).filter({ hasText: 'SyncKey' })).toHaveCount(0);
  await expect(xmlPane(page)).toContainText('tag-0x');

  await (await readAs(page)).getByRole('button', { name: 'As found' }).click();
  await expect(rows(page).filter({ hasText: '<SyncKey>' })).toHaveCount(2);
});

test('side and version change what it is called, and what is said about it', async ({ page }) => {
  await openPage(page);
  await expect(verdict(page)).toContainText('Sync reply');
  const dialog = await readAs(page);
  await dialog.getByRole('combobox', { name: 'Side' }).selectOption('request');
  await dialog.getByRole('combobox', { name: 'Protocol version' }).selectOption('16.1');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(verdict(page)).toContainText('Sync request');
  await expect(verdict(page)).toContainText('version 16.1');
  await expect(verdict(page)).not.toContainText('guessed');
});

test('a byte is explained by the side that the message was read as', async ({ page }) => {
  await openPage(page);
  const bytes = Buffer.from(SHORT, 'hex').toString('base64');
  const exchange = { id: '1', request: { bytes }, response: { bytes: '' } };
  await openPasted(page, JSON.stringify({ format: 1, title: 'One', exchanges: [exchange] }));
  const byte = page.getByRole('tabpanel', { name: 'This byte' });
  await rows(page).filter({ hasText: '"0"' }).click();
  await expect(byte).toContainText('begins anew: no state is agreed on yet');
  const dialog = await readAs(page);
  await dialog.getByRole('combobox', { name: 'Side' }).selectOption('response');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(verdict(page)).toContainText('Sync reply');
  await rows(page).filter({ hasText: '"0"' }).click();
  await expect(byte).toContainText('no state: the phone has to begin anew');
});
