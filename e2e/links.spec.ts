import { expect, openHeldBack, openPage, test } from './support/test.ts';
import { openPasted, banner, hexOf, rows, SEED, SHORT, verdict } from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test('a sample link opens cold', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  expect(await hexOf(page)).toBe(SEED);
});

test('the gallery opens a sample, and Back leads out of it', async ({ page }) => {
  await openPage(page);
  await page.getByRole('button', { name: 'Samples' }).click();
  const dialog = page.getByRole('dialog', { name: 'Samples' });
  await dialog.getByRole('link').nth(1).click();
  await expect(dialog).toHaveCount(0);
  await expect(page).toHaveURL(/#s\//);
  await page.goBack();
  await expect(page).not.toHaveURL(/#s\//);
  expect(await hexOf(page)).toBe(SEED);
});

test('a shared link gives the same bytes in a fresh context, and no address held them before', async ({
  page,
  browser,
  watch,
}) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await page.getByRole('option', { name: /<CollectionId>/ }).click();
  expect(page.url()).not.toContain('#w');
  await page.getByRole('button', { name: 'Share' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share by a link' });
  await expect(dialog).toContainText('characters. Fits:');
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(page.getByRole('status').last()).toContainText('Link copied');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(/#w1\.[A-Za-z0-9._/-]+$/);
  expect(page.url()).not.toContain('#w'); // it is copied, not gone to

  const context = await browser.newContext({ permissions: ['clipboard-read', 'clipboard-write'] });
  const fresh = await context.newPage();
  await fresh.goto(link);
  await expect(rows(fresh)).toHaveCount(13);
  expect(await hexOf(fresh)).toBe(SHORT);
  await expect(fresh.getByRole('contentinfo')).toContainText('byte 12'); // what was selected is selected
  await watch.settle();
  await context.close();
});

test('the share dialog says what personal it holds', async ({ page }) => {
  await openPage(page);
  const hex = Buffer.from('alice@example.test').toString('hex');
  await openPasted(page, `03016a00455c4f4b033100015603${hex}00010101` + '01');
  await page.getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog')).toContainText(/It holds .*1 address/);
});

for (const { name, hash, says } of [
  { name: 'cut', hash: '#w1.AFt7', says: /link/i },
  { name: 'too new', hash: '#w2.AAAA', says: /newer/ },
  { name: 'foreign', hash: '#pako:eNo', says: /knows no address/ },
  { name: 'with an odd character', hash: '#w1.AA%20A', says: /damaged/ },
  { name: 'to no sample', hash: '#s/no-such-sample', says: /no sample/ },
  { name: 'to another browser', hash: '#c/abc123', says: /another browser/ },
]) {
  test(`a link that is ${name} is told, and overwrites nothing`, async ({ page }) => {
    await openPage(page);
    await openPasted(page, SHORT);
    await expect(rows(page)).toHaveCount(13);
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(banner(page)).toContainText(says);
    await expect(rows(page)).toHaveCount(13);
  });
}

test('a damaged link opened cold leaves the example, and can be closed', async ({ page }) => {
  await openPage(page, '#w1.AFt7');
  await expect(banner(page)).toBeVisible();
  await expect(rows(page)).toHaveCount(23);
  await page.getByRole('button', { name: 'Close this message' }).click();
  await expect(banner(page)).toHaveCount(0);
});

test('a damaged link opened where something was on show says that this is on show, and not what it names', async ({
  page,
}) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await expect(rows(page)).toHaveCount(13);
  await page.evaluate(() => history.replaceState(null, '', '#w1.AFt7'));
  await page.reload();
  await expect(rows(page)).toHaveCount(13);
  await expect(banner(page)).toContainText('On show is what this tab had before.');
  await expect(banner(page)).toContainText(/link/i);
});

test('a sample that comes late does not take the place of what was pasted meanwhile', async ({ page }) => {
  const letCome = await openHeldBack(page, './#s/zpush-14-1/3', /\/zpush-14-1[^/]*\.js$/);
  await openPasted(page, SHORT);
  const address = page.url();
  await letCome();
  await expect(page.locator('main[aria-busy=true]')).toHaveCount(0);
  await page.waitForTimeout(300); // a late one would be on show by then
  expect(await hexOf(page)).toBe(SHORT);
  expect(page.url()).toBe(address);
});

test('a sample that is about a reply opens at it, and its note goes with its bytes', async ({ page }) => {
  await openPage(page);
  await page.getByRole('link', { name: 'a real Exchange reply' }).click();
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('Sync reply');
  await expect(verdict).toContainText('34 bytes: SyncKey');
  await page.keyboard.press('p');
  await expect(verdict).toContainText('Sync request');
  await expect(page).toHaveURL(/#s\/exchange-sync-reply\/1$/);
  await page.keyboard.press('p');
  await expect(page).toHaveURL(/#s\/exchange-sync-reply$/);
  await page.getByRole('option', { name: /"/ }).first().click();
  await page.keyboard.press('Delete');
  await expect(verdict).not.toContainText('34 bytes');
});

test('what a sample says gives its room to a way back to it: nothing moves at the first edit', async ({
  page,
}) => {
  await openPage(page, '#s/exchange-sync-reply');
  const verdict = page.getByRole('region', { name: 'Verdict' });
  await expect(verdict).toContainText('34 bytes: SyncKey');
  const pane = page.getByRole('region', { name: 'Bytes' });
  const top = async () => (await pane.boundingBox())?.y;
  const before = await top();
  await page.getByRole('option', { name: /"/ }).first().click();
  await page.keyboard.press('Delete');
  await expect(verdict).toContainText('not the bytes of the sample any more');
  expect(await top()).toBe(before);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(verdict).toContainText('34 bytes: SyncKey');
  await expect(verdict).not.toContainText('any more');
  expect(await top()).toBe(before);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await verdict.getByRole('link', { name: 'Open the sample again' }).click();
  await expect(page).toHaveURL(/#s\/exchange-sync-reply$/);
  await expect(verdict).toContainText('34 bytes: SyncKey');
});

test('the loop of the phone is what its link opens', async ({ page }) => {
  await openPage(page);
  await page.getByRole('link', { name: 'watch the phone loop' }).click();
  await expect(page.getByRole('region', { name: 'Story' })).toContainText('37 bytes, for ever');
});
