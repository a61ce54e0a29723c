import { expect, openPage, test } from '../support/test.ts';
import { editor, hexOf, openPasted, rows, SEED, verdict } from '../support/parts.ts';
import { dock, finding, openPanel } from './panels.ts';

const FAULT = 'SyncKey stands directly under Sync';
const MENDED = SEED.replace('4b033100015c', '5c');

test('the 37 bytes: verdict, its bytes, the rule, the fix, 32 bytes without error, and back to 37', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(verdict(page)).toContainText(FAULT);
  await verdict(page).getByRole('button', { name: 'Show' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');

  await finding(page, FAULT).getByRole('button', { name: 'Rule', exact: true }).click();
  await expect(page).toHaveURL(/#rule\/synckey-under-sync$/);
  await expect(page.getByRole('article', { name: 'SyncKey directly under Sync' })).toContainText(
    'MS-ASCMD 2.2.3.180',
  );
  await expect(rows(page).filter({ hasText: '<SyncKey>' })).toHaveCount(2); // the bytes stay in view

  await page.goBack();
  await expect(page).toHaveURL(/#s\/case-37-bytes$/);
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16'); // nothing was opened anew

  const fault = finding(page, FAULT);
  await fault.getByRole('button', { name: /^Fix/ }).click();
  const change = fault.getByRole('list', { name: 'What changes' });
  await expect(change.getByRole('listitem').filter({ hasText: 'goes:' })).toHaveText([
    /12 ?4b ?<SyncKey>/,
    /13 ?03 31 00 ?"1"/,
    /16 ?01 ?<\/SyncKey>/,
  ]);
  await expect(change.getByRole('listitem').filter({ hasText: 'goes:' }).first().locator('.what')).toHaveCSS(
    'text-decoration-line',
    'line-through',
  );
  await expect(fault).toContainText('37 → 32 bytes');
  await fault.getByRole('button', { name: 'Apply' }).click();

  await expect(rows(page)).toHaveCount(20);
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await expect(finding(page, FAULT)).toHaveCount(0);
  expect(await hexOf(page)).toBe(MENDED);

  const done = page.getByRole('status', { name: 'What was done' });
  await expect(done).toContainText('32 bytes now');
  await done.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText(FAULT);
  await expect(done).toBeEmpty();
  expect(await hexOf(page)).toBe(SEED);
});

test('all certain fixes are one step', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await page.evaluate(() =>
    navigator.clipboard.writeText('03016a0045 4b03310001 5c4f 4b03310001 5203310001 4e03310001 56 01 010101'),
  );
  await page.keyboard.press('ControlOrMeta+v');
  await expect(page).toHaveURL(/#c\//);
  await expect(verdict(page)).toContainText(FAULT);
  await expect(finding(page, 'Commands')).toHaveCount(1);
  await dock(page)
    .getByRole('button', { name: /Apply all \d fixes that are certain/ })
    .click();
  await expect(finding(page, FAULT)).toHaveCount(0);
  await expect(finding(page, 'Commands')).toHaveCount(0);
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(finding(page, FAULT)).toHaveCount(1);
  await expect(finding(page, 'Commands')).toHaveCount(1);
});

test('an edit of the XML ends the way back: nothing later is lost by it', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(page.getByRole('button', { name: 'Undo' })).toBeVisible();
  await page.getByRole('textbox', { name: 'XML' }).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText(' ');
  await expect(page.getByRole('button', { name: 'Undo' })).toHaveCount(0);
});

test('the places of a finding are stepped through', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(editor(page)).toBeAttached(); // opened anew, the finding begins at its first place again
  const fault = finding(page, FAULT);
  await fault.getByRole('button', { name: 'Next place' }).click();
  await expect(fault).toContainText('2/2');
  await expect(fault).toContainText('The key of this collection stands here.');
  await expect(page.getByRole('contentinfo')).toContainText('bytes 19–23');
  await fault.getByRole('button', { name: 'Next place' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16');
});

test('on a phone the same is done by touch alone', async ({ page }) => {
  await page.setViewportSize({ width: 375, height: 667 });
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Findings');
  const fault = finding(page, FAULT);
  await fault.getByRole('button', { name: /^Fix/ }).click();
  await fault.getByRole('button', { name: 'Apply' }).click();
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText(FAULT);
});

test('in HTTP a fix takes the Content-Length along, and undo brings both back', async ({ page }) => {
  await openPage(page);
  const head = `HTTP/1.1 200 OK\nContent-Type: application/vnd.ms-sync.wbxml\nContent-Length: 37\n\n`;
  await openPasted(page, `${head}${SEED}`);
  await expect(verdict(page)).toContainText(FAULT);
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(verdict(page)).toContainText('Nothing wrong found');
  expect(await hexOf(page)).toBe(MENDED);
  await page.getByRole('status', { name: 'What was done' }).getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText(FAULT);
  await expect(verdict(page)).not.toContainText('Content-Length');
  expect(await hexOf(page)).toBe(SEED);
});

test('what is about HTTP alone offers no bytes to show', async ({ page }) => {
  await openPage(page, '#s/damaged-html');
  const items = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(items).toHaveCount(2);
  await expect(items.first()).toContainText('502');
  await expect(items.first().getByRole('button', { name: 'Rule' })).toBeVisible();
  await expect(items.first().getByRole('button', { name: 'Show', exact: true })).toHaveCount(0);
  await expect(verdict(page).getByRole('button', { name: 'Show' })).toHaveCount(0);
  await expect(items.last().getByRole('button', { name: 'Show', exact: true })).toBeVisible();
});
