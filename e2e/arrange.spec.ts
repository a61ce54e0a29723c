import type { Locator, Page } from '@playwright/test';
import { expect, openPage, test } from './support/test.ts';
import { openPasted, rows, SHORT, verdict } from './support/parts.ts';

const rail = (page: Page): Locator => page.getByRole('list', { name: 'Messages' });
/** The rows of the timeline, without the menu of the current one. */
const messages = (page: Page): Locator => rail(page).locator('[data-row] > button');
const status = (page: Page): Locator => page.getByRole('contentinfo').getByRole('status');
const dialog = (page: Page): Locator => page.getByRole('dialog');
const undo = (page: Page): Promise<void> =>
  page.getByRole('status', { name: 'What was done' }).getByRole('button', { name: 'Undo' }).click();

async function choose(page: Page, item: string | RegExp): Promise<void> {
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await page.getByRole('menuitem', { name: item }).click();
}

test('a blank request is added to a lone reply, and the conversation can be saved and taken back', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  await choose(page, 'Add the request…');
  await dialog(page).getByRole('radio', { name: 'The smallest one of a command' }).check();
  await dialog(page).getByRole('combobox', { name: 'Command' }).selectOption('FolderSync');
  await expect(dialog(page).getByRole('status')).toHaveText(
    'The smallest FolderSync request of version 14.1.',
  );
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(verdict(page)).toContainText('FolderSync request · 13 bytes');
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await expect(messages(page)).toHaveCount(2);
  await expect(page).toHaveURL(/#c\//);
  await undo(page);
  await expect(rail(page)).toHaveCount(0);
  await expect(verdict(page)).toContainText('Sync reply · 37 bytes');
});

test('a pasted request stands as one, and waits for its reply; what the paste was read as is told with it alone', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, '03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00 01 01 01 01');
  await expect(verdict(page)).toContainText('Sync request · 20 bytes');
  await expect(verdict(page).getByText('Read as:')).toBeVisible();
  await choose(page, 'Add the reply…');
  await dialog(page).getByRole('radio', { name: 'The smallest one of a command' }).check();
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).click();
  await expect(verdict(page)).toContainText('Sync reply · 25 bytes');
  await expect(messages(page)).toHaveCount(2);
  await expect(verdict(page).getByText('Read as:')).toBeHidden();
  await page.keyboard.press('p');
  await expect(verdict(page)).toContainText('Sync request · 20 bytes');
  await expect(verdict(page).getByText('Read as:')).toBeVisible();
});

test('a message is pasted in, made a request, and paired, by keyboard; then moved, parted and deleted', async ({
  page,
}) => {
  await openPage(page, '#s/case-37-bytes');
  await page.getByRole('button', { name: '+ message' }).press('Enter');
  await dialog(page).getByRole('textbox').fill(SHORT);
  await dialog(page).getByRole('combobox', { name: 'Side' }).selectOption('request');
  await dialog(page).getByRole('combobox', { name: 'Where' }).selectOption('before this exchange');
  await dialog(page).getByRole('button', { name: 'Add', exact: true }).press('Enter');
  await expect(status(page)).toHaveText('Message added: 1 of 2.');
  const current = rail(page).locator('[aria-current]');
  await expect(current).toContainText('Sync request');

  await current.focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(status(page)).toHaveText('Exchange moved down: 2 of 2.');
  await expect(current).toBeFocused();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(status(page)).toHaveText('It is the last already.');
  await page.keyboard.press('Alt+ArrowUp');
  await expect(status(page)).toHaveText('Exchange moved up: 1 of 2.');
  await expect(current).toBeFocused();

  await page.keyboard.press('Tab'); // the menu of the row
  await page.keyboard.press('Enter');
  await page.getByRole('menuitem', { name: 'Pair with the reply below' }).press('Enter');
  await expect(status(page)).toHaveText('Request and reply paired: 1 of 2.');
  await expect(rail(page).getByRole('button', { name: 'Message menu' })).toBeFocused();
  await page.keyboard.press('p');
  await expect(verdict(page)).toContainText('Sync reply · 37 bytes');

  await choose(page, 'Separate request and reply');
  await expect(status(page)).toHaveText('Request and reply separated: 2 of 2.');
  await current.focus();
  await page.keyboard.press('Delete');
  await expect(rail(page)).toHaveCount(0);
  await expect(rows(page)).toHaveCount(13);
  await undo(page);
  await expect(messages(page)).toHaveCount(2);
});

test('names, notes and HTTP facts are kept over a reload, and told in the timeline', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/8');
  await page.getByRole('list', { name: 'Messages' }).locator('[aria-current]').press('F2');
  await dialog(page).getByRole('textbox', { name: 'Exchange 4', exact: true }).fill('the policy');
  await dialog(page).getByRole('textbox', { name: 'Note on exchange 4' }).fill('Here it goes wrong.');
  await dialog(page).getByRole('textbox', { name: 'Conversation', exact: true }).fill('My server');
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await expect(messages(page).filter({ hasText: 'the policy' })).toHaveCount(1);

  await choose(page, 'HTTP facts…');
  const headers = dialog(page).getByRole('textbox', { name: 'Headers' });
  await headers.fill('no header');
  await expect(dialog(page).getByRole('alert')).toHaveText('Header line 1: it has no colon.');
  await headers.fill('MS-ASProtocolVersion: 16.1');
  await expect(dialog(page).getByText('It says 16.1 in MS-ASProtocolVersion.')).toBeVisible();
  await dialog(page).getByRole('button', { name: 'Keep' }).click();
  await expect(verdict(page)).toContainText('version 16.1');

  await page.reload();
  await expect(page.getByText('My server')).toBeVisible();
  await expect(verdict(page)).toContainText('Here it goes wrong.');
  await expect(verdict(page)).toContainText('version 16.1');
  await expect(messages(page).filter({ hasText: 'the policy' })).toHaveCount(1);
});

test('an exchange is dragged to another place', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1');
  const first = messages(page).first();
  await expect(first).toContainText('OPTIONS');
  const from = await first.boundingBox();
  const to = await messages(page).nth(5).boundingBox();
  if (!from || !to) throw new Error('the timeline is not there');
  await page.mouse.move(from.x + 40, from.y + 10);
  await page.mouse.down();
  await page.mouse.move(to.x + 40, to.y + to.height - 4, { steps: 4 });
  await page.mouse.up();
  await expect(status(page)).toHaveText(/^Exchange moved down: 5 of/);
  await expect(messages(page).nth(4)).toContainText('OPTIONS');
});

test('what is said of one message can be said of all', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await page.getByRole('button', { name: 'Read as' }).click();
  await dialog(page).getByRole('combobox', { name: 'Protocol version' }).selectOption('16.0');
  await dialog(page).getByRole('combobox', { name: 'For' }).selectOption('the whole conversation');
  await dialog(page).getByRole('button', { name: 'Read', exact: true }).click();
  await expect(verdict(page)).toContainText('version 16.0');
  await page.keyboard.press('[');
  await page.keyboard.press('[');
  await expect(verdict(page)).toContainText('version 16.0');
});

test('a document inside a message becomes a message, and goes with one step back', async ({ page }) => {
  await openPage(page, '#s/syncml-types/2');
  await expect(messages(page).nth(1)).toHaveText(/SyncML 1\.1/);
  await expect(messages(page).nth(1)).not.toHaveText(/reply/);
  await page.keyboard.press('g');
  await page.keyboard.type('340');
  await page.keyboard.press('Enter');
  await page.getByRole('tab', { name: 'This byte' }).click();
  await page.getByRole('button', { name: 'Open as a message of its own' }).click();
  await expect(verdict(page)).toContainText(/DevInf 1\.\d · \d+ bytes/);
  await expect(verdict(page)).toContainText('of message 2.');
  await undo(page);
  await expect(verdict(page)).toContainText('SyncML 1.1');
});

test('the start of a message inside other bytes is moved', async ({ page }) => {
  await openPage(page);
  await openPasted(page, `aa bb cc dd ee ff ${SHORT.replaceAll(/../g, '$& ')}`);
  const start = page.getByRole('group', { name: 'Where the message starts' });
  await expect(start.getByRole('textbox')).toHaveValue('6');
  await start.getByRole('button', { name: 'One byte earlier' }).click();
  await expect(verdict(page)).toContainText('From byte 5 of');
  await expect(rows(page)).not.toHaveCount(13);
  await start.getByRole('textbox').fill('6');
  await start.getByRole('textbox').press('Enter');
  await expect(rows(page)).toHaveCount(13);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 667 } });

  test('messages are added and moved through the menu by the title', async ({ page }) => {
    await openPage(page, '#s/case-37-bytes');
    await choose(page, 'Duplicate the message');
    await expect(page.getByRole('group', { name: 'Messages' })).toContainText('2/2');
    await choose(page, 'Move up');
    await expect(page.getByRole('group', { name: 'Messages' })).toContainText('1/2');
    await page.getByRole('tab', { name: 'Talk' }).click();
    await messages(page).nth(1).click();
    await page.getByRole('button', { name: 'Message menu' }).click();
    await page.getByRole('menuitem', { name: 'Delete the message' }).click();
    await expect(page.getByRole('group', { name: 'Messages' })).toHaveCount(0);
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(overflow).toBeLessThanOrEqual(0);
  });
});

test('nothing in a row of the timeline moves when it becomes the one on show', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await expect(messages(page).nth(20)).toContainText('Sync'); // it has its name once the rules are there
  const parts = messages(page).nth(20).locator('.title, .sign');
  const places = () =>
    parts.evaluateAll((all) => all.map((part) => part.getBoundingClientRect().toJSON() as unknown));
  const before = await places();
  await messages(page).nth(20).click();
  await expect(messages(page).nth(20)).toHaveAttribute('aria-current', 'true');
  await expect(rail(page).getByRole('button', { name: 'Message menu' })).toBeVisible();
  expect(await places()).toEqual(before);
});
