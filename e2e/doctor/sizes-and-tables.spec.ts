import { expect, openPage, test } from '../support/test.ts';
import { hexOf, rows } from '../support/parts.ts';
import { finding, openPanel } from './panels.ts';

test('each of the 37 bytes has an owner, and the smallest message is one step away', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Sizes');
  await expect(page.getByText(/^37 = 25 \+ /)).toBeVisible();
  const parts = page.getByRole('list', { name: 'What each byte is for' });
  const fault = parts.getByRole('listitem').filter({ hasText: 'a fault' });
  await expect(fault).toContainText('SyncKey');
  await fault.getByRole('button', { name: 'bytes 12–16' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16');
  await page.getByRole('button', { name: /^Take the smallest/ }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  expect(await hexOf(page)).toBe('03016a00455c4f4b0331000152033100014e03310001010101');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page)).toHaveCount(23);
});

test('who has only numbers learns that the key stands twice, and that no legal reply has them', async ({
  page,
}) => {
  await openPage(page);
  await openPanel(page, 'Sizes');
  await page.getByText('Only numbers?').click();
  await page.getByRole('textbox', { name: 'Sizes in bytes' }).fill('37, 113');
  await page.getByRole('textbox', { name: 'Characters of the SyncKey in each' }).fill('1, 39');
  await page.getByRole('button', { name: 'Find the elements' }).click();
  const answer = page.getByRole('status').filter({ hasText: 'SyncKey' });
  await expect(answer).toContainText('twice');
  await expect(answer).toContainText(/no legal/i);
  await expect(
    page.getByRole('list', { name: 'Possible elements' }).getByRole('listitem').first(),
  ).toBeVisible();
});

test('where names are absurd other tables are tried, and a proposal can be taken', async ({ page }) => {
  await openPage(page, '#s/case-first-mail');
  await finding(page, 'FilterType').getByRole('button', { name: 'Try other tables' }).first().click();
  const proposal = page.getByRole('region', { name: /MoreAvailable/ }).first();
  await expect(proposal.getByRole('table')).toContainText('MoreAvailable');
  await proposal.getByRole('button', { name: /^Fix/ }).click();
  await proposal.getByRole('button', { name: 'Apply' }).click();
  await expect(rows(page).filter({ hasText: '<MoreAvailable' })).toHaveCount(1);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(rows(page).filter({ hasText: '<FilterType' })).toHaveCount(1);
});
