import { expect, openPage, test } from './support/test.ts';
import { copied, SEED } from './support/parts.ts';

test.use({
  viewport: { width: 375, height: 667 },
  hasTouch: true,
  isMobile: true,
  permissions: ['clipboard-read', 'clipboard-write'],
});

test('with fingers: bytes are written, put in, filled and taken out', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await page.getByRole('button', { name: 'Hex', exact: true }).tap();
  await page.getByRole('gridcell', { name: /^offset 26,/ }).tap();
  const bar = page.getByRole('form', { name: 'Edit bytes' });
  const field = bar.getByRole('textbox', { name: 'Bytes to write' });
  const press = (name: string) => bar.getByRole('button', { name, exact: true }).tap();
  const hex = () => copied(page, 'Copy bytes', 'Hex');

  await field.fill('37');
  await press('Overwrite');
  await expect.poll(hex).toBe(SEED.replace('52033100', '52033700'));
  await field.fill('38 39');
  await press('Insert');
  await expect.poll(hex).toBe(SEED.replace('52033100', '520338393700'));
  await field.fill('35');
  await press('Fill');
  await expect.poll(hex).toBe(SEED.replace('52033100', '520335353700'));
  await press('Delete');
  await expect.poll(hex).toBe(SEED.replace('52033100', '52033700'));
  await field.fill('xyz');
  await press('Overwrite');
  await expect(bar.getByRole('status')).not.toBeEmpty();
  await expect(field).toHaveValue('xyz');
});
