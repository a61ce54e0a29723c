import type { Locator, Page } from '@playwright/test';

export type Panel = 'Findings' | 'Checks' | 'Versions' | 'Rule' | 'Sizes' | 'Other tables' | 'Compare';

/** The dock of a wide page, by its tabs. */
export const dock = (page: Page): Locator => page.getByRole('region', { name: 'Dock' });

/** Brings a panel of the doctor into view: a tab of the dock, or a choice below the tab of a phone. */
export async function openPanel(page: Page, panel: Panel): Promise<void> {
  const width = page.viewportSize()?.width ?? 0;
  if (width >= 700) {
    await dock(page).getByRole('tab', { name: panel }).click();
    return;
  }
  await page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name: 'Findings' }).click();
  await page
    .getByRole('group', { name: 'What the doctor says' })
    .getByRole('button', { name: panel })
    .click();
}

/** The finding whose text begins so. */
export const finding = (page: Page, text: string | RegExp): Locator =>
  page.getByRole('list', { name: 'Findings' }).getByRole('listitem').filter({ hasText: text });
