import type { Page } from '@playwright/test';
import { banner } from '../support/parts.ts';
import { expect, test } from '../support/test.ts';
import { kept, openEditable, openKept } from './parts.ts';

const MIB = 1024 * 1024;

/** Puts conversations of a size into the database, as pages before left them, and opens the page again. */
async function openWith(page: Page, sizes: readonly number[]): Promise<void> {
  await openEditable(page);
  await page.evaluate(async (bytes) => {
    const request = indexedDB.open('wbxml-playground');
    request.onupgradeneeded = () => request.result.createObjectStore('conversations');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const work = opened.transaction('conversations', 'readwrite');
    bytes.forEach((size, i) => {
      const facts = { id: `old${i}`, stamp: '1', page: 'old' };
      const summary = { ...facts, title: `Kept ${i}`, messages: 1, bytes: size, saved: i };
      work.objectStore('conversations').put(summary, `summary:old${i}`);
    });
    await new Promise((done) => (work.oncomplete = done));
    opened.close();
    sessionStorage.clear();
  }, sizes);
  await page.goto('about:blank');
  await looked(page, () => openEditable(page));
}

/** Waits until the page has looked how much is kept, which it does when there is time. */
async function looked(page: Page, act: () => Promise<unknown>): Promise<void> {
  const loaded = page.waitForResponse(/\/sweep-/);
  await act();
  await loaded;
  await openKept(page); // asks the database after it did
  await expect(page.getByRole('dialog').getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
}

const all = (count: number, bytes: number): number[] => Array<number>(count).fill(bytes);

test('from 200 conversations on the page says once where they are, and drops none', async ({ page }) => {
  await openWith(page, all(200, 37));
  await expect(banner(page)).toContainText('This browser keeps 200 conversations of yours, 7,400 bytes.');
  await expect(banner(page)).toContainText('Nothing is dropped by itself');
  await banner(page).getByRole('button', { name: 'Close this message' }).click();
  await openKept(page);
  await expect(page.getByRole('dialog')).toContainText('200 conversations');
  await expect(kept(page).getByRole('listitem').first()).toBeVisible();
  await page.keyboard.press('Escape');
  await looked(page, () => page.reload());
  await expect(banner(page)).toBeHidden();
});

test('from 200 MiB on it says so, however few they are', async ({ page }) => {
  await openWith(page, all(2, 100 * MIB));
  await expect(banner(page)).toContainText('This browser keeps 2 conversations of yours, 209,715,200 bytes.');
});

test('below both it says nothing', async ({ page }) => {
  await openWith(page, [...all(198, 37), 200 * MIB - 198 * 37 - 1]);
  await expect(banner(page)).toBeHidden();
});
