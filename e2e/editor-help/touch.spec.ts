import { expect, openPage, test } from '../support/test.ts';

test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

test('a tap on what is marked shows the finding, and its fix mends it', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'XML' }).tap();
  const field = page.getByRole('textbox', { name: 'XML' });
  await expect(field).toHaveValue(/<SyncKey>/);
  const panel = page.getByRole('tabpanel', { name: 'XML' });
  const finding = panel.getByRole('status').filter({ hasText: 'SyncKey stands directly under Sync.' });
  await field.evaluate((element: HTMLTextAreaElement) => {
    const at = element.value.indexOf('<SyncKey>') + 3;
    element.focus();
    element.setSelectionRange(at, at);
  });
  await expect(finding).toBeVisible();
  await expect(finding).toContainText('bytes 12–16 · reported');
  await panel.getByRole('button', { name: 'Fix: Take these 5 bytes out' }).tap();
  await expect(field).not.toHaveValue(/<Status>1<\/Status>\s*<SyncKey>/);
  await expect(finding).toHaveCount(0);
});
