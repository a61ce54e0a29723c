import type { Locator, Page } from '@playwright/test';
import { expect } from '../support/test.ts';

export const transport = (page: Page): Locator => page.getByRole('group', { name: 'Steps of the run' });
export const slider = (page: Page): Locator => transport(page).getByRole('slider', { name: 'Step' });
/** “Step n of m: what happens.” */
export const told = (page: Page): Locator => transport(page).getByRole('paragraph');
export const dialog = (page: Page): Locator => page.getByRole('dialog', { name: 'Simulate' });
export const part = (page: Page, name: string): Locator => page.getByRole('region', { name, exact: true });

/** Opens the dialog, from the bar or, where that is short, from its menu. */
export async function openDialog(page: Page): Promise<void> {
  if ((page.viewportSize()?.width ?? 0) >= 700) {
    await page.getByRole('button', { name: 'Simulate' }).click();
  } else {
    await page.getByRole('button', { name: 'More' }).click();
    await page.getByRole('menuitem', { name: 'Simulate' }).click();
  }
  await expect(dialog(page)).toBeVisible();
}

/** Runs what the dialog says. @param change sets it up first */
export async function run(page: Page, change?: (form: Locator) => Promise<void>): Promise<void> {
  await openDialog(page);
  await change?.(dialog(page));
  await dialog(page).getByRole('button', { name: 'Run' }).click();
  await expect(dialog(page)).toHaveCount(0);
  await expect(told(page)).toContainText('Step 1 of');
}

/** Goes to a step by the slider. @param step from 1 */
export const goTo = (page: Page, step: number): Promise<void> => slider(page).fill(String(step - 1));

/** The number of the last step, from 1. */
export async function lastStep(page: Page): Promise<number> {
  return Number(await slider(page).getAttribute('max')) + 1;
}
