import { expect, openPage, test } from '../support/test.ts';
import { bytesPane, openPasted, SEED, verdict } from '../support/parts.ts';
import { finding } from './panels.ts';

test('F8 steps through the findings from anywhere, and says what it stands on', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(verdict(page)).toContainText('SyncKey stands');
  const count = await page.getByRole('list', { name: 'Findings' }).getByRole('listitem').count();
  const status = page.getByRole('contentinfo').getByRole('status');
  await bytesPane(page).getByRole('option').first().focus();
  const heard: string[] = [];
  for (let i = 0; i < count; i++) {
    await page.keyboard.press('F8');
    await expect(status).toContainText(`Finding ${i + 1} of ${count}`);
    heard.push((await status.textContent()) ?? '');
  }
  expect(heard.join('\n')).toMatch(/error: SyncKey stands directly under Sync/);
  await page.keyboard.press('F8');
  await expect(status).toContainText(`Finding 1 of ${count}`); // round the end
  await page.keyboard.press('Shift+F8');
  await expect(status).toContainText(`Finding ${count} of ${count}`);
  await page.getByRole('textbox', { name: /Go to byte/ }).focus(); // also where text is written
  await page.keyboard.press('Shift+F8');
  await expect(status).toContainText(`Finding ${Math.max(1, count - 1)} of ${count}`);
});

test('a fix is previewed, applied and taken back without a mouse', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const fault = finding(page, 'SyncKey stands directly under Sync');
  await fault.getByRole('button', { name: /^Fix/ }).focus();
  await page.keyboard.press('Enter');
  await expect(fault.getByRole('button', { name: 'Apply' })).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('32 bytes');
  await page.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('37 bytes');
});

test('marks on bytes differ without colour', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(verdict(page)).toContainText('SyncKey stands');
  await page.getByRole('button', { name: 'Hex' }).click();
  const line = (name: RegExp) =>
    page
      .getByRole('gridcell', { name })
      .first()
      .evaluate((cell) => getComputedStyle(cell, '::after').borderBottomStyle);
  expect(await line(/^offset 12\b.*, error$/)).toBe('solid');
  expect(await line(/, note$/)).toBe('dotted');
});

test('from a message without findings one goes on to the next with a fault', async ({ page }) => {
  await openPage(page);
  await openPasted(page, `request: 03016a00455c4f4b033000015203310001010101\nresponse: ${SEED}`);
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await page.keyboard.press('n');
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  await expect(page.getByRole('contentinfo').getByRole('status')).toContainText('Finding 1 of');
});
