import type { Page } from '@playwright/test';
import { openPanel } from './doctor/panels.ts';
import { editor, SHORT } from './support/parts.ts';
import { expect, openPage, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog');

test('a dialog gives the focus back, however it is closed', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const ways = [
    () => page.keyboard.press('Escape'),
    () => dialog(page).getByRole('button', { name: 'Close' }).first().click(),
    () => page.mouse.click(5, 5), // beside it
  ];
  const share = page.getByRole('banner').getByRole('button', { name: 'Share' });
  for (const close of ways) {
    await share.click();
    await expect(dialog(page)).toBeVisible();
    await close();
    await expect(dialog(page)).toHaveCount(0);
    await expect(share).toBeFocused();
  }
  for (const close of ways) {
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+k');
    await page.getByRole('combobox', { name: 'Find a command' }).fill('settings');
    await page.keyboard.press('Enter');
    await expect(page.getByRole('dialog', { name: 'Settings' })).toBeVisible();
    await close();
    await expect(dialog(page)).toHaveCount(0);
    await expect(editor(page)).toBeFocused();
  }
});

test('a dialog that did what it was opened for gives the focus back, too', async ({ page }) => {
  await openPage(page);
  const button = page.getByRole('banner').getByRole('button', { name: 'Paste' });
  await button.click();
  await dialog(page).getByRole('textbox').fill(SHORT);
  await dialog(page).getByRole('button', { name: 'Read' }).click();
  await expect(page).toHaveURL(/#c\//);
  await expect(button).toBeFocused();
});

test('the page of a rule takes the focus of the link to it, and Back gives it back', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const heading = page.getByRole('heading', { name: 'SyncKey directly under Sync' });
  const ways = [
    {
      panel: 'Findings',
      link: page.getByRole('list', { name: 'Findings' }).getByRole('button', { name: 'Rule' }),
    },
    {
      panel: 'Compare',
      link: page.getByRole('tabpanel').getByRole('button', { name: 'synckey-under-sync' }),
    },
  ] as const;
  for (const { panel, link } of ways) {
    await openPanel(page, panel);
    await link.first().focus();
    await page.keyboard.press('Enter');
    await expect(heading).toBeFocused();
    await page.goBack();
    await expect(link.first()).toBeFocused();
  }
});

test('a rule asked for by a fault that is on leads back to both sides', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByRole('searchbox', { name: 'Search the faults' }).fill('SyncKey directly');
  await page.getByRole('checkbox').first().check();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  const rule = page.getByRole('region', { name: 'Dock' }).locator('[title="The rule it breaks"]');
  await rule.focus();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('article').getByRole('heading', { level: 3 })).toBeFocused();
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Both sides' })).toHaveAttribute('aria-selected', 'true');
  await expect(rule).toBeFocused();
});

test('the dock gives back the room that it took for a run', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const dock = page.getByRole('region', { name: 'Dock' });
  const height = async () => (await dock.boundingBox())?.height ?? 0;
  const before = await height();
  await page.getByRole('button', { name: 'Simulate' }).click();
  await page.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(page.getByRole('tab', { name: 'Both sides' })).toBeVisible();
  await expect.poll(height).toBeGreaterThan(before + 50);
  await page.goBack();
  await expect(page.getByRole('tab', { name: 'Both sides' })).toHaveCount(0);
  await expect.poll(height).toBe(before);
});

test('the tabs of the dock stay where they are, whichever is chosen', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  const tabs = page.getByRole('region', { name: 'Dock' }).getByRole('tablist');
  const top = async () => (await tabs.boundingBox())?.y;
  const before = await top();
  for (const name of ['Phones', 'Compare', 'Rule', 'Sizes', 'Findings']) {
    await tabs.getByRole('tab', { name: new RegExp(`^${name}`) }).click();
    await expect(page.getByRole('tabpanel', { name: new RegExp(`^${name}`) })).toBeVisible();
    expect(await top(), name).toBe(before);
  }
});
