import { statSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { expect, openPage, paste, test } from '../support/test.ts';
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

test('what is left unsaved is named, saved and asked for, not what is on show', async ({ page }) => {
  await page.addInitScript(() => {
    // No room for anything large, as for what the journal does not take: what is small is saved.
    Reflect.set(window, '__full', true);
    const bytesIn = (value: unknown): number =>
      ArrayBuffer.isView(value)
        ? value.byteLength
        : typeof value === 'object' && value !== null
          ? Object.values(value).reduce((sum: number, one) => sum + bytesIn(one), 0)
          : 0;
    const put = Reflect.get(IDBObjectStore.prototype, 'put') as (...given: unknown[]) => IDBRequest;
    IDBObjectStore.prototype.put = function (this: IDBObjectStore, ...given: unknown[]) {
      if (Reflect.get(window, '__full') === true && bytesIn(given[0]) > 100_000)
        throw new DOMException('no room', 'QuotaExceededError');
      return put.apply(this, given) as IDBRequest<IDBValidKey>;
    };
  });
  await openPage(page);
  await paste(page, `03016a004503${'61'.repeat(700_000)}0001`); // more than a journal takes
  await expect(page).toHaveURL(/#c\/[a-z0-9]+$/, { timeout: 30_000 });
  await expect(notSaved(page)).toContainText('Not saved:');
  await openPasted(page, SHORT);
  await expect(notSaved(page)).toContainText('on show before, is not saved:');
  const saved = page.waitForEvent('download');
  await notSaved(page).getByRole('button', { name: 'Save as a file' }).click();
  expect(statSync(await (await saved).path()).size).toBeGreaterThan(700_000);
  await page.getByRole('button', { name: 'Edit bytes' }).click();
  expect(await leave(page)).toBe('beforeunload');

  await page.evaluate(() => Reflect.set(window, '__full', false));
  await expect(notSaved(page)).toBeHidden({ timeout: 20_000 });
  expect(await leave(page)).toBeUndefined();
});

test('who leaves when all is kept is not asked', async ({ page }) => {
  await openEditable(page);
  await openPasted(page, SHORT);
  await page.getByRole('button', { name: 'Edit bytes' }).click();
  expect(await leave(page)).toBeUndefined();
});
