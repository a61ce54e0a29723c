import type { Locator } from '@playwright/test';
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
  await expect(page.getByRole('button', { name: 'Open the rule' })).toBeHidden(); // nobody put the caret there
  await field.fill((await field.inputValue()).replace('<CollectionId>1', '<CollectionId>5'));
  await page.getByRole('tab', { name: 'Bytes' }).tap();
  await expect(page.getByRole('option', { name: /"5"/ })).toBeVisible();
  await page.getByRole('button', { name: 'Copy bytes' }).tap();
  await page.getByRole('menuitem', { name: 'Hex', exact: true }).tap();
  await expect
    .poll(() => page.evaluate(() => navigator.clipboard.readText()))
    .toBe(SEED.replace('52033100', '52033500'));
});

test('a word that is wider than the pane breaks in the text field', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await page.getByRole('tab', { name: 'XML' }).tap();
  const field = page.getByRole('textbox', { name: 'XML' });
  await expect(field).toHaveValue(/<MoreAvailable\/>/);
  await field.fill((await field.inputValue()).replace('Welcome', 'W'.repeat(200)));
  const { x, width } = (await field.boundingBox()) ?? { x: NaN, width: NaN };
  expect(x + width).toBeLessThanOrEqual(375);
  expect(await field.evaluate((node) => node.scrollWidth - node.clientWidth)).toBe(0);
});

test('what a finger presses is high enough: rows, cells, links in a text, the steps of a run', async ({
  page,
}) => {
  const heightOf = async (target: Locator) => (await target.boundingBox())?.height ?? 0;
  await openPage(page, '#s/case-37-bytes');
  const row = page.getByRole('option', { name: /<CollectionId>/ });
  expect(await heightOf(row)).toBeGreaterThanOrEqual(28);
  await row.tap();
  const sheet = page.getByRole('region', { name: 'This byte' });
  expect(await heightOf(sheet.getByRole('button', { name: /^bytes? \d/ }).first())).toBeGreaterThanOrEqual(
    44,
  );
  await sheet.getByRole('button', { name: 'Close' }).tap();
  await page.getByRole('button', { name: 'Hex', exact: true }).tap();
  const cell = await page.getByRole('gridcell').first().boundingBox();
  expect(Math.min(cell?.width ?? 0, cell?.height ?? 0)).toBeGreaterThanOrEqual(24);
  const grid = page.getByRole('grid', { name: 'Bytes as hex' });
  expect(await grid.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
  const last = await grid.getByRole('row').first().locator('[data-text]').last().boundingBox();
  expect((last?.x ?? 999) + (last?.width ?? 0)).toBeLessThanOrEqual(375); // eight cells and their characters
});

test('the page of a rule has the room that the message has elsewhere', async ({ page }) => {
  await openPage(page, '#rule/synckey-under-sync');
  const pane = page.getByRole('tabpanel', { name: 'Findings' });
  await expect(pane.getByRole('article')).toBeVisible();
  expect((await pane.boundingBox())?.height).toBeGreaterThan(500);
  await page.getByRole('tab', { name: 'Bytes' }).tap();
  await expect(page.getByRole('region', { name: 'Verdict' })).toBeVisible();
});

test('another message has its verdict in view, though a byte of the former was explained', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  const sheet = page.getByRole('region', { name: 'This byte' });
  await page.getByRole('option', { name: /<CollectionId>/ }).tap();
  await expect(sheet).toBeVisible();
  await expect(verdict).toBeHidden();
  await page.getByRole('button', { name: 'Paste', exact: true }).tap();
  await page.getByRole('dialog').getByRole('textbox').fill('03016a00455c4f4b033000015203310001010101');
  await page.getByRole('button', { name: 'Read', exact: true }).tap();
  await expect(verdict).toContainText('Read as:');
  await expect(sheet).toBeHidden();
});

test('the words of a menu stand in the middle of their rows', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await page.getByRole('button', { name: 'Copy bytes' }).tap();
  const item = page.getByRole('menuitem', { name: 'Hex', exact: true });
  const [row, words] = await Promise.all([item.boundingBox(), item.locator('span').first().boundingBox()]);
  const middle = (box: typeof row) => (box?.y ?? 0) + (box?.height ?? 0) / 2;
  expect(Math.abs(middle(row) - middle(words))).toBeLessThan(2);
});
