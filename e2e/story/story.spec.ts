import type { Locator, Page } from '@playwright/test';
import { axeInBoth, expect, openPage, test } from '../support/test.ts';
import { verdict } from '../support/parts.ts';
import { dock } from '../doctor/panels.ts';

const story = (page: Page): Locator => page.getByRole('region', { name: 'Story' });
const phone = (page: Page, name: string): Locator =>
  page.getByRole('list', { name: 'Phones' }).getByRole('listitem').filter({ hasText: name }).first();

const CHAPTERS = [
  { title: 'Three times 170 bytes', tab: 'Phones', verdict: 'The root is Contacts:Anniversary' },
  { title: '37 bytes, for ever', tab: 'Findings', verdict: 'SyncKey stands directly under Sync' },
  { title: 'The five bytes', tab: 'Phones', verdict: 'SyncKey stands directly under Sync' },
  { title: '25 bytes, like Exchange', tab: 'Checks', verdict: 'Nothing wrong found' },
  { title: 'Another folder', tab: 'Findings', verdict: 'collection' },
  { title: 'The mail that says RemoteWipe', tab: 'Findings', verdict: 'Page 14 is Provision' },
  { title: 'Mail on the phone', tab: 'Phones', verdict: 'Nothing wrong found' },
];

/** Presses Tab until this has the focus. */
async function tabTo(page: Page, wanted: Locator): Promise<void> {
  for (let i = 0; i < 60; i++) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  await expect(wanted).toBeFocused();
}

test('the story is read from 1 to 7 with the keyboard alone', async ({ page }) => {
  await openPage(page, '#s/synckey-0-loop/1');
  await expect(story(page)).toBeVisible();
  await page.keyboard.press('F6');
  await expect(story(page).getByRole('button', { name: 'Next chapter' })).toBeFocused();
  for (const [i, chapter] of CHAPTERS.entries()) {
    await expect(story(page).getByRole('status')).toContainText(`Chapter ${i + 1} of 7`);
    await expect(story(page).getByRole('heading')).toHaveText(chapter.title);
    await expect(dock(page).getByRole('tab', { selected: true })).toContainText(chapter.tab);
    await expect(verdict(page)).toContainText(chapter.verdict);
    await expect(page).toHaveURL(new RegExp(`#s/synckey-0-loop/${i + 1}$`));
    await page.keyboard.press('Enter');
  }
  await expect(story(page).getByRole('status')).toContainText('Chapter 7 of 7');
  await page.keyboard.press('{');
  await expect(story(page).getByRole('heading')).toHaveText('The mail that says RemoteWipe');
  await page.keyboard.press('}');
  await expect(story(page).getByRole('heading')).toHaveText('Mail on the phone');
});

test('the five bytes are taken out with the keyboard alone, and the story goes on', async ({ page }) => {
  await openPage(page, '#s/synckey-0-loop/3');
  await expect(phone(page, 'iPhone')).toContainText('does not take it');
  await expect(phone(page, 'Android')).toContainText('takes it');
  await expect(phone(page, 'Strict')).toContainText('does not take it');
  await tabTo(page, verdict(page).getByRole('button', { name: /^Fix/ }));
  await page.keyboard.press('Enter');
  await expect(verdict(page)).toContainText('32 bytes');
  await expect(phone(page, 'iPhone')).toContainText('It goes on with key 1.');
  await expect(phone(page, 'Strict')).toContainText('takes it');
  await expect(page).toHaveURL(/#c\//); // it is the person's own now
  await expect(story(page).getByRole('heading')).toHaveText('The five bytes');
  await page.keyboard.press('}');
  await expect(story(page).getByRole('heading')).toHaveText('25 bytes, like Exchange');
  await page.reload();
  await expect(story(page)).toBeVisible();
});

test('guess 1: without the page switch nothing changes', async ({ page }) => {
  await openPage(page, '#s/synckey-0-loop/2');
  const note = page.getByRole('listitem').filter({ hasText: 'This SWITCH_PAGE selects page 0' });
  await note.getByRole('button', { name: /^Fix/ }).click();
  await page.getByRole('button', { name: 'Apply' }).click();
  await expect(verdict(page)).toContainText('35 bytes');
  await story(page).getByRole('button', { name: 'Phones' }).click();
  await expect(phone(page, 'iPhone')).toContainText('It stays at key 0.');
  await story(page).getByText('What it proves').click();
  await expect(story(page)).toContainText('Guess 1');
});

test('guesses 3 to 5: nothing is missing, no version minds, the ids are right', async ({ page }) => {
  await openPage(page, '#s/synckey-0-loop/4');
  const checks = page.getByRole('list', { name: 'Checks' }).getByRole('listitem');
  await expect(checks.filter({ hasText: /required/ }).first()).toContainText('yes');
  await story(page).getByRole('button', { name: 'Versions' }).click();
  await expect(page.getByText('The version makes no difference')).toBeVisible();
  await story(page).getByRole('button', { name: 'Next chapter' }).click();
  await expect(verdict(page)).toContainText('“4”');
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await story(page).getByRole('button', { name: 'Phones' }).click();
  await expect(phone(page, 'iPhone')).toContainText('It goes on with key 1.');
});

test('a chapter opened cold, and one that there is none of', async ({ page }) => {
  await openPage(page, '#s/synckey-0-loop/6');
  await expect(story(page).getByRole('heading')).toHaveText('The mail that says RemoteWipe');
  await expect(page.getByRole('region', { name: 'XML', exact: true }).first()).toContainText('RemoteWipe');
  await openPage(page, '#s/synckey-0-loop/99');
  await page.reload();
  await expect(story(page).getByRole('status')).toContainText('Chapter 1 of 7');
});

test('the first page leads to the loop, whose third question says so', async ({ page }) => {
  await openPage(page);
  await expect(story(page)).toHaveCount(0);
  await page.getByRole('link', { name: 'watch the phone loop' }).click();
  await expect(story(page).getByRole('heading')).toHaveText('37 bytes, for ever');
  for (let i = 0; i < 3; i++) await page.keyboard.press(']');
  await expect(verdict(page)).toContainText('Third time the same request');
  await tabTo(page, story(page).getByText('What it proves'));
  await page.keyboard.press('Enter');
  await expect(story(page)).toContainText('Guess 1');
  await page.keyboard.press('}');
  await expect(story(page).getByRole('button', { name: 'Next chapter' })).toBeFocused();
  await page.keyboard.press('{');
  await expect(story(page).getByRole('heading')).toHaveText('37 bytes, for ever');
});

for (const { name, viewport } of [
  { name: 'wide', viewport: { width: 1440, height: 900 } },
  { name: 'narrow', viewport: { width: 375, height: 667 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('the story fits, and axe finds nothing serious', async ({ page }) => {
      await openPage(page, '#s/synckey-0-loop/3');
      await expect(verdict(page)).toContainText('SyncKey stands');
      if (name === 'narrow') await story(page).getByText('What to do').click();
      await story(page).getByText('What it proves').click();
      await story(page).getByRole('button', { name: 'Phones' }).first().click();
      await expect(phone(page, 'iPhone')).toContainText('does not take it');
      expect(await axeInBoth(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 667 } });

  test('the card stands above the verdict, and the bytes stay in view', async ({ page }) => {
    await openPage(page, '#s/synckey-0-loop/1');
    for (const [i, { title }] of CHAPTERS.entries()) {
      if (i > 0) await story(page).getByRole('button', { name: 'Next chapter' }).click();
      await expect(story(page).getByRole('heading')).toHaveText(title);
      const [card, below] = [await story(page).boundingBox(), await verdict(page).boundingBox()];
      expect((card?.y ?? 0) + (card?.height ?? 0)).toBeLessThanOrEqual((below?.y ?? 0) + 1);
      await expect(page.getByRole('option').first()).toBeInViewport();
    }
  });
});
