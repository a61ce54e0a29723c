import type { Page } from '@playwright/test';
import { expect, openPage, test } from './support/test.ts';
import { bytesPane, editor, rows, verdict, xmlPane } from './support/parts.ts';

const hex = (text: string): string => Buffer.from(text).toString('hex');
/** A mail of a Sync reply, with a body of 9 kB. */
const MAIL = `474d03${hex('5:1')}00015d00114a4b03${hex('abcdefgh '.repeat(1000))}000101000001 01`.replace(
  ' ',
  '',
);
const REPLY = { head: '03016a00455c4f4b0331000152033100014e0331000156', item: MAIL, tail: '01010101' };
/** A SendMail request with a mail of 25 MB. */
const SEND = {
  head: `03016a00001545510369640001 50c3${'8bf5f040'}`.replace(' ', ''),
  item: hex('The quick brown fox jumps over a dog.\r\n'.padStart(40)),
  tail: '0101',
};

/**
 * Drops a message that the page makes itself, of so many items: to send 25 MB to it takes longer than the test.
 * @param form the bytes themselves, or a file of text with their hex digits, which takes longer to read
 */
async function dropMade(
  page: Page,
  name: string,
  parts: typeof REPLY,
  count: number,
  form: 'bytes' | 'hex' = 'bytes',
): Promise<number> {
  return page.evaluate(
    ({ name, count, form, head, item, tail }) => {
      const of = (digits: string) => Uint8Array.from(digits.match(/../g) ?? [], (two) => parseInt(two, 16));
      const one = of(item);
      const all = new Uint8Array(one.length * count);
      for (let i = 0; i < count; i++) all.set(one, i * one.length);
      const content = form === 'hex' ? [head, item.repeat(count), tail] : [of(head), all, of(tail)];
      const file = new File(content, name);
      const dataTransfer = new DataTransfer();
      dataTransfer.items.add(file);
      for (const kind of ['dragenter', 'dragover', 'drop']) {
        document.body.dispatchEvent(
          new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
        );
      }
      return file.size;
    },
    { name, count, form, ...parts },
  );
}

const size = (bytes: number): string => `${bytes.toLocaleString('en')} bytes`;
const examined = (page: Page) => expect(verdict(page)).not.toContainText('Examining', { timeout: 30_000 });

test('5 MB open, scroll to the end and can be edited', async ({ page }) => {
  await openPage(page);
  const bytes = await dropMade(page, 'large.wbxml', REPLY, 553);
  const grid = bytesPane(page).getByRole('grid');
  const cells = bytes + 1; // one more, to write behind the last byte
  await expect(grid).toHaveAttribute('aria-rowcount', String(Math.ceil(cells / 16)), { timeout: 20_000 });
  expect(await grid.getByRole('gridcell').count()).toBeLessThan(2000);
  await page.getByRole('textbox', { name: /^Go to byte/ }).fill(String(bytes - 1));
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toHaveAttribute('aria-label', new RegExp(`^offset ${bytes - 1}, 01`));
  await page.getByRole('button', { name: 'Listing' }).click();
  await expect(rows(page).filter({ hasText: '</Sync>' })).toBeVisible();
  await examined(page);
  await expect(xmlPane(page).getByText('</Sync>')).toBeVisible({ timeout: 30_000 });
  await editor(page).focus();
  for (const key of ['Control+Home', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'End'])
    await page.keyboard.press(key);
  for (let i = 0; i < '</SyncKey>'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('7');
  await expect(verdict(page)).toContainText(size(bytes + 1));
  await expect(verdict(page)).toContainText('key 17');
});

test('a byte that is written into 5 MB is in their XML at once', async ({ page }) => {
  await openPage(page);
  await dropMade(page, 'large.wbxml', REPLY, 553);
  const key = xmlPane(page).locator('.view-line', { hasText: '<SyncKey>' });
  const isBeingWritten = () => xmlPane(page).getByText('Writing').count();
  await expect(key).toHaveCount(1, { timeout: 30_000 }); // the example before it has two
  await expect(key).toHaveText(/<SyncKey>1<.SyncKey>/);
  await bytesPane(page)
    .getByRole('gridcell', { name: /^offset 9, 31/ })
    .click();
  await page.keyboard.type('37');
  expect(await isBeingWritten()).toBe(0);
  await expect(key).toHaveText(/<SyncKey>7<.SyncKey>/);
  await page.keyboard.press('Control+z');
  expect(await isBeingWritten()).toBe(0);
  await expect(key).toHaveText(/<SyncKey>1<.SyncKey>/);
});

test('XML whose being written is cancelled is shown by elements, and written when it is asked for', async ({
  page,
}) => {
  await page.addInitScript(() => {
    const Plain = Worker;
    globalThis.Worker = class extends Plain {
      override postMessage(message: { kind?: string }, ...rest: [never]): void {
        if (message.kind !== 'print' || 'writes' in window) super.postMessage(message, ...rest);
      }
    };
  });
  await openPage(page);
  await dropMade(page, 'large.wbxml', REPLY, 553);
  await examined(page);
  await expect(xmlPane(page).getByText('Writing')).toBeVisible();
  await page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' }).click();
  await expect(xmlPane(page).getByRole('tree')).toBeVisible();
  await expect(xmlPane(page)).toContainText('it was cancelled');
  await page.evaluate(() => Object.assign(window, { writes: true }));
  await xmlPane(page).getByRole('button', { name: 'Write it whole' }).click();
  await expect(xmlPane(page).getByRole('tree')).toHaveCount(0, { timeout: 30_000 });
  await expect(xmlPane(page).locator('.view-line', { hasText: '<SyncKey>' })).toHaveCount(1, {
    timeout: 30_000,
  });
});

test('25 MB open with progress, can be cancelled, and show their head', async ({ page }) => {
  await openPage(page);
  const cancel = page.getByRole('contentinfo').getByRole('button', { name: 'Cancel' });
  await dropMade(page, 'mail.txt', SEND, 625_000, 'hex');
  await expect(page.getByRole('progressbar', { name: 'Progress' })).toBeVisible();
  await cancel.click();
  await expect(cancel).toBeHidden();
  await expect(page.getByRole('status').filter({ hasText: 'Cancelled: nothing was opened.' })).toBeVisible();
  await expect(page.getByRole('banner')).toContainText('The 37 bytes');

  await dropMade(page, 'mail.wbxml', SEND, 625_000);
  const mail = page.getByRole('treeitem', { name: /^Mime/ });
  await expect(mail).toBeVisible({ timeout: 30_000 });
  await mail.click();
  await page.keyboard.press('Enter');
  const element = page.getByRole('region', { name: 'Element' });
  await expect(element).toContainText('SendMail > Mime');
  await expect(element).toContainText('24,996,000 more bytes');
  const download = page.waitForEvent('download');
  await element.getByRole('button', { name: 'Save the value' }).click();
  expect((await download).suggestedFilename()).toBe('Mime.txt');
});

test('above 8 MB an element is found, edited alone, and brought back', async ({ page }) => {
  await openPage(page);
  const bytes = await dropMade(page, 'mails.wbxml', REPLY, 1000);
  const tree = page.getByRole('tree', { name: 'Elements of the message' });
  await expect(tree.getByRole('treeitem', { name: /^Sync 1 child/ })).toBeVisible({ timeout: 30_000 });
  const find = page.getByRole('textbox', { name: 'Name of an element' });
  await find.fill('server');
  await find.press('Enter');
  const found = tree.getByRole('treeitem', { name: /^ServerId/, selected: true });
  await expect(found).toBeVisible();
  await found.focus();
  await page.keyboard.press('Enter');
  const xml = page.getByRole('textbox', { name: 'XML of the element' });
  await expect(xml).toBeFocused({ timeout: 20_000 });
  await page.keyboard.press('Control+End');
  for (let i = 0; i < '</ServerId>'.length; i++) await page.keyboard.press('ArrowLeft');
  await page.keyboard.type('23');
  await expect(found).toContainText('5:123');
  await expect(verdict(page)).toContainText(size(bytes + 2));
  await page.keyboard.press('Control+z'); // one line of undo: the keys of the editor are the page's
  await expect(found).not.toContainText('5:123');
  await expect(verdict(page)).toContainText(size(bytes));
  await expect(page.getByRole('contentinfo')).toContainText('Taken back');
  await page.keyboard.press('Control+y');
  await expect(found).toContainText('5:123');
  await page.keyboard.press('Control+End');
  const lines = page.getByRole('region', { name: 'Element' }).locator('.view-lines');
  await page.keyboard.type('<');
  await expect(lines).toHaveText(/<$/);
  await page.keyboard.press('Control+z'); // what cannot be read is not in the message: it alone is taken back
  await expect(lines).not.toHaveText(/<$/);
  await expect(found).toContainText('5:123');
  await page.keyboard.press('Control+y');
  await expect(lines).toHaveText(/<$/);
  await page.getByRole('region', { name: 'Element' }).getByRole('button', { name: 'Close' }).click();
  await found.focus();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText(/<$/);
  await tree.getByRole('treeitem', { name: /^CollectionId/ }).click();
  await page.keyboard.press('Enter'); // another is opened over it
  await expect(lines).toHaveText(/CollectionId>$/);
  await tree
    .getByRole('treeitem', { name: /^ServerId/ })
    .filter({ hasText: '5:123' })
    .click();
  await page.keyboard.press('Enter');
  await expect(lines).toHaveText(/<$/);
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Undo/ }).click();
  await expect(found).not.toContainText('5:123');
  await expect(lines).toHaveText(/5:123.*<$/);
  await expect(page.getByRole('region', { name: 'Element' }).getByRole('alert')).toContainText('meanwhile');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Redo/ }).click();
  await expect(found).toContainText('5:123');
  await lines.click();
  await page.keyboard.press('Control+End');
  await page.keyboard.press('Backspace');
  await page.getByRole('button', { name: 'More' }).click();
  await page.getByRole('menuitem', { name: /^Undo/ }).click();
  await expect(found).not.toContainText('5:123');
  await expect(verdict(page)).toContainText(size(bytes));
});

test('10,000 exchanges open, and the timeline scrolls to the last', async ({ page }) => {
  await openPage(page);
  await page.evaluate(() => {
    const exchanges = Array.from({ length: 10_000 }, (_, i) => ({
      id: String(i + 1),
      request: { bytes: 'AwFqAEVcT0sDMQABUgM1AAETAQEBAQ==' },
      response: { bytes: 'AwFqAEVcT0sDMgABUgM1AAFOAzEAAQEBAQ==' },
    }));
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', JSON.stringify({ format: 1, title: 'Many', exchanges }));
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  });
  const timeline = page.getByRole('region', { name: 'Timeline' });
  const current = timeline.locator('[aria-current]');
  await expect(current).toBeVisible({ timeout: 30_000 });
  expect(await timeline.getByRole('button').count()).toBeLessThan(400);
  await current.focus();
  await page.keyboard.press('End');
  await expect(
    timeline.getByRole('listitem').filter({ has: page.locator('[aria-current]') }),
  ).toHaveAttribute('aria-posinset', '20000');
  await page.keyboard.press('ArrowUp');
  await expect(current).toBeFocused();
  await examined(page);
});

test('a million tokens can be scrolled to the end', async ({ page }) => {
  await openPage(page);
  await dropMade(page, 'many.wbxml', { head: '03016a0045', item: '0b', tail: '' }, 1_000_000); // empty SyncKeys
  await page.getByRole('button', { name: 'Listing' }).click();
  await page.getByRole('textbox', { name: /^Go to byte, 0 to 1000004/ }).fill('1000004');
  await page.keyboard.press('Enter');
  await expect(page.locator(':focus')).toContainText('1000004');
  await page.keyboard.press('ArrowUp');
  await expect(page.locator(':focus')).toContainText('1000003');
  await page.mouse.wheel(0, -400); // as far as it says, however coarse the scroll bar is
  await expect(rows(page).filter({ hasText: '999985' })).toBeVisible();
  await page.keyboard.press('Home');
  await expect(page.locator(':focus')).toContainText('WBXML 1.3');
});

test('the caret and what is folded stay when a byte is written and the large text is made anew', async ({
  page,
}) => {
  await openPage(page);
  await dropMade(page, 'large.wbxml', REPLY, 60); // 540 kB: the worker writes its text
  await examined(page);
  const lines = xmlPane(page).locator('.view-lines');
  await expect(lines).toContainText('5:1', { timeout: 30_000 });
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  for (let line = 1; line < 8; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('End');
  const active = xmlPane(page).locator('.active-line-number');
  const folded = xmlPane(page).locator('.codicon-folding-collapsed');
  await expect(active).toHaveText('8'); // the first <Add>
  await page.keyboard.press('ControlOrMeta+Shift+BracketLeft');
  await expect(folded).toHaveCount(1);

  await page.getByRole('textbox', { name: /^Go to byte/ }).fill('19'); // the “1” of Status
  await page.keyboard.press('Enter');
  await page.keyboard.type('32');
  await expect(lines).toContainText('<Status>2</Status>', { timeout: 30_000 });
  await expect(folded).toHaveCount(1);
  await editor(page).focus();
  await expect(active).toHaveText('8');
  await page.keyboard.type('<!---->'); // and one can go on writing there
  await expect(lines).toContainText('<Add><!---->');
});
