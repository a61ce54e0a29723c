import type { Page } from '@playwright/test';
import { openPasted } from './support/parts.ts';
import { axeInBoth, expect, openPage, test } from './support/test.ts';

const REQUEST = 'AwFqAEVcT0sDMQABUgM1AAETAQEBAQ==';
const REPLY = 'AwFqAEVcT0sDMgABUgM1AAFOAzEAAQEBAQ==';

/** A conversation of so many Syncs, of which each fifth is answered with 500. */
function syncs(count: number): string {
  const exchanges = Array.from({ length: count }, (_, i) => ({
    id: String(i + 1),
    ...(i === 2 && { name: 'The odd one' }),
    request: {
      bytes: REQUEST,
      http: {
        method: 'POST',
        url: '/Microsoft-Server-ActiveSync?User=u&DeviceId=D&DeviceType=iPhone&Cmd=Sync',
      },
    },
    response: i % 5 === 4 ? { bytes: '', http: { status: 500 } } : { bytes: REPLY, http: { status: 200 } },
  }));
  return JSON.stringify({ format: 1, title: 'Many', exchanges });
}

const timeline = (page: Page) => page.locator('#panel-talk');
const field = (page: Page) => page.getByRole('searchbox', { name: 'Find exchanges' });
const choice = (page: Page) => page.getByRole('combobox', { name: 'Show' });
const count = (page: Page) => page.getByRole('search').getByRole('status');
const list = (page: Page) => timeline(page).getByRole('listitem');
const current = (page: Page) => timeline(page).locator('[aria-current]');

test('the failing requests of 250 are found, and walked with keys', async ({ page }) => {
  await openPage(page);
  await openPasted(page, syncs(250));
  await expect(count(page)).toHaveText('250');
  await choice(page).selectOption({ label: 'Not HTTP 200 (50)' });
  await expect(count(page)).toHaveText('50 of 250');
  await expect(list(page)).toHaveCount(100);
  await expect(list(page).nth(1)).toContainText('500');
  await expect(list(page).first()).toContainText(/^5/);

  await page.keyboard.press('/');
  await expect(field(page)).toBeFocused();
  await page.keyboard.press('ArrowDown'); // the message on show is not among them: the first one is
  await expect(current(page)).toBeFocused();
  await expect(current(page)).toContainText(/^5/);
  await page.keyboard.press('ArrowDown');
  await expect(current(page)).toContainText('500');
  await page.keyboard.press(']');
  await expect(current(page)).toContainText(/^10/);
  await page.keyboard.press('[');
  await expect(current(page)).toContainText('500');
  await page.keyboard.press('End');
  await expect(list(page).filter({ has: page.locator('[aria-current]') })).toHaveAttribute(
    'aria-posinset',
    '100',
  );
  expect(await axeInBoth(page, '#panel-talk')).toEqual([]);

  await field(page).fill('no such thing');
  await expect(count(page)).toHaveText('0 of 250');
  await timeline(page).getByRole('button', { name: 'Show all' }).click();
  await expect(current(page)).toBeFocused();
  await expect(count(page)).toHaveText('250');
  await expect(field(page)).toHaveValue('');
  await field(page).fill('odd');
  await expect(count(page)).toHaveText('1 of 250');
  await page.keyboard.press('Escape');
  await expect(count(page)).toHaveText('250');
});

test('what the timeline lists stays so when all of its messages are changed', async ({ page }) => {
  await openPage(page);
  await openPasted(page, syncs(12));
  await field(page).fill('500');
  await expect(count(page)).toHaveText('2 of 12');
  await page.getByRole('button', { name: 'Read as' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Protocol version' }).selectOption('16.0');
  await dialog.getByRole('combobox', { name: 'For' }).selectOption('the whole conversation');
  await dialog.getByRole('button', { name: 'Read', exact: true }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('region', { name: 'Verdict' })).toContainText('version 16.0');
  await expect(count(page)).toHaveText('2 of 12');
});

test('a short conversation has no filter, and another one begins with all of its own', async ({ page }) => {
  await openPage(page);
  await openPasted(page, syncs(12));
  await field(page).fill('500');
  await expect(count(page)).toHaveText('2 of 12');
  await openPasted(page, syncs(11));
  await expect(count(page)).toHaveText('11');
  await openPasted(page, syncs(3));
  await expect(list(page)).toHaveCount(6);
  await expect(field(page)).toHaveCount(0);
});

for (const width of [1440, 1024])
  test(`the menu of the current row hides nothing of it in a window of ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 768 });
    await openPage(page, '#s/zpush-14-1/4'); // answered with 449
    const menu = await timeline(page).getByRole('button', { name: 'Message menu' }).boundingBox();
    const words = current(page).locator('.title, .status');
    const boxes = await words.evaluateAll((all) =>
      all
        .filter((one) => one.checkVisibility())
        .map((one) => one.getBoundingClientRect().toJSON() as DOMRect),
    );
    expect(boxes[0]?.width).toBeGreaterThan(30);
    for (const { right } of boxes) expect(right).toBeLessThanOrEqual(menu?.x ?? 0);
  });

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

  test('the filter has its room, and the arrows above walk what it shows', async ({ page }) => {
    await openPage(page);
    await openPasted(page, syncs(12));
    await page.getByRole('tab', { name: /^Talk/ }).tap();
    await choice(page).selectOption({ label: 'Not HTTP 200 (2)' });
    await expect(count(page)).toHaveText('2 of 12');
    for (const part of [field(page), choice(page), count(page)]) {
      const box = await part.boundingBox();
      expect(box?.x).toBeGreaterThanOrEqual(0);
      expect((box?.x ?? 0) + (box?.width ?? 999)).toBeLessThanOrEqual(375);
    }
    await page.getByRole('button', { name: 'Next message' }).tap();
    await expect(current(page)).toContainText(/^5/);
  });
});

test('what the timeline lists is shared alone, or the exchange on show', async ({ page, browser }) => {
  await openPage(page);
  await openPasted(page, syncs(20));
  await choice(page).selectOption({ label: 'Not HTTP 200 (4)' });
  await list(page).nth(2).click();
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share by a link' });
  const link = dialog.getByRole('textbox', { name: 'Link' });
  await expect(dialog.getByRole('radio', { name: 'All 20 exchanges' })).toBeChecked();
  await dialog.getByRole('radio', { name: 'The 4 that the timeline lists' }).check();
  const four = await link.inputValue();
  await dialog.getByRole('radio', { name: 'The exchange on show' }).check();
  await expect(link).not.toHaveValue(four);
  const one = await link.inputValue();

  const fresh = await (await browser.newContext()).newPage();
  await fresh.goto(four);
  await expect(list(fresh)).toHaveCount(8);
  await expect(current(fresh)).toContainText(/^2/);
  await fresh.goto('about:blank');
  await fresh.goto(one);
  await expect(list(fresh)).toHaveCount(2);
  await expect(list(fresh).nth(1)).toContainText('500');
});
