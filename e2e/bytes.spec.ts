import type { Page } from '@playwright/test';
import { axe, expect, openPage, paste, test } from './support/test.ts';
import {
  bytesPane,
  cellsOf,
  editor,
  grid,
  hexOf,
  openPasted,
  rows,
  SEED,
  verdict,
  xmlOf,
} from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const cell = (page: Page, offset: number) =>
  grid(page).getByRole('gridcell', { name: new RegExp(`^offset ${offset},`) });
const status = (page: Page) => page.getByRole('contentinfo').getByRole('status');

/** The 37 bytes in the grid, with the focus on one of them. */
async function gridAt(page: Page, offset: number): Promise<void> {
  await openPage(page, '#s/case-37-bytes');
  await expect(editor(page)).toBeAttached();
  await toGrid(page, offset);
}

async function toGrid(page: Page, offset: number): Promise<void> {
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  await cell(page, offset).click();
  await expect(cell(page, offset)).toBeFocused();
}

test('digits overwrite, the XML follows, and undo leads back from any pane', async ({ page }) => {
  await gridAt(page, 26); // the “1” of CollectionId
  await page.keyboard.press('3');
  await expect(cell(page, 26)).toHaveText('3_');
  await page.keyboard.press('Escape'); // half a byte is none
  await expect.poll(() => cellsOf(page)).toBe(SEED);
  await page.keyboard.type('37');
  await expect(cell(page, 27)).toBeFocused();
  await expect(status(page)).toHaveText('Byte 26 is 37.');
  expect(await xmlOf(page)).toContain('<CollectionId>7</CollectionId>');
  await expect(page).toHaveURL(/#c\//);

  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect.poll(() => cellsOf(page)).toBe(SEED);
  await expect(page.getByRole('contentinfo')).toContainText('byte 26');
  await page.keyboard.press('F6'); // the dock
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect.poll(() => cellsOf(page)).toBe(SEED.replace('52033100', '52033700'));
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: /^Undo/ }).click();
  await expect.poll(() => cellsOf(page)).toBe(SEED);
});

test('bytes are put in between, taken out, filled, cut, pasted, written as characters', async ({ page }) => {
  await gridAt(page, 26);
  await expect(grid(page)).toHaveAttribute('aria-readonly', 'false');
  await page.keyboard.press('Insert');
  const typing = page.getByRole('group', { name: 'Typing' }).getByRole('button');
  await expect(typing.nth(1)).toHaveAttribute('aria-pressed', 'true');
  await typing.nth(0).click();
  await expect(typing.nth(0)).toHaveAttribute('aria-pressed', 'true');
  await expect(typing.nth(1)).toHaveAttribute('aria-pressed', 'false');
  await typing.nth(1).click();
  await cell(page, 26).focus();
  await page.keyboard.type('3839');
  const longer = SEED.replace('52033100', '520338393100');
  await expect.poll(() => cellsOf(page)).toBe(longer);
  expect(await xmlOf(page)).toContain('<CollectionId>891</CollectionId>');

  await cell(page, 28).focus();
  await page.keyboard.press('Insert'); // over again
  await page.keyboard.press('Backspace');
  await page.keyboard.press('Backspace');
  await expect.poll(() => cellsOf(page)).toBe(SEED);
  await page.keyboard.press('Delete');
  await expect.poll(() => cellsOf(page)).toBe(SEED.replace('52033100', '520300'));
  await page.keyboard.press('ControlOrMeta+z');

  await cell(page, 26).click();
  await page.keyboard.press('"'); // characters, also those that are digits
  await page.keyboard.type('a');
  expect(await xmlOf(page)).toContain('<CollectionId>a</CollectionId>');
  await cell(page, 26).click();
  await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.type('=35');
  await expect.poll(() => cellsOf(page)).toContain('52033535');
  await expect(status(page)).toHaveText('2 bytes filled, bytes 26–27.');
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');

  await cell(page, 12).click();
  for (let i = 0; i < 4; i++) await page.keyboard.press('Shift+ArrowRight');
  await page.keyboard.press('ControlOrMeta+x');
  await expect.poll(() => cellsOf(page)).toBe(SEED.replace('4b033100015c', '5c'));
  await page.evaluate(() => navigator.clipboard.writeText('[0x4b, 0x03, 0x32, 0x00, 0x01]'));
  await cell(page, 12).focus();
  await page.keyboard.press('Insert');
  await page.keyboard.press('ControlOrMeta+v');
  await expect(status(page)).toContainText('5 bytes put in, bytes 12–16.');
  await expect.poll(() => cellsOf(page)).toBe(SEED.replace('4b033100015c', '4b033200015c'));
  expect(await axe(page)).toEqual([]);
});

test('a character is found under the pointer, though those that look alike are drawn as one', async ({
  page,
}) => {
  await openPage(page);
  await paste(page, '03016a00 45 5c 4f 4b 03 61626364656667 00 01 01 01 01'); // SyncKey abcdefg
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  const word = grid(page).locator('[data-text]', { hasText: '·abcdefg' }); // from byte 8 on
  const box = await word.boundingBox();
  if (!box) throw new Error('the characters are drawn');
  const x = (byte: number) => box.x + ((byte - 8 + 0.5) * box.width) / 8;
  const y = box.y + box.height / 2;
  await page.mouse.click(x(13), y);
  await expect(page.getByRole('contentinfo')).toContainText('byte 13');
  await page.keyboard.type('Z');
  await expect.poll(() => cellsOf(page)).toContain('616263645a6667');
  await page.mouse.move(x(10), y);
  await page.mouse.down();
  for (const byte of [11, 12, 13]) await page.mouse.move(x(byte), y);
  await page.mouse.up();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 10–13');
});

test('a byte that is drawn as one with others, until there is time for cells, is pressed as a cell is', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, SEED); // a sample has a note, which goes with its bytes
  await expect(editor(page)).toBeAttached();
  await toGrid(page, 3);
  const box = await cell(page, 30).boundingBox();
  if (!box) throw new Error('the cell is drawn');
  await page.keyboard.press('Insert');
  await page.keyboard.type('00'); // all that follow are drawn anew, one byte on
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await expect(page.getByRole('contentinfo')).toContainText('byte 30');
  await expect(cell(page, 30)).toBeFocused();
  await expect(cell(page, 31)).toHaveText('03'); // the rest of the cells follow
  await page.keyboard.type('ff');
  await expect.poll(() => cellsOf(page)).toBe(`${SEED.slice(0, 6)}00${SEED.slice(6, 58)}ff${SEED.slice(58)}`);
});

test('a person who spaces letters and words further apart still has columns, one beside the other', async ({
  page,
}) => {
  await gridAt(page, 3);
  await page.evaluate(() => {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync('* { letter-spacing: 0.12em !important; word-spacing: 0.16em !important }');
    document.adoptedStyleSheets.push(sheet);
  });
  await expect(cell(page, 36)).toBeVisible();
  const lefts = (selector: string, from: number) =>
    grid(page)
      .getByRole('row')
      .evaluateAll(
        (rows, [each, at]) =>
          rows.map((row) => row.querySelectorAll(each)[at]?.getBoundingClientRect().left ?? NaN),
        [selector, from] as const,
      );
  const [digits, characters] = [await lefts('[role=gridcell]', 4), await lefts('[data-text]', 0)];
  const spread = (all: number[]) => Math.max(...all) - Math.min(...all);
  expect(spread(digits)).toBeLessThan(1);
  expect(spread(characters)).toBeLessThan(1); // beside the short last row, too
  const last = await cell(page, 15).boundingBox();
  expect((last?.x ?? NaN) + (last?.width ?? NaN)).toBeLessThan(characters[0] ?? NaN);
});

test('an empty message is written from its first byte, and on behind the last', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  await cell(page, 3).click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('Delete');
  await expect(bytesPane(page)).toContainText('Sent empty');
  await expect(cell(page, 0)).toBeFocused();
  await page.keyboard.type('03016a0005');
  await expect(cell(page, 5)).toHaveAccessibleName('offset 5, the end: type to add bytes');
  await expect.poll(() => cellsOf(page)).toBe('03016a0005');
  expect(await xmlOf(page)).toBe('<Sync xmlns="AirSync"/>');
});

test('from the listing a row is deleted, and its bytes are found in the grid', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await rows(page)
    .filter({ hasText: /00 00\s*page 0|SWITCH_PAGE|page 0/ })
    .first()
    .click();
  await page.keyboard.press('Delete');
  await expect.poll(() => hexOf(page)).toBe(SEED.replace('0000', ''));
  await rows(page).filter({ hasText: '<CollectionId>' }).click();
  await page.keyboard.press('F2');
  await expect(cell(page, 22)).toBeFocused();
});

test('bytes that cannot be read, a broken text and an own spelling are states like any other', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, '<!-- mine --><Sync xmlns="AirSync:"><Status>1</Status></Sync>');
  await expect(editor(page)).toBeAttached();
  await page.getByRole('button', { name: 'Hex', exact: true }).click();
  const [hex, xml] = [await cellsOf(page), await xmlOf(page)];
  await cell(page, 7).click();
  await page.keyboard.type('32');
  expect(await xmlOf(page)).toBe(xml.replace('>1<', '>2<')); // the comment is not touched
  await cell(page, 5).click();
  await page.keyboard.type('83'); // STR_T, into a table that is empty
  await cell(page, 0).click();
  await page.keyboard.press('Delete');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.insertText('<');
  await expect(verdict(page)).toContainText('of the XML');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ControlOrMeta+z');
  await expect(status(page)).toContainText('Taken back');
  await expect.poll(() => cellsOf(page)).toBe(hex);
  expect(await xmlOf(page)).toBe(xml);
});

test('a paste outside the grid opens a message, as ever', async ({ page }) => {
  await gridAt(page, 3);
  await paste(page, '03016a0005');
  await expect(page).toHaveURL(/#c\//);
  await expect.poll(() => cellsOf(page)).toBe('03016a0005');
});
