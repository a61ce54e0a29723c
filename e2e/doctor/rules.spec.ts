import { expect, openPage, test } from '../support/test.ts';
import { hexOf, rows, SEED, verdict } from '../support/parts.ts';
import { openPanel } from './panels.ts';

const article = { name: 'SyncKey directly under Sync' };

test('a rule page opens cold, beside the example', async ({ page }) => {
  await openPage(page, '#rule/synckey-under-sync');
  const rule = page.getByRole('article', article);
  await expect(rule).toContainText('A document demands it (MUST)');
  await expect(rule).toContainText('iPhone: discards the reply and asks again with key 0 (reported)');
  await expect(rule).toContainText('D1');
  await expect(rule.getByRole('region', { name: 'Wrong example' })).toContainText(/wrong: ?4b/);
  await expect(rows(page).filter({ hasText: '<SyncKey>' })).toHaveCount(2);
});

test('its examples open in place, and Back leads to the page and to what was on show', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await openPanel(page, 'Rule');
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('synckey directly');
  await page.getByRole('link', article).click();
  await expect(page).toHaveURL(/#rule\/synckey-under-sync$/);
  await page.getByRole('button', { name: 'Open the right example' }).click();
  await expect(page).toHaveURL(/#c\//);
  await expect(verdict(page)).toContainText('Nothing wrong found');
  await expect(page.getByRole('article', article)).toBeVisible();

  await page.goBack();
  await expect(page).toHaveURL(/#rule\/synckey-under-sync$/);
  await expect(page.getByRole('article', article)).toBeVisible();
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  expect(await hexOf(page)).toBe(SEED);

  await page.goBack();
  await page.goBack();
  await expect(page).toHaveURL(/#s\/case-37-bytes$/);
  await expect(page.getByRole('article', article)).toHaveCount(0);
});

test('the list of all rules is searched, and grouped by what they look at', async ({ page }) => {
  await openPage(page, '#rule/');
  const list = page.getByRole('list', { name: 'About one message' });
  await expect(list).toBeVisible();
  const all = await list.getByRole('listitem').count();
  expect(all).toBeGreaterThan(20);
  await page.getByRole('searchbox', { name: 'Search the rules' }).fill('MoreAvailable');
  await expect.poll(() => list.getByRole('listitem').count()).toBeLessThan(all);
  await expect(list.getByRole('listitem').first()).toBeVisible();
});

test('a rule that is not there is told, with those that may be meant', async ({ page }) => {
  await openPage(page, '#rule/synckey-under-snyc');
  await expect(page.getByText('There is no rule “synckey-under-snyc”.')).toBeVisible();
  await page.getByRole('link', { name: 'synckey-under-sync', exact: true }).first().click();
  await expect(page.getByRole('article', article)).toBeVisible();
});

test('a reload at a rule page keeps the message beside it', async ({ page }) => {
  await openPage(page, '#s/case-first-mail');
  await expect(verdict(page)).toContainText('203 bytes');
  await page.evaluate(() => (location.hash = '#rule/wrong-order'));
  await expect(page.getByRole('article')).toBeVisible();
  await page.reload();
  await expect(page.getByRole('article')).toBeVisible();
  await expect(verdict(page)).toContainText('203 bytes');
});
