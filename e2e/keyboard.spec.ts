import { expect, openPage, test } from './support/test.ts';
import { editor, openPasted, SEED, verdict } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('the keyboard alone: from a paste to copied bytes', async ({ page }) => {
  await openPage(page);
  await page.evaluate((text) => navigator.clipboard.writeText(text), SEED.replace('52033100', '52033700'));
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page).toHaveURL(/#c\//);
  await page.keyboard.press('g');
  await page.keyboard.type('24');
  await page.keyboard.press('Enter');
  const focused = page.locator(':focus');
  await expect(focused).toContainText('<CollectionId>');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('ControlOrMeta+c');
  await expect(page.getByRole('status').last()).toContainText('copied');
  const rows = await page.evaluate(() => navigator.clipboard.readText());
  expect(rows.split('\n')).toEqual([
    expect.stringMatching(/^25 {2}03 37 00 .*"7"$/),
    expect.stringMatching(/^28 {2}01 .*<\/CollectionId>$/),
  ]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('tabpanel', { name: 'This byte' })).toContainText('CollectionId');
});

test('every pane is reached and left without a mouse', async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
  await page.keyboard.press('F6');
  await expect(page.getByRole('region', { name: 'Bytes' }).locator(':focus')).toHaveCount(1);
  await page.keyboard.press('F6');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('F6');
  await expect(page.getByRole('tab', { selected: true })).toBeFocused();
  await page.keyboard.press('Shift+F6');
  await expect(editor(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();
});

test('findings and messages are walked with single keys', async ({ page }) => {
  await openPage(page);
  await page.keyboard.press('n');
  await expect(page.getByRole('contentinfo')).toContainText(/bytes? \d/);
  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
});

test('a menu is opened, walked and closed with keys, and gives the focus back', async ({ page }) => {
  await openPage(page);
  const button = page.getByRole('button', { name: 'Copy bytes' });
  await button.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('menuitem', { name: 'Hex', exact: true })).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('menuitem', { name: 'Hex with spaces' })).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(button).toBeFocused();
});

test('a fix leaves the focus on the next finding, then on the verdict, and says what was done', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, '03016a0045 4e03310001 4b03310001 5c4f 4b03310001 5203310001 4e03310001 01 010101');
  const findings = page.getByRole('list', { name: 'Findings' });
  const done = page.getByRole('status', { name: 'What was done' });
  await expect(done).toBeAttached(); // a region that comes together with its words is not read out
  const fix = findings.getByRole('button', { name: /^Fix/ }).first();
  await fix.focus();
  await page.keyboard.press('Enter');
  await findings.getByRole('button', { name: 'Apply' }).focus();
  await page.keyboard.press('Enter');
  await expect(done).toContainText('Done: ');
  await expect(findings.locator('button:focus')).toBeVisible();

  await done.getByRole('button', { name: 'Undo' }).focus();
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toBeFocused();
});
