import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { drop, expect, openPage, test } from './support/test.ts';
import { openPasted, copied, hexOf, rows, SEED, verdict } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('what is copied can be pasted again as the same bytes', async ({ page }) => {
  await openPage(page);
  for (const form of ['Hex', 'Hex with spaces', 'Base64', 'Annotated listing']) {
    const text = await copied(page, 'Copy bytes', form);
    await openPasted(page, text);
    await expect(verdict(page)).toContainText('Read as:');
    expect(await hexOf(page), form).toBe(SEED);
  }
});

const LANGUAGES = ['C array', 'C#', 'Go', 'Java', 'JavaScript', 'Kotlin', 'PHP', 'Python', 'Rust'];

test('bytes are copied as code, and the language used last stands first from then on', async ({ page }) => {
  await openPage(page);
  const menu = page.getByRole('button', { name: 'Copy bytes' });
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  for (const language of LANGUAGES) {
    await menu.click();
    await item('As code').click();
    await expect(page.getByRole('menuitem')).toHaveText(
      ['Back', ...LANGUAGES].map((name) => new RegExp(name)),
    );
    await item(language).click();
    await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(
      `37 bytes as ${language} copied.`,
    );
    const text = await page.evaluate(() => navigator.clipboard.readText());
    await openPasted(page, text);
    expect(await hexOf(page), language).toBe(SEED);
  }
  await page.reload();
  await menu.click();
  await expect(page.getByRole('menuitem').first()).toHaveText('Rust');
});

test('the menu of languages is walked by keys', async ({ page }) => {
  await openPage(page);
  const item = (name: string) => page.getByRole('menuitem', { name, exact: true });
  await page.getByRole('button', { name: 'Copy bytes' }).press('Enter');
  await item('As code').focus();
  await page.keyboard.press('ArrowRight');
  await expect(item('C array')).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item('Hex')).toBeFocused();
  await expect(item('C#')).toBeHidden();
  await item('As code').press('Enter');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('menu')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Copy bytes' })).toBeFocused();
});

test('a single element is copied as its value, its bytes and its XML', async ({ page }) => {
  await openPage(page);
  await rows(page).filter({ hasText: '<CollectionId>' }).click();
  expect(await copied(page, 'Copy bytes', 'Value of CollectionId')).toBe('1');
  expect(await copied(page, 'Copy bytes', 'Bytes of CollectionId')).toBe('52 03 31 00 01');
  expect(await copied(page, 'Copy and save', 'XML of CollectionId')).toContain(
    '<CollectionId xmlns="AirSync">1</CollectionId>',
  );
});

test('a report has the verdict, the bytes and a link', async ({ page }) => {
  await openPage(page);
  const report = await copied(page, 'Copy bytes', 'Copy as report');
  expect(report).toContain('SyncKey stands directly under Sync');
  expect(report).toMatch(/12 {2}4b +<SyncKey>/);
  expect(report).toMatch(/\(http[^)]*#w1\.[A-Za-z0-9._/-]+\)/);
});

async function saved(page: Page, menu: string, item: RegExp): Promise<{ name: string; bytes: Buffer }> {
  await page.getByRole('button', { name: menu }).click();
  const download = page.waitForEvent('download');
  await page.getByRole('menuitem', { name: item }).click();
  const file = await download;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

test('bytes, XML and conversation are saved as files that open again', async ({ page }) => {
  await openPage(page);
  const wbxml = await saved(page, 'Copy bytes', /^Save the bytes/);
  expect(wbxml.name).toBe('sync-reply.wbxml');
  expect(wbxml.bytes.toString('hex')).toBe(SEED);
  const xml = await saved(page, 'Copy and save', /^Save the XML/);
  expect(xml.bytes.toString()).toContain('<?wbxml switch-page="0"?>');
  const conversation = await saved(page, 'Copy bytes', /^Save the conversation/);
  expect(conversation.name).toBe('the-37-bytes.conversation.json');

  await openPasted(page, '03016a0005');
  await expect(rows(page)).toHaveCount(2);
  await drop(page, conversation);
  await expect(rows(page)).toHaveCount(23);
  expect(await hexOf(page)).toBe(SEED);
});

test('a conversation file that is damaged is told, with the place', async ({ page }) => {
  await openPage(page);
  await drop(page, { name: 'x.json', bytes: Buffer.from('{"format":1,"title":"x","exchanges":[{"id":7}]}') });
  await expect(page.getByRole('alert', { name: 'Message of the page' })).toContainText(
    'cannot be read: at exchanges',
  );
  await expect(rows(page)).toHaveCount(23);
});

test.describe('where the page may not use the clipboard', () => {
  test('the old way copies', async ({ page }) => {
    await page.addInitScript(() => Object.defineProperty(navigator, 'clipboard', { value: undefined }));
    await openPage(page);
    await page.evaluate(() =>
      document.addEventListener('copy', () => {
        const field = document.activeElement;
        Reflect.set(window, 'taken', field instanceof HTMLTextAreaElement ? field.value : '');
      }),
    );
    await page.getByRole('button', { name: 'Copy bytes' }).click();
    await page.getByRole('menuitem', { name: 'Hex', exact: true }).click();
    await expect(page.getByRole('status').last()).toContainText('37 bytes as hex copied.');
    expect(await page.evaluate<unknown>(() => Reflect.get(window, 'taken'))).toBe(SEED);
  });

  test('nor that one: the text is shown, selected', async ({ page }) => {
    await page.addInitScript(() => {
      Object.defineProperty(navigator, 'clipboard', { value: undefined });
      Object.defineProperty(document, 'execCommand', { value: () => false });
    });
    await openPage(page);
    await page.getByRole('button', { name: 'Copy bytes' }).click();
    await page.getByRole('menuitem', { name: 'Hex', exact: true }).click();
    const field = page.getByRole('dialog', { name: 'Copy by hand' }).getByRole('textbox');
    await expect(field).toHaveValue(SEED);
    await expect(field).toBeFocused();
    expect(await page.evaluate(() => (document.activeElement as HTMLTextAreaElement).selectionEnd)).toBe(74);
  });
});
