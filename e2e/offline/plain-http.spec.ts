import { expect, openPage, test as base } from '../support/test.ts';
import { SHORT, openPasted } from '../support/parts.ts';

/** The page from plain http, from another machine as far as the browser knows. */
const test = base.extend({
  baseURL: ({ baseURL }, use) => use((baseURL ?? '').replace('127.0.0.1', 'plain.test')),
  permissions: [],
});

test('where there is no clipboard the old way copies, and else the text is there to be copied', async ({
  page,
}) => {
  await openPage(page);
  expect(await page.evaluate(() => [isSecureContext, 'clipboard' in navigator])).toEqual([false, false]);
  await openPasted(page, SHORT);
  const copyHex = async () => {
    await page.getByRole('button', { name: 'Copy bytes' }).click();
    await page.getByRole('menuitem', { name: 'Hex', exact: true }).click();
  };
  await copyHex();
  await expect(page.getByRole('status').last()).toContainText('copied');
  await page.evaluate(() => Reflect.set(document, 'execCommand', () => false));
  await copyHex();
  const byHand = page.getByRole('dialog', { name: 'Copy by hand' });
  await expect(byHand.getByRole('textbox')).toHaveValue(SHORT);
  await expect(byHand.getByRole('textbox')).toBeFocused();
});
