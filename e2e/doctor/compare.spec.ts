import { expect, openPage, test } from '../support/test.ts';
import { verdict } from '../support/parts.ts';
import { openPanel } from './panels.ts';

test('the 37 bytes beside a real Exchange reply: the fault, what is harmless, the bytes by token', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Compare');
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption('exchange-sync-reply');
  const fault = page
    .getByRole('list', { name: 'Differences' })
    .getByRole('listitem')
    .filter({ hasText: 'fault' });
  await expect(fault).toHaveCount(1);
  await expect(fault).toContainText('SyncKey');
  await fault.getByRole('button', { name: 'bytes 12–16' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');
  const side = page.getByRole('table', { name: /side by side/ });
  await expect(side.getByRole('row').filter({ hasText: 'only here' }).first()).toBeVisible();
  await fault.getByRole('button', { name: 'synckey-under-sync' }).click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('any other message of the conversation is a reference; the likest comes first', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await expect(verdict(page)).toContainText('Sync');
  await openPanel(page, 'Compare');
  await page
    .getByRole('combobox', { name: 'Compare with' })
    .selectOption({ label: 'another message of this conversation' });
  await expect(page.getByRole('combobox', { name: 'Message', exact: true })).toContainText('Sync');
  await expect(page.getByRole('table', { name: /side by side/ })).toBeVisible();
});
