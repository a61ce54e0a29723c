import { expect, openPage, test, untilItStands } from '../support/test.ts';
import { hexOf, openPasted, rows, SEED, SHORT } from '../support/parts.ts';
import { kept, notSaved, openEditable, openKept } from './parts.ts';

test('a full store says so, and saves when there is room again', async ({ page }) => {
  await page.addInitScript(() => {
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
    Reflect.set(window, '__full', true);
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: unknown[]) {
      if (Reflect.get(window, '__full')) throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given) as IDBRequest<IDBValidKey>;
    };
  });
  await openEditable(page);
  await openPasted(page, SEED);
  await expect(notSaved(page)).toContainText('no room left');
  expect(await hexOf(page)).toBe(SEED);
  const saved = page.waitForEvent('download');
  await notSaved(page).getByRole('button', { name: 'Save as a file' }).click();
  expect((await saved).suggestedFilename()).toMatch(/\.json$/);
  await page.evaluate(() => Reflect.set(window, '__full', false));
  await expect(notSaved(page)).toBeHidden({ timeout: 15_000 });
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(1);
});

test('what a page left and the next one cannot save yet can be opened all the same', async ({ page }) => {
  await page.addInitScript(() => {
    IDBObjectStore.prototype.put = () => {
      throw new DOMException('no room', 'QuotaExceededError');
    };
  });
  await openPage(page);
  await openPasted(page, SHORT); // the journal has it
  const hash = new URL(page.url()).hash;
  await page.evaluate(() => history.replaceState(null, '', '#s/case-37-bytes'));
  await page.reload();
  await untilItStands(page);
  await expect(notSaved(page)).toContainText('is not saved:'); // it was tried
  await page.evaluate((asked) => (location.hash = asked), hash);
  await expect(rows(page)).toHaveCount(13);
  expect(await hexOf(page)).toBe(SHORT);
});

test('a browser that keeps nothing says so, and the page goes on', async ({ page }) => {
  await page.addInitScript(() => {
    indexedDB.open = () => {
      throw new DOMException('refused', 'SecurityError');
    };
    Storage.prototype.setItem = () => {
      throw new DOMException('refused', 'SecurityError');
    };
  });
  await openEditable(page);
  await openPasted(page, SEED);
  await expect(notSaved(page)).toContainText('keeps nothing for this page');
  expect(await hexOf(page)).toBe(SEED);
  await openKept(page);
  await expect(page.getByRole('dialog')).toContainText('does not let the page do this');
});

test('a connection that the browser closed is opened again', async ({ page }) => {
  await page.addInitScript(() => {
    const start = Reflect.get(IDBDatabase.prototype, 'transaction') as (...given: unknown[]) => unknown;
    const seen = new Map<IDBDatabase, number>();
    IDBDatabase.prototype.transaction = function (this: IDBDatabase, ...given: unknown[]) {
      const count = (seen.get(this) ?? 0) + 1;
      seen.set(this, count);
      if (count > 2) this.close(); // each connection lasts for two transactions
      return start.apply(this, given) as IDBTransaction;
    };
  });
  await openEditable(page);
  for (const bytes of ['03016a0005', '03016a0006', '03016a0007', '03016a0008']) await openPasted(page, bytes);
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(4);
  await expect(notSaved(page)).toBeHidden();
});
