import { axe, expect, openPage, test } from '../support/test.ts';
import { editor, hexOf, lit, rows, SEED, xmlPane } from '../support/parts.ts';
import { said } from './parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
});

test('a finding is underlined, and has a bar and a sign in the margin', async ({ page }) => {
  await expect(xmlPane(page).locator('.squiggly-error')).toHaveCount(1);
  await expect(xmlPane(page).locator('.xml-finding-line-error')).toHaveCount(1);
  await expect(xmlPane(page).locator('.xml-sign-error')).toHaveCount(1);
});

test('F8 goes from finding to finding by place, round the end, and says each', async ({ page }) => {
  await editor(page).focus();
  const places: string[] = [];
  for (let step = 0; step < 4; step++) {
    await page.keyboard.press('F8');
    await expect(said(page)).toBeVisible();
    await expect.poll(() => lit(page, 'selection')).not.toBe(places.at(-1) ?? '');
    places.push(await lit(page, 'selection'));
  }
  expect(places).toEqual([
    '<?wbxml switch-page="0"?>',
    '<Status>1</Status>',
    '<SyncKey>1</SyncKey>',
    '<?wbxml switch-page="0"?>',
  ]);
  await page.keyboard.press('Shift+F8');
  await expect.poll(() => lit(page, 'selection')).toBe('<SyncKey>1</SyncKey>');
  await expect(said(page)).toContainText('SyncKey stands directly under Sync.');
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');
});

test('the light bulb takes the five bytes out, and undo puts them back', async ({ page }) => {
  await xmlPane(page).getByText('SyncKey', { exact: true }).first().click();
  await page.keyboard.press('ControlOrMeta+.');
  await page.getByRole('option', { name: 'Fix: Take these 5 bytes out' }).click();
  await expect(rows(page)).toHaveCount(20);
  expect(await hexOf(page)).toBe(SEED.replace('4b033100015c', '5c'));
  await expect(xmlPane(page).locator('.squiggly-error')).toHaveCount(0);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await hexOf(page)).toBe(SEED);
});

test('the light bulb opens the rule', async ({ page }) => {
  await xmlPane(page).getByText('SyncKey', { exact: true }).first().click();
  await page.keyboard.press('ControlOrMeta+.');
  await expect(page.getByRole('option', { name: 'Open the rule' })).toBeVisible();
  expect(await axe(page, '.action-widget')).toEqual([]);
  await page.getByRole('option', { name: 'Open the rule' }).click();
  await expect(page).toHaveURL(/#rule\/synckey-under-sync$/);
});
