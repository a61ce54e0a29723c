import { fileURLToPath, pathToFileURL } from 'node:url';
import { expect, test } from '../support/test.ts';

test('opened as a file it says what to do', async ({ page, watch }) => {
  const folder = fileURLToPath(new URL('../../dist/', import.meta.url));
  await page.goto(pathToFileURL(`${folder}index.html`).href);
  await expect(page.getByText('In its folder run')).toBeVisible();
  watch.forgive(/file:|net::ERR_FAILED/); // nothing of the page can be loaded
});
