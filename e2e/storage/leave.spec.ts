import type { Page } from '@playwright/test';
import { expect, test } from '../support/test.ts';
import { hexOf, openPasted, SEED, SHORT } from '../support/parts.ts';
import { notSaved, openEditable } from './parts.ts';

/** Nothing can be kept, neither in the journal nor in the database, until there is room. */
async function withoutRoom(page: Page): Promise<void> {
  await page.addInitScript(() => {
    Reflect.set(window, '__full', true);
    const isFull = () => Reflect.get(window, '__full') === true;
    const full = () => new DOMException('no room', 'QuotaExceededError');
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: unknown[]) {
      if (isFull()) throw full();
      return put.apply(this, given) as IDBRequest<IDBValidKey>;
    };
    const set = Reflect.get(Storage.prototype, 'setItem') as (...given: unknown[]) => void;
    Storage.prototype.setItem = function (this: Storage, ...given: unknown[]) {
      if (isFull()) throw full();
      set.apply(this, given);
    };
  });
}

/** Leaves the page as a person does. @returns what the browser asks first, or `undefined` where it just goes */
async function leave(page: Page): Promise<string | undefined> {
  const asked = page.waitForEvent('dialog').then(async (dialog) => {
    await dialog.dismiss(); // stay
    return dialog.type();
  });
  const gone = page.waitForEvent('close').then(() => undefined);
  await page.close({ runBeforeUnload: true });
  return Promise.race([asked, gone]);
}

test('who leaves while something is not saved anywhere is asked, and who stays has all of it', async ({
  page,
}) => {
  await withoutRoom(page);
  await openEditable(page);
  await openPasted(page, SEED);
  await expect(notSaved(page)).toBeVisible();
  await page.getByRole('button', { name: 'Edit bytes' }).click(); // browsers ask only for whom did something
  expect(await leave(page)).toBe('beforeunload');
  expect(await hexOf(page)).toBe(SEED);

  await page.evaluate(() => Reflect.set(window, '__full', false));
  await expect(notSaved(page)).toBeHidden({ timeout: 15_000 });
  expect(await leave(page)).toBeUndefined();
});

test('who leaves when all is kept is not asked', async ({ page }) => {
  await openEditable(page);
  await openPasted(page, SHORT);
  await page.getByRole('button', { name: 'Edit bytes' }).click();
  expect(await leave(page)).toBeUndefined();
});
