import { expect } from '@playwright/test';
import type { Locator, Page } from '@playwright/test';
import { paste } from './actions.ts';

/** The 37 bytes of the case this project starts from. */
export const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';
/** A first Sync request: 20 bytes, 13 rows. */
export const SHORT = '03016a00455c4f4b033000015203310001010101';
/** The 37 bytes as XML. */
export const SEED_XML = `<?wbxml switch-page="0"?>
<Sync xmlns="AirSync">
  <Status>1</Status>
  <SyncKey>1</SyncKey>
  <Collections>
    <Collection>
      <SyncKey>1</SyncKey>
      <CollectionId>1</CollectionId>
      <Status>1</Status>
    </Collection>
  </Collections>
</Sync>`;

export const bytesPane = (page: Page): Locator => page.getByRole('region', { name: 'Bytes' });
export const xmlPane = (page: Page): Locator =>
  page.getByRole('region', { name: 'XML', exact: true }).first();
export const verdict = (page: Page): Locator => page.getByRole('region', { name: 'Verdict' });
/** What the page wants to be read before going on. */
export const banner = (page: Page): Locator => page.getByRole('alert', { name: 'Message of the page' });
export const rows = (page: Page): Locator => bytesPane(page).getByRole('option');
export const editor = (page: Page): Locator => xmlPane(page).getByRole('textbox', { name: 'XML' });

/** What a menu of a pane puts on the clipboard; needs the permissions `clipboard-read` and `clipboard-write`. */
export async function copied(
  page: Page,
  menu: 'Copy bytes' | 'Copy and save',
  item: string,
): Promise<string> {
  await page.evaluate(() => navigator.clipboard.writeText(''));
  await page.getByRole('button', { name: menu }).click();
  await page.getByRole('menuitem', { name: item, exact: true }).click();
  await expect.poll(() => page.evaluate(() => navigator.clipboard.readText())).not.toBe('');
  return page.evaluate(() => navigator.clipboard.readText());
}

/** The bytes on show, as hex. */
export const hexOf = (page: Page): Promise<string> => copied(page, 'Copy bytes', 'Hex');
/** The whole XML text on show. */
export const xmlOf = (page: Page): Promise<string> => copied(page, 'Copy and save', 'XML');

/** The grid of bytes. */
export const grid = (page: Page): Locator => bytesPane(page).getByRole('grid', { name: 'Bytes as hex' });

/**
 * The bytes in the grid, as hex; of a message whose rows are all in view. The focus stays where it is. A row is drawn as
 * text first, and as cells soon.
 */
export const cellsOf = (page: Page): Promise<string> =>
  grid(page).evaluate((element) =>
    [...element.querySelectorAll<HTMLElement>('[data-offset]:not([data-text])')]
      .sort((a, b) => Number(a.dataset['offset']) - Number(b.dataset['offset']))
      .map(({ textContent }) => textContent.replaceAll(' ', ''))
      .filter((digits) => !digits.startsWith('·')) // where one can go on writing
      .join(''),
  );

/** Pastes text where the focus is. */
export const pasteThere = (page: Page, text: string): Promise<void> =>
  page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);

/** Pastes a message with nothing focused, and waits until it is on show under an address of its own. */
export async function openPasted(page: Page, text: string): Promise<void> {
  const before = page.url();
  await paste(page, text);
  await expect(page).not.toHaveURL(before);
  await expect(page).toHaveURL(/#c\/[a-z0-9]+$/);
}

/** Pastes a text in the place of all that the editor holds. Typed text would be indented as one types. */
export async function writeXml(page: Page, text: string): Promise<void> {
  await page.evaluate((written) => navigator.clipboard.writeText(written), text);
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.press('ControlOrMeta+v');
}

/** The text that is lit in the editor; it draws no spaces but no-break ones. */
export async function lit(page: Page, kind: 'selection' | 'hover'): Promise<string> {
  const parts = await xmlPane(page).locator(`.xml-${kind}-text`).allTextContents();
  return parts.join('').replaceAll('\u00a0', ' ');
}
