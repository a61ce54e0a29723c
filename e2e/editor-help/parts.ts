import type { Locator, Page } from '@playwright/test';
import { editor, xmlPane } from '../support/parts.ts';

/** The rows of the list of suggestions. */
export const suggestions = (page: Page): Locator =>
  page.getByRole('listbox', { name: 'Suggest' }).getByRole('option');

/** The names in it. A row is read out as its name, then what is said of it. */
export const suggested = (page: Page): Locator => suggestions(page).locator('.label-name');

/** What is said of what the pointer, or the caret, is on. */
export const said = (page: Page): Locator => xmlPane(page).getByRole('tooltip');

/** Puts the caret at an offset of the XML text, in UTF-16 units, by keys alone. */
export async function caretAt(page: Page, text: string, offset: number): Promise<void> {
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+Home');
  const before = text.slice(0, offset).split('\n');
  for (let line = 1; line < before.length; line++) await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Home');
  await page.keyboard.press('Home'); // the first may stop behind the indentation
  const indent = /^ */.exec(text.split('\n')[before.length - 1] ?? '')?.[0].length ?? 0;
  const column = before.at(-1)?.length ?? 0;
  if (column >= indent) await page.keyboard.press('Home');
  const steps = column >= indent ? column - indent : column;
  for (let step = 0; step < steps; step++) await page.keyboard.press('ArrowRight');
}

/** Rests the pointer on a word of the XML. */
export async function rest(page: Page, word: string, nth = 0): Promise<void> {
  const words = xmlPane(page).locator('.view-lines').getByText(word, { exact: true });
  await words.nth(nth).hover({ force: true }); // what is lit under the pointer is drawn anew
}
