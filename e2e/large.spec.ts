import { drop, expect, openPage, test } from './support/test.ts';
import { bytesPane, rows } from './support/parts.ts';

/** A Sync reply of so many bytes: items with a body each. */
function largeReply(size: number): Uint8Array {
  const item = [
    0x47,
    0x4d,
    3,
    ...Buffer.from('5:1'),
    0,
    1,
    0x5d,
    0,
    0x11,
    0x4a,
    0x4b,
    3,
    ...Buffer.alloc(9000, 'abcdefgh '),
    0,
    1,
    1,
    0,
    0,
    1,
    1,
  ];
  const head = [
    3, 1, 0x6a, 0, 0x45, 0x5c, 0x4f, 0x4b, 3, 0x31, 0, 1, 0x52, 3, 0x31, 0, 1, 0x4e, 3, 0x31, 0, 1, 0x56,
  ];
  const count = Math.ceil((size - head.length) / item.length);
  return Uint8Array.from([...head, ...Array<number[]>(count).fill(item).flat(), 1, 1, 1, 1]);
}

test('5 MB open, scroll and stay in reach', async ({ page }) => {
  const bytes = largeReply(5_000_000);
  await openPage(page);
  await drop(page, { name: 'large.wbxml', bytes });
  const grid = bytesPane(page).getByRole('grid');
  await expect(grid).toHaveAttribute('aria-rowcount', String(Math.ceil(bytes.length / 16)));
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(2000);
  await page.getByRole('textbox', { name: /^Go to byte/ }).fill(String(bytes.length - 1));
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute(
    'aria-label',
    new RegExp(`^offset ${bytes.length - 1}, 01`),
  );
  await page.getByRole('button', { name: 'Listing' }).click();
  await expect(rows(page).filter({ hasText: '</Sync>' })).toBeVisible();
  await expect(page.getByRole('region', { name: 'Verdict' })).not.toContainText('Examining', {
    timeout: 20_000,
  });
});

test('a million tokens can be scrolled to the end', async ({ page }) => {
  const bytes = new Uint8Array(1_000_005).fill(0x0b); // empty SyncKeys, one behind the other
  bytes.set([3, 1, 0x6a, 0, 0x45]);
  await openPage(page);
  await drop(page, { name: 'many.wbxml', bytes });
  await page.getByRole('button', { name: 'Listing' }).click();
  await page.getByRole('textbox', { name: /^Go to byte, 0 to 1000004/ }).fill('1000004');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toContainText('1000004');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toContainText('1000003');
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toContainText('WBXML 1.3');
});
