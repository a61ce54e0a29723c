import { expect, openPage, test } from './support/test.ts';
import { bytesPane, editor, lit, rows, verdict, xmlPane } from './support/parts.ts';

test.beforeEach(async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
});

const selectedRows = (page: Parameters<typeof rows>[0]) =>
  rows(page).and(page.locator('[aria-selected=true]'));

test('a row of the listing that is chosen is selected in the XML, and explained', async ({ page }) => {
  await rows(page).filter({ hasText: '<CollectionId>' }).click();
  await expect.poll(() => lit(page, 'selection')).toBe('<CollectionId>');
  await expect(page.getByRole('tabpanel', { name: 'This byte' })).toContainText('52 = 0101 0010');
  await expect(page.getByRole('tabpanel', { name: 'This byte' })).toContainText('Sync');
  await expect(page.getByRole('contentinfo')).toContainText('byte 24');
});

test('a row that is pointed at lights its text, and the text its row', async ({ page }) => {
  await rows(page).filter({ hasText: '<CollectionId>' }).hover();
  await expect.poll(() => lit(page, 'hover')).toBe('<CollectionId>');
  await xmlPane(page).getByText('Collections').first().hover();
  await expect(bytesPane(page).locator('[role=option].hover')).toHaveText([/<Collections>/]);
});

test('the caret in the XML selects the bytes it stands in', async ({ page }) => {
  await xmlPane(page).getByText('CollectionId').first().click();
  await expect(selectedRows(page)).toHaveText([/24.*<CollectionId>/]);
  await expect(page.getByRole('contentinfo')).toContainText('byte 24');
  await page.keyboard.press('Home');
  for (let step = 0; step < '<CollectionId>'.length; step++) await page.keyboard.press('ArrowRight');
  await expect(page.getByRole('contentinfo')).toContainText('bytes 25–27, 3 selected'); // its value
});

test('a selection inside a string is exact to the byte, both ways', async ({ page }) => {
  await page.getByRole('button', { name: 'Hex' }).click();
  const cell = (offset: number) =>
    bytesPane(page).getByRole('gridcell', { name: new RegExp(`^offset ${offset},`) });
  await cell(26).click();
  await expect.poll(() => lit(page, 'selection')).toBe('1');
  await cell(26).click();
  await page.keyboard.press('Shift+ArrowRight');
  await expect(page.getByRole('contentinfo')).toContainText('bytes 26–27, 2 selected');
});

test('a finding shows its bytes in every pane', async ({ page }) => {
  await verdict(page).getByRole('button', { name: 'Show' }).click();
  await expect(selectedRows(page)).toHaveText([/<SyncKey>/, /"1"/, /<\/SyncKey>/]);
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');
  await expect.poll(() => lit(page, 'selection')).toBe('<SyncKey>1</SyncKey>');
});

test('the hex grid is a grid: one tab stop, indices, names, keys', async ({ page }) => {
  await page.getByRole('button', { name: 'Hex' }).click();
  const grid = bytesPane(page).getByRole('grid', { name: 'Bytes as hex' });
  await expect(grid).toHaveAttribute('aria-rowcount', '3');
  await expect(grid).toHaveAttribute('aria-colcount', '17');
  await expect(grid.locator('[tabindex="0"]')).toHaveCount(1);
  const cell = grid.getByRole('gridcell', { name: 'offset 12, 4b, SyncKey tag, content follows' });
  await expect(cell).toHaveAttribute('aria-colindex', '14');
  await cell.click();
  const focused = page.locator(':focus');
  for (const [key, offset] of [
    ['ArrowRight', 13],
    ['ArrowDown', 29],
    ['Home', 16],
    ['End', 31],
    ['ControlOrMeta+End', 36],
    ['ControlOrMeta+Home', 0],
    ['PageDown', 32],
    ['ArrowLeft', 31],
    ['ArrowUp', 15],
  ] as const) {
    await page.keyboard.press(key);
    await expect(focused).toHaveAttribute('aria-label', new RegExp(`^offset ${offset},`));
  }
});

test('a byte is gone to by its offset', async ({ page }) => {
  await page.getByRole('textbox', { name: /^Go to byte/ }).fill('0x18');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toContainText('<CollectionId>');
  await page.getByRole('textbox', { name: /^Go to byte/ }).fill('37');
  await expect(page.getByRole('textbox', { name: /^Go to byte/ })).toHaveAttribute('aria-invalid', 'true');
});
