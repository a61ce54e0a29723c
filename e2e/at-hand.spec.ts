import type { Page } from '@playwright/test';
import { editor, openPasted } from './support/parts.ts';
import { axe, expect, holdBack, openPage, test } from './support/test.ts';

const palette = (page: Page) => page.getByRole('dialog', { name: 'All commands' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Find a command' });
const options = (page: Page) => palette(page).getByRole('option');

/** Opens the palette and waits until what has to be loaded is in it. */
async function openPalette(page: Page): Promise<void> {
  await page.keyboard.press('ControlOrMeta+k');
  await expect(field(page)).toBeFocused();
  await expect(options(page).filter({ hasText: 'Rule:' }).first()).toBeAttached();
  await expect(options(page).filter({ hasText: 'Sample:' }).first()).toBeAttached();
}

test('the palette, by keyboard: a sample is opened, a command is run, what was used last stands first', async ({
  page,
}) => {
  await openPage(page);
  await editor(page).focus();
  await openPalette(page);
  await page.keyboard.type('sample first mail');
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true');
  expect(await axe(page)).toEqual([]); // of few rows: it looks at each
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/#s\/case-first-mail$/);
  await expect(palette(page)).toHaveCount(0);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(options(page).first()).toContainText(/^Sample: /);
  await page.keyboard.type('dark col');
  await expect(options(page)).toHaveText([/^Dark colours/]);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');

  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page).getByRole('combobox')).toBeFocused();
  await page.keyboard.type('no such thing');
  await expect(palette(page).getByRole('status')).toHaveText('No command is called so.');
  await page.keyboard.press('ControlOrMeta+k');
  await expect(palette(page)).toHaveCount(0);
});

test('what is typed before the palette is there is written in it, and nowhere else', async ({ page }) => {
  const letCome = await holdBack(page, /\/(Palette|Dialogs)[^/]*\.js$/);
  await openPage(page);
  const text = (await editor(page).textContent()) ?? '';
  await page.locator('.view-line').first().click();
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('dark colx');
  await page.keyboard.press('Backspace');
  letCome();
  await expect(field(page)).toHaveValue('dark col');
  await expect(options(page)).toHaveText([/^Dark colours/]);
  await page.keyboard.type('o');
  await expect(field(page)).toHaveValue('dark colo');
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  expect(await editor(page).textContent()).toBe(text);
});

test('a command is done whose name and Enter come before the palette', async ({ page }) => {
  const letCome = await holdBack(page, /\/(Palette|Dialogs)[^/]*\.js$/);
  await openPage(page);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('dark col');
  await page.keyboard.press('Enter');
  letCome();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(palette(page)).toHaveCount(0);
});

test('Enter waits for the command that is meant, where it is on its way', async ({ page }) => {
  const letCome = await holdBack(page, /\/message-menu[^/]*\.js$/);
  await openPage(page);
  await page.keyboard.press('ControlOrMeta+k');
  const field = page.getByRole('combobox', { name: 'Find a command' });
  await field.fill('add a message');
  await page.keyboard.press('Enter');
  await page.waitForTimeout(300); // something else would be done by then
  await expect(field).toBeVisible();
  letCome();
  await expect(page.getByRole('dialog', { name: 'Add a message' })).toBeVisible();
});

test('a message is found by its number among 250', async ({ page }) => {
  await openPage(page);
  const exchanges = Array.from({ length: 125 }, (_, i) => ({
    id: String(i + 1),
    request: { bytes: 'AwFqAEVcT0sDMQABUgM1AAETAQEBAQ==' },
    response: { bytes: 'AwFqAEVcT0sDMgABUgM1AAFOAzEAAQEBAQ==' },
  }));
  await openPasted(page, JSON.stringify({ format: 1, title: 'Many', exchanges }));
  await openPalette(page);
  await page.keyboard.type('message 249');
  await expect(options(page)).toHaveText([/^Message 249: Sync request/]);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('region', { name: 'Timeline' }).locator('[aria-current]')).toHaveText(/Sync/);
  await expect(page.getByRole('listitem').filter({ has: page.locator('[aria-current]') })).toHaveAttribute(
    'aria-posinset',
    '249',
  );
});

test('every button and menu item of the page is in the palette', async ({ page }) => {
  /** Ways to commands, and what acts on what stands beside it; each looked at by a person. */
  const BESIDE = [
    'More',
    'Copy bytes',
    'Copy and save',
    'As code',
    'Message',
    '+ message',
    'Dock',
    'Show',
    'Files to open',
  ];
  await openPage(page, '#s/case-37-bytes');
  await expect(page.getByRole('button', { name: /^Fix: / }).first()).toBeVisible();
  const names = await page
    .getByRole('button')
    .or(page.getByRole('tab'))
    .evaluateAll((all) =>
      all
        .filter((one) => !one.closest('[role=tabpanel]')) // what is in the dock acts on a row of it
        .map((one) => one.getAttribute('aria-label') ?? one.childNodes[0]?.textContent?.trim() ?? ''),
    );
  for (const name of ['More', 'Copy bytes', 'Copy and save', 'Message']) {
    await page.getByRole('button', { name, exact: true }).click();
    const items = page.getByRole('menuitem');
    await expect(items.first()).toBeVisible();
    names.push(...(await items.evaluateAll((all) => all.map((one) => one.getAttribute('aria-label') ?? ''))));
    await page.keyboard.press('Escape');
  }
  await openPalette(page);
  await expect(options(page).filter({ hasText: 'Copy bytes:' }).first()).toBeAttached();
  const called = await options(page)
    .locator('.label')
    .evaluateAll((all) => all.map((one) => one.textContent));
  const isThere = (name: string) => called.some((label) => label === name || label.endsWith(`: ${name}`));
  expect(names.length).toBeGreaterThan(30);
  expect(names.filter((name) => !isThere(name) && !BESIDE.includes(name))).toEqual([]);
});

test('the sheet of keys lists every key that the palette shows', async ({ page }) => {
  await openPage(page);
  await openPalette(page);
  const inPalette = await options(page).evaluateAll((all) =>
    all.flatMap((one) => {
      const keys = [...one.querySelectorAll('kbd')].map((key) => key.textContent);
      return keys.length > 0 ? [`${one.querySelector('.label')?.textContent}: ${keys.join(' ')}`] : [];
    }),
  );
  await page.keyboard.press('Escape');
  await expect(palette(page)).toHaveCount(0);
  await page.keyboard.press('?');
  const sheet = page.getByRole('dialog', { name: 'Keys and help' });
  const rows = sheet.getByRole('row').filter({ has: page.locator('kbd') });
  await expect(rows.filter({ hasText: 'Leave the XML' })).toBeVisible();
  const onSheet = await rows.evaluateAll((all) =>
    all.map((row) => {
      const keys = [...row.querySelectorAll('kbd')].map((key) => key.textContent);
      return `${row.querySelector('td')?.textContent}: ${keys.join(' ')}`;
    }),
  );
  expect(inPalette.length).toBeGreaterThan(5);
  expect(onSheet).toEqual(expect.arrayContaining(inPalette));
});

test('settings hold at once and after a reload, and are forgotten with everything else', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  const dialog = page.getByRole('dialog', { name: 'Settings' });
  await dialog.getByLabel('Colours').selectOption('dark');
  await dialog.getByLabel('Bytes are shown as').selectOption('hex');
  await dialog.getByLabel('Bytes in a row').selectOption('8');
  await dialog.getByLabel('Size of text').selectOption('16 px');
  await dialog.getByLabel('Tab in the XML').selectOption('leaves the editor');
  await dialog.getByLabel('Long lines').selectOption('run on');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  const grid = page.getByRole('grid', { name: 'Bytes as hex' });
  await expect(grid).toHaveAttribute('aria-colcount', '9');
  expect(await axe(page)).toEqual([]);

  await page.reload();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(page.locator('body')).toHaveCSS('font-size', '16px');
  await expect(grid).toHaveAttribute('aria-colcount', '9');
  await expect(page.locator('.monaco-editor .view-lines').first()).toHaveCSS('font-size', '16px');
  await editor(page).focus();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Tab');
  await expect(editor(page)).not.toBeFocused();

  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Settings' }).click();
  await dialog.getByRole('button', { name: 'Forget everything kept here…' }).click();
  await dialog.getByRole('button', { name: 'Forget everything', exact: true }).click();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'light');
  await expect(page.getByText('Paste WBXML anywhere.')).toBeVisible();
  expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
});

test('a command is found by other words than its own', async ({ page }) => {
  await openPage(page);
  await openPalette(page);
  await expect(options(page).filter({ hasText: 'Copy bytes:' }).first()).toBeAttached();
  for (const { typed, finds } of [
    { typed: 'theme', finds: 'Dark colours' },
    { typed: 'dark', finds: 'Settings' },
    { typed: 'import', finds: 'Open files…' },
    { typed: 'upload', finds: 'Open files…' },
    { typed: 'prettify', finds: 'Copy and save: XML' },
    { typed: 'format', finds: 'Copy and save: XML' },
    { typed: 'download', finds: 'Copy bytes: Save the bytes' },
    { typed: 'save', finds: 'Share' },
    { typed: 'diff', finds: 'Show: Compare' },
    { typed: 'hex', finds: 'Edit bytes' },
    { typed: 'validate', finds: 'Show: Checks' },
    { typed: 'remove', finds: 'Message: Duplicate the message' },
  ]) {
    await field(page).fill(typed);
    await expect(options(page).locator('.label').getByText(finds, { exact: true }), typed).toBeAttached();
  }
});
