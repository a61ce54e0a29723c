import { axe, expect, openPage, test } from '../support/test.ts';
import { dialog, openDialog, part, run, told, transport } from './parts.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 375, height: 667 };
const LOOKS = [
  { name: 'wide, light', viewport: WIDE, colorScheme: 'light' as const },
  { name: 'wide, dark', viewport: WIDE, colorScheme: 'dark' as const },
  { name: 'narrow, light', viewport: NARROW, colorScheme: 'light' as const },
  { name: 'narrow, dark', viewport: NARROW, colorScheme: 'dark' as const },
];

for (const { name, viewport, colorScheme } of LOOKS) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('axe finds nothing serious in a run, and nothing sticks out', async ({ page }) => {
      await openPage(page);
      await run(page, (form) => form.getByRole('checkbox', { name: /^CollectionId is always 1/ }).check());
      await transport(page).getByRole('button', { name: 'Last step' }).click();
      await expect(told(page)).toContainText('The phone does not go on from it');
      if (viewport === NARROW) {
        await page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name: 'Findings' }).click();
        await page.getByRole('button', { name: 'Both sides' }).click();
      }
      await expect(part(page, 'Mailboxes')).toBeVisible();
      expect(await axe(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

for (const { name, viewport, colorScheme } of LOOKS.slice(1, 3)) {
  test.describe(name, () => {
    test.use({ viewport, colorScheme });

    test('axe finds nothing serious in the dialog', async ({ page }) => {
      await openPage(page);
      await openDialog(page);
      await expect(dialog(page).getByRole('list', { name: 'Faults' })).toBeVisible();
      expect(await axe(page), 'watch a phone').toEqual([]);
      await dialog(page).getByRole('tab', { name: 'Be the phone' }).click();
      expect(await axe(page), 'be the phone').toEqual([]);
    });
  });
}
