import type { FrameLocator, Page } from '@playwright/test';
import { expect, openHeldBack, openPage, test } from '../support/test.ts';

/** Shows the page in a frame of another page, as documentation does. */
async function embed(page: Page, address: string, sandbox: string): Promise<FrameLocator> {
  await page.route('**/wbxml-playground/manual', (route) =>
    route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>A manual</title>' }),
  );
  await page.goto('./manual');
  await page.evaluate(
    ([src, allowed]) => {
      const frame = document.createElement('iframe');
      frame.setAttribute('sandbox', allowed ?? '');
      frame.style.cssText = 'width: 800px; height: 420px';
      frame.src = src ?? '';
      document.body.append(frame);
    },
    [address, sandbox],
  );
  return page.frameLocator('iframe');
}

test('in a frame without storage and origin: verdict, bytes, XML, and a way to the whole page', async ({
  page,
  watch,
}) => {
  const frame = await embed(page, './?embed#s/case-37-bytes', 'allow-scripts allow-popups');
  await expect(frame.getByRole('region', { name: 'Verdict' })).toContainText('SyncKey stands directly under');
  await expect(frame.getByRole('option')).toHaveCount(23);
  await expect(frame.getByRole('region', { name: 'XML' })).toContainText('<CollectionId>1</CollectionId>');
  await expect(frame.getByRole('region', { name: 'XML' }).locator('.bad')).toContainText(
    '<SyncKey>1</SyncKey>',
  );
  await expect(frame.getByRole('button', { name: 'Fix' })).toHaveCount(0);
  await expect(frame.getByRole('button', { name: 'Share' })).toHaveCount(0);
  await frame.getByRole('button', { name: 'Show' }).click();
  await expect(frame.getByRole('option', { selected: true }).first()).toContainText('SyncKey');
  const address = page.frames()[1]?.url();
  expect(address).toMatch(/\/\?embed#s\/case-37-bytes$/); // it stands as it was written
  const [whole] = await Promise.all([
    page.context().waitForEvent('page'),
    frame.getByRole('link', { name: 'Open in the playground' }).click(),
  ]);
  await expect(whole).toHaveURL(/\/wbxml-playground\/#s\/case-37-bytes$/);
  // It is in the sandbox too, and sees at its leisure that nothing can be kept for use without a network.
  await expect.poll(() => watch.requests.some((url) => /\/keep-offline-[^/]*\.js$/.test(url))).toBe(true);
  await expect(whole.getByRole('region', { name: 'Verdict' })).toContainText('SyncKey stands');
});

test('a conversation is walked through in the frame, and the whole page opens at the same message', async ({
  page,
}) => {
  const frame = await embed(page, './?embed&view=hex#s/zpush-14-1/20', 'allow-scripts');
  await expect(frame.getByRole('grid')).toBeVisible();
  await expect(frame.getByRole('region', { name: 'XML' })).toHaveCount(0);
  await frame.getByRole('button', { name: 'Next message' }).click();
  const whole = frame.getByRole('link', { name: 'Open in the playground' });
  await expect(whole).toHaveAttribute('href', './#s/zpush-14-1/21');
  expect(page.frames()[1]?.url()).toMatch(/\/\?embed&view=hex#s\/zpush-14-1\/20$/);
});

test('a link in a frame that allows scripts alone, XML only', async ({ page }) => {
  await openPage(page, '#s/case-mail-accepted');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('dialog').getByRole('textbox').first().inputValue();
  const frame = await embed(page, `./?embed&view=xml${new URL(link).hash}`, 'allow-scripts');
  await expect(frame.getByRole('region', { name: 'XML' })).toContainText('<Sync xmlns="AirSync"');
  await expect(frame.getByRole('region', { name: 'Bytes' })).toHaveCount(0);
  await expect(frame.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute('href', /#w1\./);
});

test('what cannot be opened says so', async ({ page }) => {
  const frame = await embed(page, './?embed#s/no-such-thing', 'allow-scripts');
  await expect(frame.getByText('There is no sample “no-such-thing”.')).toBeVisible();
});

test('it says so in full in a narrow frame, too', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 400 });
  await page.goto('./?embed#s/no-such-thing');
  const said = page.getByText('There is no sample “no-such-thing”. Nothing was opened.');
  await expect(said).toBeVisible();
  expect(await said.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
});

test('an address that comes late does not take the place of the one that was asked for after it', async ({
  page,
}) => {
  const letCome = await openHeldBack(page, './?embed#s/zpush-14-1/3', /\/zpush-14-1[^/]*\.js$/);
  await page.evaluate(() => (location.hash = '#s/case-37-bytes'));
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('SyncKey stands directly under');
  await letCome();
  await page.waitForTimeout(300); // a late one would be on show by then
  await expect(verdict).toContainText('SyncKey stands directly under');
  await expect(page.getByRole('link', { name: 'Open in the playground' })).toHaveAttribute(
    'href',
    /#s\/case-37-bytes$/,
  );
});
