import { expect } from '@playwright/test';
import type { BrowserContext, Locator, Page } from '@playwright/test';
import { openPage } from '../support/actions.ts';
import { editor, xmlPane } from '../support/parts.ts';

export const notSaved = (page: Page): Locator => page.getByRole('alert', { name: 'Not saved' });
export const kept = (page: Page): Locator =>
  page.getByRole('dialog', { name: 'Your conversations' }).getByRole('list', { name: 'Conversations' });
export const lines = (page: Page): Locator => xmlPane(page).locator('.view-lines');

/** Opens the page and waits until its text can be edited. */
export async function openEditable(page: Page, hash = ''): Promise<void> {
  await openPage(page, hash);
  await expect(editor(page)).toBeAttached();
}

export async function openKept(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Your conversations…' }).click();
  await expect(page.getByRole('dialog', { name: 'Your conversations' })).toBeVisible();
}

/** Puts the caret to the end of the text, and types there. What stands after the root cannot be encoded. */
export async function typeAtEnd(page: Page, text: string): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type(text);
}

/** Ends the renderer as a fault in it would. */
export async function crash(context: BrowserContext, page: Page): Promise<void> {
  const session = await context.newCDPSession(page);
  const crashed = page.waitForEvent('crash');
  void session.send('Page.crash').catch(() => undefined); // there is nobody left to answer
  await crashed;
}

/** How many values of ours lie in the browser: database, localStorage, sessionStorage. */
export function keysLeft(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const ours = (storage: Storage) =>
      Object.keys(storage).filter((key) => key.startsWith('wbxml-playground:')).length;
    const database = await new Promise<IDBDatabase>((done, fail) => {
      const request = indexedDB.open('wbxml-playground');
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error ?? new Error('refused'));
    });
    const count = await new Promise<number>((done, fail) => {
      const request = database.transaction('conversations').objectStore('conversations').count();
      request.onsuccess = () => done(request.result);
      request.onerror = () => fail(request.error ?? new Error('refused'));
    });
    database.close();
    return count + ours(localStorage) + ours(sessionStorage);
  });
}
