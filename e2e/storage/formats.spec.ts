import { readFileSync } from 'node:fs';
import { expect, test } from '../support/test.ts';
import { banner, hexOf, SEED, xmlOf } from '../support/parts.ts';
import { kept, openEditable, openKept } from './parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** What the first pages left in the database and in the tab. */
const first = JSON.parse(
  readFileSync(new URL('../../src/storage/fixtures/format-1.json', import.meta.url), 'utf8'),
) as { database: Record<string, unknown>; tab: unknown };

test('what the first pages kept opens, and is kept in the new form once it is changed', async ({ page }) => {
  await openEditable(page);
  await page.evaluate(async ({ database, tab }) => {
    const request = indexedDB.open('wbxml-playground');
    request.onupgradeneeded = () => request.result.createObjectStore('conversations');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const work = opened.transaction('conversations', 'readwrite');
    for (const [key, value] of Object.entries(database)) work.objectStore('conversations').put(value, key);
    await new Promise((done) => (work.oncomplete = done));
    opened.close();
    sessionStorage.setItem('wbxml-playground:tab', JSON.stringify(tab));
  }, first);
  await page.goto('about:blank');
  await openEditable(page); // what the tab had is newer than what the database has
  expect(await xmlOf(page)).toContain('</Snyc>');
  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(2);
  await kept(page).getByRole('link', { name: 'Kept by the first page' }).click();
  expect(await hexOf(page)).toBe(SEED);
});

test('what a newer page saved is left alone, and says so', async ({ page }) => {
  await openEditable(page);
  await page.evaluate(async () => {
    const request = indexedDB.open('wbxml-playground');
    request.onupgradeneeded = () => request.result.createObjectStore('conversations');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const work = opened.transaction('conversations', 'readwrite');
    work.objectStore('conversations').put({ format: 3, all: 'else' }, 'record:later');
    await new Promise((done) => (work.oncomplete = done));
    opened.close();
  });
  await page.goto('about:blank');
  await openEditable(page, '#c/later');
  await expect(banner(page)).toContainText('saved by a newer version of this page');
});
