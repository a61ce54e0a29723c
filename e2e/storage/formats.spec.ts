import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, expect, test } from '../support/test.ts';
import { banner, hexOf, SEED, SHORT, xmlOf } from '../support/parts.ts';
import { kept, openEditable, openKept, typeAtEnd } from './parts.ts';

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

/** What pages of the second form left in the database. */
const second = JSON.parse(
  readFileSync(new URL('../../src/storage/fixtures/format-2.json', import.meta.url), 'utf8'),
) as { database: Record<string, { bytes: unknown }> };

/** What lies in the database, by key. */
const lies = (page: Page) =>
  page.evaluate(async () => {
    const request = indexedDB.open('wbxml-playground');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const store = opened.transaction('conversations').objectStore('conversations');
    const of = <T>(asked: IDBRequest<T>) =>
      new Promise<T>((done) => (asked.onsuccess = () => done(asked.result)));
    const [keys, values] = await Promise.all([
      of(store.getAllKeys() as IDBRequest<string[]>),
      of(store.getAll()),
    ]);
    opened.close();
    return keys.map((key, i) => [key, (values[i] as { format?: number }).format] as const);
  });

test('what was kept in one piece opens, and is kept in the form of now once it is changed', async ({
  page,
}) => {
  await openEditable(page);
  await page.evaluate(async ({ database }) => {
    const request = indexedDB.open('wbxml-playground');
    request.onupgradeneeded = () => request.result.createObjectStore('conversations');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const work = opened.transaction('conversations', 'readwrite');
    for (const [key, { bytes, ...value }] of Object.entries(database)) {
      const digits = typeof bytes === 'string' ? (bytes.match(/../g) ?? []) : undefined;
      const read = digits ? Uint8Array.from(digits, (two) => parseInt(two, 16)) : bytes;
      work.objectStore('conversations').put({ ...value, bytes: read }, key);
    }
    await new Promise((done) => (work.oncomplete = done));
    opened.close();
  }, second);
  await page.goto('about:blank');
  await openEditable(page, '#c/2b3c4d5e6f7a8');
  expect(await hexOf(page)).toBe(SEED);
  await typeAtEnd(page, '<!-- kept -->');
  await expect.poll(() => lies(page)).toContainEqual(['record:2b3c4d5e6f7a8', 3]);
  await page.goto('about:blank');
  await openEditable(page, '#c/2b3c4d5e6f7a8');
  expect(await hexOf(page)).toBe(SEED);
});

test('a long conversation lies in parts, that go together and come back together', async ({ page }) => {
  const exchanges = Array.from({ length: 600 }, (_, i) => ({
    id: String(i),
    request: { bytes: Buffer.from(i === 599 ? SEED : SHORT, 'hex').toString('base64') },
  }));
  await openEditable(page);
  const text = JSON.stringify({ format: 1, title: 'Many', exchanges });
  await drop(page, { name: 'many.json', bytes: new TextEncoder().encode(text) });
  await expect(page).toHaveURL(/#c\//);
  const parts = async () => (await lies(page)).filter(([key]) => key.startsWith('part:')).length;
  await expect.poll(parts).toBe(2);
  const address = new URL(page.url()).hash;
  await page.goto('about:blank');
  await openEditable(page, address);
  await expect(page.getByRole('banner')).toContainText('Many');
  await openKept(page);
  const row = kept(page).getByRole('listitem').filter({ hasText: '600 messages' });
  await row.getByRole('button', { name: 'Delete' }).click();
  await expect.poll(parts).toBe(0);
  await page.getByRole('button', { name: 'Bring it back' }).click();
  await expect.poll(parts).toBe(2);
  await page.goto('about:blank');
  await openEditable(page, address);
  expect(await hexOf(page)).toBe(SHORT);
  await openKept(page);
  await expect(row).toBeVisible();
});

test('what a newer page saved is left alone, and says so', async ({ page }) => {
  await openEditable(page);
  await page.evaluate(async () => {
    const request = indexedDB.open('wbxml-playground');
    request.onupgradeneeded = () => request.result.createObjectStore('conversations');
    const opened = await new Promise<IDBDatabase>((done) => (request.onsuccess = () => done(request.result)));
    const work = opened.transaction('conversations', 'readwrite');
    work.objectStore('conversations').put({ format: 4, all: 'else' }, 'record:later');
    await new Promise((done) => (work.oncomplete = done));
    opened.close();
  });
  await page.goto('about:blank');
  await openEditable(page, '#c/later');
  await expect(banner(page)).toContainText('saved by a newer version of this page');
});
