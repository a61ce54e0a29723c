import { expect, openPage, test } from './support/test.ts';

test('the page opens under a sub-path and asks for its own files only', async ({ page, watch }) => {
  await openPage(page);
  await expect(page).toHaveTitle(/WBXML Playground/);
  await expect(page.locator('meta[http-equiv="Content-Security-Policy"]')).toHaveCount(1);
  expect(watch.requests.length).toBeGreaterThan(1);
  for (const url of watch.requests) expect(new URL(url).pathname).toMatch(/^\/wbxml-playground\//);
});
