import { AxeBuilder } from '@axe-core/playwright';
import { expect } from '@playwright/test';
import type { Page } from '@playwright/test';

/**
 * Opens the page and waits until it stands.
 * @param hash the part of its address from `#` on; nothing for the first look
 */
export async function openPage(page: Page, hash = ''): Promise<void> {
  await page.goto(`./${hash}`);
  await untilItStands(page);
}

/** Waits until the page shows what it was opened with, or what the tab had: it begins with its example. */
export async function untilItStands(page: Page): Promise<void> {
  await expect(page.locator('#app > *').first()).toBeVisible();
  await expect(page.locator('main[aria-busy=true]')).toHaveCount(0);
}

/** Pastes text with nothing focused, as Ctrl+V on the page does. */
export async function paste(page: Page, text: string): Promise<void> {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true, composed: true }),
    );
  }, text);
}

/** The text that lies in the clipboard. */
export function copied(page: Page): Promise<string> {
  return page.evaluate(() => navigator.clipboard.readText());
}

/** A file that is dragged in. `type` is the MIME type the system gives it; often it knows none. */
export interface DroppedFile {
  name: string;
  bytes: Uint8Array;
  type?: string;
}

/**
 * Drops files on the page, anywhere. Fails where the page does not take them: the browser would then leave
 * the page to show the file.
 */
export async function drop(page: Page, ...files: DroppedFile[]): Promise<void> {
  const sent = files.map(({ name, bytes, type = '' }) => ({
    name,
    type,
    base64: Buffer.from(bytes).toString('base64'),
  }));
  const taken = await page.evaluate((dropped) => {
    const dataTransfer = new DataTransfer();
    for (const { name, type, base64 } of dropped) {
      const bytes = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name, { type }));
    }
    const [enter, over, drop] = ['dragenter', 'dragover', 'drop'].map((name) => {
      const event = new DragEvent(name, { dataTransfer, bubbles: true, cancelable: true, composed: true });
      document.body.dispatchEvent(event);
      return event;
    });
    return Boolean(enter && over?.defaultPrevented && drop?.defaultPrevented);
  }, sent);
  expect(taken, 'the page takes what is dropped on it').toBe(true);
}

/**
 * What axe finds that keeps people out.
 * @param within a CSS selector of the part to look at, where the rest of the page was looked at before
 * @param rules those to ask, all unless told
 * @returns a line per serious or critical violation: rule, what it asks for, where it is broken
 */
export async function axe(page: Page, within?: string, rules?: string[]): Promise<string[]> {
  // In one go, without a page of its own to gather frames, and without a report of what is right.
  const builder = new AxeBuilder({ page })
    .setLegacyMode()
    .options({ resultTypes: ['violations'], ...(rules && { runOnly: { type: 'rule', values: rules } }) });
  const { violations } = await (within === undefined ? builder : builder.include(within)).analyze();
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map((node) => node.target.join(' ')).join(', ')}`);
}

/** The same in light and in dark colours: only the contrast can differ, so that in the dark it alone is asked. */
export async function axeInBoth(page: Page, within?: string): Promise<string[]> {
  const light = await axe(page, within);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect(page.locator('html[data-theme=dark]')).toBeAttached();
  // one that another takes the place of is cancelled, which is an end as well
  await page.evaluate(() => Promise.allSettled(document.getAnimations().map(({ finished }) => finished)));
  const dark = await axe(page, within, ['color-contrast']);
  await page.emulateMedia({ colorScheme: 'light' });
  await expect(page.locator('html[data-theme=light]')).toBeAttached();
  return [...light, ...dark.map((line) => `in the dark: ${line}`)];
}

/** Holds a part of the page back. @returns lets it come */
export async function holdBack(page: Page, part: RegExp): Promise<() => void> {
  let go = (): void => undefined;
  const held = new Promise<void>((done) => (go = done));
  await page.route(part, async (route) => {
    await held;
    await route.continue();
  });
  return go;
}

/**
 * Asks for the address, and waits until the page asks for a part of it: that one is held back.
 * @returns lets it come; resolves when it is there
 */
export async function openHeldBack(page: Page, address: string, part: RegExp): Promise<() => Promise<void>> {
  const letCome = await holdBack(page, part);
  const asked = page.waitForRequest(part);
  await page.goto(address);
  await asked;
  return async () => {
    const came = page.waitForResponse(part);
    letCome();
    await came;
  };
}
