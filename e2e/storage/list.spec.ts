import { axe, expect, openPage, test, untilItStands } from '../support/test.ts';
import { banner, hexOf, openPasted, SEED, SHORT, verdict } from '../support/parts.ts';
import { keysLeft, kept, openEditable, openKept } from './parts.ts';

test('what is kept is listed, renamed, copied, deleted and brought back', async ({ page }) => {
  await openEditable(page);
  await openKept(page);
  await expect(page.getByRole('dialog')).toContainText('None yet.');
  await page.keyboard.press('Escape');
  await openPasted(page, SEED);
  await openPasted(page, SHORT);
  await openKept(page);
  const rows = kept(page).getByRole('listitem');
  await expect(rows).toHaveCount(2);
  await expect(rows.first()).toContainText('1 message · 20 bytes');
  await expect(rows.first()).toContainText('on show');

  const old = rows.filter({ hasText: '37 bytes' });
  await old.getByRole('button', { name: 'Rename' }).click();
  await page.keyboard.type('The loop');
  await page.keyboard.press('Enter');
  await expect(kept(page).getByRole('link', { name: 'The loop' })).toBeVisible();
  await rows.filter({ hasText: 'The loop' }).getByRole('button', { name: 'Duplicate' }).click();
  await expect(rows).toHaveCount(3);
  await page.getByRole('searchbox', { name: 'Search by title' }).fill('LOOP');
  await expect(rows).toHaveCount(2);
  expect(await axe(page)).toEqual([]);

  await rows.filter({ hasText: '(copy)' }).getByRole('button', { name: 'Delete' }).click();
  await expect(rows).toHaveCount(1);
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(2);
  await expect(page.getByRole('searchbox', { name: 'Search by title' })).toBeFocused();
  await kept(page).getByRole('link', { name: 'The loop', exact: true }).click();
  await expect(page.locator('header').first()).toContainText('The loop');
  expect(await hexOf(page)).toBe(SEED);
});

test('erase all leaves nothing, here and in another tab', async ({ page, context }) => {
  await openEditable(page);
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await openPasted(page, SEED);
  const other = await context.newPage();
  await openEditable(other);
  await openPasted(other, SHORT);
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(2);
  await page.getByRole('button', { name: 'Erase all…' }).click();
  await expect(page.getByRole('dialog').getByRole('alert')).toContainText('This cannot be taken back.');
  await page.getByRole('button', { name: 'Erase all', exact: true }).click();
  await expect(page.getByRole('dialog')).toContainText('None yet.');
  expect(await keysLeft(page)).toBe(0);
  await expect.poll(() => keysLeft(other)).toBe(0);
  await page.reload();
  await expect(page.getByText('Paste WBXML anywhere.')).toBeVisible();
});

test('who presses “Erase all…” twice keeps everything', async ({ page }) => {
  await openEditable(page);
  await openPasted(page, SEED);
  await openKept(page);
  await page.getByRole('button', { name: 'Erase all…' }).dblclick();
  await expect(page.getByRole('button', { name: 'Erase all…' })).toBeVisible();
  await expect(kept(page).getByRole('listitem')).toHaveCount(1);
});

test('what is deleted while it is on show says that it stays there until something else is opened', async ({
  page,
}) => {
  await openEditable(page);
  await openPasted(page, SEED);
  await openKept(page);
  await kept(page).getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByRole('dialog').getByRole('status')).toContainText('It stays on show until');
  await page.keyboard.press('Escape');
  expect(await hexOf(page)).toBe(SEED);
});

test('what is refused in the list is told, and what was deleted can still be brought back', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: unknown[]) {
      if (Reflect.get(window, '__full')) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given) as IDBRequest<IDBValidKey>;
    };
  });
  await openPage(page);
  await openPasted(page, SEED);
  await openKept(page);
  const rows = kept(page).getByRole('listitem');
  const said = page.getByRole('dialog').getByRole('status');
  await expect(rows).toHaveCount(1);
  await page.evaluate(() => Reflect.set(window, '__full', true));
  await rows.getByRole('button', { name: 'Duplicate' }).click();
  await expect(said).toContainText('no room left');
  await expect(rows).toHaveCount(1);
  await rows.getByRole('button', { name: 'Delete' }).click();
  await expect(said).not.toContainText('no room left');
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(said).toContainText('no room left');
  await expect(page.getByRole('button', { name: 'Bring it back' })).toBeFocused();
  await page.evaluate(() => Reflect.set(window, '__full', false));
  await page.keyboard.press('Enter');
  await expect(rows).toHaveCount(1);
  await expect(said).toContainText('1 conversation, 37 bytes');
});

test('what is on show, deleted, brought back and changed is one conversation still', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SEED);
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(1);
  await page.reload();
  await untilItStands(page);
  await openKept(page);
  await kept(page).getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect(kept(page).getByRole('listitem')).toHaveCount(1);
  await page.keyboard.press('Escape');
  const address = page.url();
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect.poll(() => hexOf(page)).not.toBe(SEED);
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(1);
  await expect(kept(page)).not.toContainText('a copy');
  await page.keyboard.press('Escape');
  expect(page.url()).toBe(address);
  await expect(banner(page)).toBeHidden();
});
