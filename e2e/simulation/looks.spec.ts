import { axeInBoth, expect, openPage, test } from '../support/test.ts';
import { dialog, openDialog, part, run, told, transport } from './parts.ts';

const WIDE = { width: 1440, height: 900 };
const NARROW = { width: 375, height: 667 };
const SIZES = [
  { name: 'wide', viewport: WIDE },
  { name: 'narrow', viewport: NARROW },
];

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

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
      expect(await axeInBoth(page)).toEqual([]);
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(overflow).toBeLessThanOrEqual(0);
    });
  });
}

for (const { name, viewport } of SIZES) {
  test.describe(name, () => {
    test.use({ viewport });

    test('axe finds nothing serious in the dialog', async ({ page }) => {
      await openPage(page);
      await openDialog(page);
      await expect(dialog(page).getByRole('list', { name: 'Faults' })).toBeVisible();
      expect(await axeInBoth(page, 'dialog'), 'watch a phone').toEqual([]);
      await dialog(page).getByRole('tab', { name: 'Be the phone' }).click();
      expect(await axeInBoth(page, 'dialog'), 'be the phone').toEqual([]);
    });
  });
}
