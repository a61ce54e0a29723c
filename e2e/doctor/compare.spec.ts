import type { Page } from '@playwright/test';
import { axe, expect, openPage, test } from '../support/test.ts';
import { rows, SEED, verdict } from '../support/parts.ts';
import { openPanel } from './panels.ts';

const differences = (page: Page) => page.getByRole('list', { name: 'Differences' });
const from = (page: Page) => page.getByRole('combobox', { name: 'Compare with' });
const show = (page: Page, form: 'Differences' | 'XML' | 'Bytes') =>
  page.getByRole('group', { name: 'Show as' }).getByRole('button', { name: form }).click();
const fault = (page: Page) => differences(page).getByRole('listitem').filter({ hasText: 'fault' });

async function compareTheSeed(page: Page): Promise<void> {
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Compare');
  await from(page).selectOption('exchange-sync-reply');
  await expect(fault(page)).toHaveCount(1);
}

test('the 37 bytes beside a real Exchange reply: one fault, what is harmless, and where', async ({
  page,
}) => {
  await compareTheSeed(page);
  await expect(page.getByRole('status').filter({ hasText: 'matters' })).toHaveText(
    /^1 difference matters, a fault; \d+ do not\.$/,
  );
  await expect(fault(page)).toContainText('SyncKey');
  await fault(page).getByRole('button', { name: 'bytes 12–16' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');
  await fault(page).getByRole('button', { name: 'synckey-under-sync' }).click();
  await expect(page.getByRole('article')).toBeVisible();
});

test('the form that is shown is underlined, as “Listing” and “Hex” are', async ({ page }) => {
  await compareTheSeed(page);
  const line = (group: string, name: string) =>
    page
      .getByRole('group', { name: group })
      .getByRole('button', { name, exact: true })
      .evaluate((button) => getComputedStyle(button).borderBottomColor);
  expect(await line('Show as', 'Differences')).toBe(await line('Bytes as', 'Listing'));
  expect(await line('Show as', 'XML')).toBe(await line('Bytes as', 'Hex'));
});

test('a real reply that fits is there without asking, and others can be had', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Compare');
  await expect(fault(page)).toHaveCount(1);
  await expect(from(page)).toHaveValue('exchange-sync-reply');
  const fitting = from(page).locator('optgroup[label="A Sync reply of a real server"] option');
  await expect(fitting).toHaveCount(3); // Exchange, Z-Push, SOGo
});

test('a difference is lit in the XML and in the bytes of both', async ({ page }) => {
  await compareTheSeed(page);
  await differences(page)
    .getByRole('button', { name: /SyncKey in Collection/ })
    .click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 19–23, 5 selected');

  await show(page, 'XML');
  const both = page.getByRole('region', { name: 'XML of both' });
  const lit = both.locator('.xml-selection-text'); // Monaco has no role for it
  await expect
    .poll(async () => (await lit.allTextContents()).join(''))
    .toBe('<SyncKey>1997433074</SyncKey><SyncKey>1</SyncKey>');
  await expect(both.getByRole('textbox', { name: /reference/ })).toHaveCount(1);
  await expect(both.getByRole('textbox', { name: 'XML of this message' })).toHaveCount(1);
  await expect(both.locator('.line-insert').first()).toBeVisible();
  expect(await axe(page)).toEqual([]);

  await show(page, 'Bytes');
  const side = page.getByRole('table', { name: /side by side/ });
  await expect(side.locator('[aria-current=true]')).toHaveCount(3);
  await expect(side.getByRole('row').filter({ hasText: 'only in the second' }).first()).toBeVisible();
  await page.getByRole('button', { name: 'Difference before' }).click();
  await page.getByRole('button', { name: 'Difference before' }).click();
  await expect(side.locator('[aria-current=true]').first()).toContainText('<SyncKey>');
  expect(await axe(page)).toEqual([]);
});

test('what is selected in the XML of either is selected in the bytes of the message', async ({ page }) => {
  await compareTheSeed(page);
  await show(page, 'XML');
  const both = page.getByRole('region', { name: 'XML of both' });
  const status = page.getByRole('contentinfo');
  await both.locator('.modified').getByText('CollectionId', { exact: true }).first().click();
  await expect(status).toContainText('byte 24');
  await page.keyboard.press('Home');
  await page.keyboard.press('Shift+End');
  await expect(status).toContainText('bytes 24–28, 5 selected');
  await both.locator('.original').getByText('1997433074', { exact: true }).click();
  await expect(status).toContainText('bytes 20–22, 3 selected'); // the key of this one
});

test('the comparison can be left with the keyboard', async ({ page }) => {
  await compareTheSeed(page);
  await show(page, 'XML');
  const text = page.getByRole('textbox', { name: 'XML of this message' });
  await text.focus();
  await expect(text).toBeFocused();
  await page.keyboard.press('Tab');
  await expect(text).not.toBeFocused();
});

test('what is pasted is a reference, too; what is no message is told so', async ({ page }) => {
  await openPage(page, '#s/case-25-bytes');
  await openPanel(page, 'Compare');
  await from(page).selectOption({ label: 'a message that I paste' });
  const field = page.getByRole('textbox', { name: 'Message to compare with' });
  const compare = page.locator('form').getByRole('button', { name: 'Compare' });
  await field.fill('good morning');
  await compare.click();
  await expect(
    page.getByRole('status').filter({ hasText: 'Nothing in this text stands for bytes' }),
  ).toBeVisible();
  await field.fill(SEED);
  await compare.click();
  await expect(fault(page)).toContainText('SyncKey');
  await expect(rows(page)).not.toHaveCount(0); // the message on show is still the one it was
  await expect(page).toHaveURL(/#s\/case-25-bytes$/);
});

test('any other message of the conversation is a reference; the likest comes first', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await expect(verdict(page)).toContainText('Sync');
  await openPanel(page, 'Compare');
  await from(page).selectOption({ label: 'another message of this conversation' });
  await expect(page.getByRole('combobox', { name: 'Message', exact: true })).toContainText('Sync');
  await show(page, 'Bytes');
  await expect(page.getByRole('table', { name: /side by side/ })).toBeVisible();
});

test('two large messages are compared when somebody asks for it', async ({ page }) => {
  const mail = (i: number) =>
    `<Add><ServerId>1:${i}</ServerId><ApplicationData><email:Subject>Mail ${i}</email:Subject></ApplicationData></Add>`;
  const xml = (key: number) =>
    `<Sync xmlns="AirSync" xmlns:email="Email"><Collections><Collection><SyncKey>${key}</SyncKey><CollectionId>1</CollectionId><Status>1</Status><Commands>${Array.from({ length: 34_000 }, (_, i) => mail(i)).join('')}</Commands></Collection></Collections></Sync>`;
  await openPage(page, '#s/exchange-sync-reply/2');
  await openPanel(page, 'Compare');
  await from(page).selectOption({ label: 'a message that I paste' });
  await page.getByRole('textbox', { name: 'Message to compare with' }).fill(xml(7));
  await page.locator('form').getByRole('button', { name: 'Compare' }).click();
  await expect(page.getByText(/They are large: comparing .* takes some seconds/)).toBeVisible();
  await page.getByRole('button', { name: 'Compare them' }).click();
  await expect(differences(page)).toBeVisible();
});

test.describe('narrow', () => {
  test.use({ viewport: { width: 375, height: 667 } });

  test('the XML of both stands in one column', async ({ page }) => {
    await compareTheSeed(page);
    await show(page, 'XML');
    const both = page.getByRole('region', { name: 'XML of both' });
    await expect(both.locator('.line-insert').first()).toBeVisible();
    await expect(both).toContainText('only in the reference');
    await expect(both.getByRole('textbox', { name: 'XML of this message' })).toBeAttached();
    expect(await axe(page)).toEqual([]);
  });

  test.describe('for fingers', () => {
    test.use({ hasTouch: true, isMobile: true });

    test('the lines of both are shown without the editor, and why', async ({ page }) => {
      await compareTheSeed(page);
      await show(page, 'XML');
      await expect(page.getByText(/not made for fingers/)).toBeVisible();
      const lines = page.getByRole('list', { name: 'Lines of both' });
      const inserted = lines.getByRole('listitem').filter({ hasText: 'only in this message' });
      await expect(inserted.filter({ hasText: '<Status>1</Status>' })).toHaveCount(1);
      await page.getByRole('button', { name: 'Next difference' }).click();
      await expect(page.getByText('1/5')).toBeVisible();
      expect(await axe(page)).toEqual([]);
    });
  });
});
