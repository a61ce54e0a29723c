import { expect, openPage, paste, test } from './support/test.ts';

test.use({ viewport: { width: 375, height: 667 } });

test('on a phone the panes are tabs, and nothing sticks out', async ({ page }) => {
  await openPage(page);
  const tabs = page.getByRole('tablist', { name: 'Panes' });
  await expect(tabs.getByRole('tab', { name: 'Bytes' })).toHaveAttribute('aria-selected', 'true');
  await expect(page.getByRole('listbox')).toBeVisible();
  await tabs.getByRole('tab', { name: 'XML' }).click();
  await expect(page.getByRole('listbox')).toBeHidden();
  await expect(page.getByRole('tabpanel', { name: 'XML' })).toContainText('CollectionId');
  await tabs.getByRole('tab', { name: /Findings/ }).click();
  await expect(page.getByRole('tabpanel', { name: 'Findings' })).toContainText(
    'SyncKey stands directly under Sync',
  );
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(overflow).toBeLessThanOrEqual(0);
});

test('a byte is explained on a sheet that can be closed', async ({ page }) => {
  await openPage(page);
  await page.getByRole('option', { name: /<CollectionId>/ }).click();
  const sheet = page.getByRole('region', { name: 'This byte' });
  await expect(sheet).toContainText('52 = 0101 0010');
  await expect(page.getByRole('option', { name: /<CollectionId>/ })).toBeInViewport();
  await sheet.getByRole('button', { name: 'Close' }).click();
  await expect(sheet).toHaveCount(0);
});

test('text is pasted through a field', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Paste' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill('03016a0005');
  await page.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(page.getByRole('option')).toHaveCount(2);
});

test('the messages of a conversation are a tab, and walked through', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1');
  const walk = page.getByRole('group', { name: 'Messages' });
  await expect(walk).toContainText('1/');
  await walk.getByRole('button', { name: 'Next message' }).click();
  await expect(walk).toContainText('2/');
  await page.getByRole('tab', { name: 'Talk' }).click();
  await expect(page.getByRole('list', { name: 'Messages' }).getByRole('button').nth(1)).toHaveAttribute(
    'aria-current',
    'true',
  );
});

test('the tab of the messages says how many are wrong, and how badly', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1');
  const talk = page.getByRole('tab', { name: 'Talk' });
  await expect(talk).toHaveText(/^Talk\s*!\d+$/); // real servers: warnings, and no error
  const warnings = Number((await talk.innerText()).replace(/\D/g, ''));
  await talk.click();
  const list = page.getByRole('list', { name: 'Messages' });
  await expect(list.getByRole('button', { name: /warning/ })).toHaveCount(warnings);
  await openPage(page, '#s/synckey-0-loop');
  await expect(page.getByRole('tab', { name: 'Talk' })).toHaveText(/✖\d+$/);
});

test.describe('with fingers', () => {
  test.use({ hasTouch: true, isMobile: true });

  test('the error of a pasted text is one tap away, before the editor is there', async ({ page }) => {
    await openPage(page);
    await paste(page, '<Sync xmlns="AirSync">\n  <Collections>\n</Sync>');
    const verdict = page.getByRole('region', { name: 'Verdict' });
    await expect(verdict).toContainText('Line 3 of the XML');
    await verdict.getByRole('button', { name: 'Show' }).tap();
    const field = page.getByRole('textbox', { name: 'XML' });
    await expect(field).toBeFocused();
    await expect
      .poll(() =>
        field.evaluate((element: HTMLTextAreaElement) =>
          element.value.slice(element.selectionStart, element.selectionEnd),
        ),
      )
      .toBe('</Sync>');
  });
});

test('the panels of the doctor have the room of what they say themselves', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict.getByRole('button', { name: /^Fix/ })).toBeVisible();
  await page.getByRole('tab', { name: 'Findings' }).click();
  await expect(verdict).toContainText('SyncKey stands directly under Sync');
  await expect(verdict.getByRole('button', { name: /^Fix/ })).toBeHidden();
  await expect(
    page.getByRole('list', { name: 'Findings' }).getByRole('button', { name: /^Fix/ }).first(),
  ).toBeVisible();
  await page.getByRole('tab', { name: 'Bytes' }).click();
  await expect(verdict.getByRole('button', { name: /^Fix/ })).toBeVisible();
});

test('the dialog of “Read as” fits, its choices and reasons included', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Read as…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Read this message as' });
  await expect(dialog).toBeVisible();
  const width = await dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(width).toBe(0);
  for (const select of await dialog.getByRole('combobox').all()) {
    const box = await select.boundingBox();
    expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(375);
  }
});

test('the dialog of “Share” fits, redacted or not', async ({ page }) => {
  await openPage(page, '#s/case-mail-accepted');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share by a link' });
  const tooWide = () => dialog.evaluate((element) => element.scrollWidth - element.clientWidth);
  await expect(dialog).toContainText('Discord');
  expect(await tooWide()).toBe(0);
  await dialog.getByRole('checkbox', { name: /^Redact/ }).check();
  await expect(dialog.getByRole('list', { name: 'Replaced values' })).toBeVisible();
  expect(await tooWide()).toBe(0);
});

test('values deep inside a mail are read in full in the listing', async ({ page }) => {
  await openPage(page, '#s/zpush-14-1/20');
  await page.getByPlaceholder('go to').fill('221');
  await page.keyboard.press('Enter');
  const value = page.getByRole('option', { name: /"Alice Example"$/ }).first();
  await expect(value).toBeInViewport();
  const cut = await value
    .locator('.meaning')
    .evaluate((element) => element.scrollWidth - element.clientWidth);
  expect(cut).toBe(0);
});
