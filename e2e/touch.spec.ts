import { expect, openPage, test } from './support/test.ts';
import { SEED } from './support/parts.ts';

test.use({
  viewport: { width: 375, height: 667 },
  hasTouch: true,
  isMobile: true,
  permissions: ['clipboard-read', 'clipboard-write'],
});

test('with fingers the XML is written in a text field', async ({ page }) => {
  await openPage(page);
  await page.getByRole('tab', { name: 'XML' }).tap();
  const field = page.getByRole('textbox', { name: 'XML' });
  await expect(field).toHaveValue(/<CollectionId>1<\/CollectionId>/);
  await field.fill((await field.inputValue()).replace('<CollectionId>1', '<CollectionId>5'));
  await page.getByRole('tab', { name: 'Bytes' }).tap();
  await expect(page.getByRole('option', { name: /"5"/ })).toBeVisible();
  await page.getByRole('button', { name: 'Copy bytes' }).tap();
  await page.getByRole('menuitem', { name: 'Hex', exact: true }).tap();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(SEED.replace('52033100', '52033500'));
});
