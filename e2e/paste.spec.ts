import { gzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { expect, openPage, paste, drop, test, untilItStands } from './support/test.ts';
import { openPasted, banner, hexOf, rows, SEED, SEED_XML, SHORT, verdict, xmlPane } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const pairs = SEED.match(/../g) ?? [];
const bytes = Uint8Array.from(pairs, (pair) => parseInt(pair, 16));
const dump = (line: (offset: number, row: string[]) => string): string =>
  [0, 16, 32].map((offset) => line(offset, pairs.slice(offset, offset + 16))).join('\n');

/** `hex` where it is not the 37 bytes. */
const forms: { name: string; text: string; hex?: string }[] = [
  { name: 'plain hex', text: SEED },
  { name: 'spaced hex', text: pairs.join(' ').toUpperCase() },
  { name: 'hex with colons', text: pairs.join(':') },
  { name: 'a C array', text: `unsigned char reply[] = { ${pairs.map((pair) => `0x${pair}`).join(', ')} };` },
  { name: 'a Java array', text: `byte[] b = {${[...new Int8Array(bytes)].join(', ')}};` },
  { name: 'escapes', text: `"${pairs.map((pair) => `\\x${pair}`).join('')}"` },
  {
    name: 'xxd',
    text: dump(
      (at, row) => `${at.toString(16).padStart(8, '0')}: ${row.join('').replace(/(....)/g, '$1 ')}  ...`,
    ),
  },
  {
    name: 'hexdump -C',
    text: dump(
      (at, row) =>
        `${at.toString(16).padStart(8, '0')}  ${row.slice(0, 8).join(' ')}  ${row.slice(8).join(' ')}  |....|`,
    ),
  },
  { name: 'unpadded tokens', text: pairs.map((pair) => parseInt(pair, 16).toString(16)).join(' ') },
  { name: 'base64', text: Buffer.from(bytes).toString('base64') },
  {
    name: 'a data URL',
    text: `data:application/vnd.ms-sync.wbxml;base64,${Buffer.from(bytes).toString('base64')}`,
  },
  { name: 'percent', text: pairs.map((pair) => `%${pair}`).join('') },
  { name: 'an HTTP reply', text: `HTTP/1.1 200 OK\nContent-Type: application/vnd.ms-sync.wbxml\n\n${SEED}` },
  { name: 'XML', text: SEED_XML },
  {
    name: 'XML as server logs print it',
    text: '<AirSync:Sync><AirSync:Status>1</AirSync:Status><AirSync:SyncKey>1</AirSync:SyncKey><AirSync:Collections><AirSync:Collection><AirSync:SyncKey>1</AirSync:SyncKey><AirSync:CollectionId>1</AirSync:CollectionId><AirSync:Status>1</AirSync:Status></AirSync:Collection></AirSync:Collections></AirSync:Sync>',
    hex: SEED.replace('000045', '45'),
  },
];

// Several in one page, one after the other, as a person has them: a page of its own for each takes a second.
for (const some of [forms.slice(0, 5), forms.slice(5, 10), forms.slice(10)]) {
  test(`${some.map(({ name }) => name).join(', ')}: read as the bytes they stand for`, async ({ page }) => {
    await openPage(page);
    for (const { name, text, hex = SEED } of some) {
      await test.step(name, async () => {
        const before = page.url();
        await openPasted(page, text);
        await expect(page).not.toHaveURL(before);
        await expect(page).toHaveURL(/#c\/[a-z0-9]+$/);
        expect(await hexOf(page)).toBe(hex);
        await expect(verdict(page)).toContainText('Read as:');
      });
    }
  });
}

test('a file is dropped anywhere', async ({ page }) => {
  await openPage(page);
  await drop(page, { name: 'reply.wbxml', bytes });
  await expect(page.getByRole('banner')).toContainText('reply.wbxml');
  expect(await hexOf(page)).toBe(SEED);
});

test('the text field of the paste dialog says what it reads while it is written', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Paste' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a message' });
  await expect(dialog.getByRole('button', { name: 'Read' })).toBeDisabled();
  await dialog.getByRole('textbox').fill(`${SEED}0`);
  await expect(dialog).toContainText(/column 75/i);
  await dialog.getByRole('textbox').fill(pairs.join('-'));
  await expect(dialog.getByRole('status')).toContainText('37 bytes');
  await dialog.getByRole('button', { name: 'Read' }).click();
  await expect(dialog).toHaveCount(0);
  expect(await hexOf(page)).toBe(SEED);
});

test('a digit without a partner is told by its column, and nothing is invented', async ({ page }) => {
  await openPage(page);
  await openPasted(page, `${SEED.slice(0, 72)}0`);
  await expect(verdict(page)).toContainText(/column 73/i);
  expect(await hexOf(page)).toBe(SEED.slice(0, 72));
});

test('XML that a log cut off ends where it was cut, and so it says', async ({ page }) => {
  await openPage(page);
  await openPasted(
    page,
    `10:00 reply ${SEED_XML.slice(0, SEED_XML.indexOf('</SyncKey>') + 3)}... [truncated]`,
  );
  expect(await hexOf(page)).toBe('03016a00454e033100014b033100');
  await expect(verdict(page)).toContainText('XML text that is cut off (“... [truncated]”)');
});

test('another reading can be chosen, and the first is one step back', async ({ page }) => {
  const other = SEED.replace('52033100', '52033700');
  await openPage(page);
  await openPasted(page, `${SEED}\n\nand then:\n${other}`);
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  await page.getByRole('button', { name: 'Other readings' }).click();
  await page.getByRole('menuitemradio', { checked: false }).last().click();
  await expect(page.getByRole('region', { name: 'Timeline' })).toHaveCount(0);
  expect(await hexOf(page)).toBe(other);
  await page.goBack();
  await expect(page.getByRole('region', { name: 'Timeline' })).toBeVisible();
  expect(await hexOf(page)).toBe(SEED);
});

test('a paste never loses what was there', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  await openPasted(page, SEED);
  await expect(rows(page)).toHaveCount(23);
  await page.getByRole('button', { name: 'More', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Back to what was open before' }).click();
  await expect(rows(page)).toHaveCount(13);
  await page.goForward();
  await expect(rows(page)).toHaveCount(23);
});

test('what holds no bytes is refused in words, and what was on show stays', async ({ page }) => {
  await openPage(page);
  await paste(page, 'Hello, is anybody there?');
  await expect(banner(page)).toContainText('Nothing in this text stands for bytes');
  await expect(rows(page)).toHaveCount(23);
});

test('gzip is named, and unpacked when asked', async ({ page }) => {
  await openPage(page, '#s/damaged-gzip');
  await expect(verdict(page)).toContainText('This is not WBXML: 1f 8b is gzip');
  await expect(xmlPane(page)).toContainText('no XML to show');
  await page.getByRole('button', { name: 'Unpack', exact: true }).click();
  await expect(rows(page)).toHaveCount(23);
  expect(await hexOf(page)).toBe(SEED);
});

test('gzip that is dropped is unpacked at once, and says so', async ({ page }) => {
  await openPage(page);
  await drop(page, { name: 'body.gz', bytes: new Uint8Array(gzipSync(bytes)) });
  await expect(verdict(page)).toContainText('unpacked from gzip');
  expect(await hexOf(page)).toBe(SEED);
});

test('after a reload the tab shows what it showed', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  await page.reload();
  await untilItStands(page);
  expect(await hexOf(page)).toBe(SHORT);
  await openPage(page); // the bare address, in the same tab
  expect(await hexOf(page)).toBe(SHORT);
});

test('what was pasted is told as it was then, once its bytes are others', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SEED);
  await expect(page.getByRole('banner')).toContainText('Pasted Sync, 37 bytes');
  await verdict(page)
    .getByRole('button', { name: /^Fix: / })
    .click();
  await expect(verdict(page)).toContainText('When it was pasted, read as: Hex digits: 37 bytes');
  await expect(page.getByRole('banner')).toContainText('Pasted Sync, 32 bytes');
  await page.getByRole('button', { name: 'Undo' }).click();
  await expect(verdict(page)).toContainText('Read as: Hex digits: 37 bytes');
  await expect(page.getByRole('banner')).toContainText('Pasted Sync, 37 bytes');
});

test.describe('the clipboard', () => {
  test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

  test('is read by one button of the dialog, which stands still meanwhile', async ({ page }) => {
    await openPage(page);
    await page.evaluate((text) => navigator.clipboard.writeText(text), SEED);
    await page.getByRole('button', { name: 'Paste', exact: true }).click();
    const dialog = page.getByRole('dialog');
    const before = await dialog.boundingBox();
    await dialog.getByRole('button', { name: 'Paste from the clipboard' }).click();
    await expect(dialog.getByRole('textbox')).toHaveValue(SEED);
    await expect(dialog.getByRole('status')).toContainText('37 bytes');
    expect(await dialog.boundingBox()).toEqual(before);
  });
});

test.describe('beside a field', () => {
  const pressPaste = async (page: Page, text: string) => {
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
    await page.keyboard.press('ControlOrMeta+v');
  };
  const field = (page: Page) => page.getByRole('dialog').getByRole('textbox');
  const title = (page: Page) => page.getByRole('banner');

  test.beforeEach(({ page }) => openPage(page, '#s/case-37-bytes'));

  test('what is pasted in the dialogs that ask for it goes into their field', async ({ page }) => {
    await page.getByRole('button', { name: 'Paste' }).click();
    await page.getByRole('heading', { name: 'Paste a message' }).click();
    await pressPaste(page, SHORT);
    await expect(field(page)).toHaveValue(SHORT);
    await expect(page.getByRole('dialog').getByRole('status')).toContainText('20 bytes');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Add the request…' }).click();
    await expect(field(page)).toBeFocused();
    await page.getByRole('radio', { name: 'Paste' }).focus();
    await pressPaste(page, SHORT);
    await expect(field(page)).toHaveValue(SHORT);
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(verdict(page)).toContainText('Sync request · 20 bytes');
    await expect(title(page)).toContainText('The 37 bytes');
  });

  test('another dialog makes room for what is opened, unless it is written in', async ({ page }) => {
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Names and notes…' }).click();
    await page.getByRole('heading', { name: 'Names and notes' }).click();
    await pressPaste(page, SHORT);
    await page.keyboard.press('Escape');
    await expect(title(page)).toContainText('The 37 bytes');

    await page.getByRole('button', { name: 'Samples' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await pressPaste(page, SHORT);
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(title(page)).toContainText('Pasted Sync, 20 bytes');
  });

  test('a list of choices that has the focus swallows nothing', async ({ page }) => {
    await openPage(page, '#s/zpush-14-1');
    await page.getByRole('combobox', { name: 'Show' }).focus();
    await pressPaste(page, SHORT);
    await expect(title(page)).toContainText('Pasted Sync, 20 bytes');
  });
});
