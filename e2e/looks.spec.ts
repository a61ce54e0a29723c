import { axeInBoth, expect, openPage, test } from './support/test.ts';
import { editor, verdict } from './support/parts.ts';

test('axe finds nothing serious on the page, in either view', async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
  expect(await axeInBoth(page)).toEqual([]);
  await page.getByRole('button', { name: 'Hex' }).click();
  await page.getByRole('tab', { name: 'This byte' }).click();
  await expect(page.getByRole('tabpanel', { name: 'This byte' })).toContainText('WAP-192');
  expect(await axeInBoth(page)).toEqual([]);
});

for (const name of ['Paste', 'Samples', 'Share', 'Keys and help', 'Read as']) {
  test(`nor in the dialog of “${name}”`, async ({ page }) => {
    await openPage(page);
    await page.getByRole('button', { name }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    expect(await axeInBoth(page, 'dialog')).toEqual([]);
  });
}

test('the theme follows the system until it is chosen, and is kept', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  await openPage(page);
  const theme = () => page.evaluate(() => document.documentElement.dataset['theme']);
  expect(await theme()).toBe('dark');
  await page.getByRole('button', { name: 'Light colours' }).click();
  expect(await theme()).toBe('light');
  await page.reload();
  expect(await theme()).toBe('light');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light'); // what equals the system's choice follows it again
});

test('nothing moves where motion is not wanted', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openPage(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll('*')]
      .filter((element) => {
        const { transitionDuration, animationDuration } = getComputedStyle(element);
        return [transitionDuration, animationDuration].some((time) =>
          time.split(',').some((part) => parseFloat(part) > 0),
        );
      })
      .map(({ className }) => String(className)),
  );
  expect(moving).toEqual([]);
});

test('the page works where the browser keeps nothing', async ({ page }) => {
  await page.addInitScript(() => {
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      Object.defineProperty(window, name, {
        get() {
          throw new DOMException('refused', 'SecurityError');
        },
      });
    }
  });
  await openPage(page);
  await expect(verdict(page)).toContainText('SyncKey');
  await page.getByRole('button', { name: 'Dark colours' }).click();
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(page.getByRole('alert', { name: 'Not saved' })).toContainText('keeps nothing');
});
