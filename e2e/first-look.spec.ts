import { expect, holdBack, openPage, test } from './support/test.ts';
import { editor, rows, verdict, xmlPane } from './support/parts.ts';

test('a stranger sees the 37 bytes decoded and judged, before the editor is there', async ({ page }) => {
  const letCome = await holdBack(page, /\/editor-[^/]*\.js$/);
  await openPage(page);
  await expect(page.getByText('Paste WBXML anywhere.')).toBeVisible();
  await expect(page.getByRole('link', { name: 'the bytes an iPhone refused' })).toBeVisible();
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  await expect(verdict(page)).toContainText('bytes 12–16');
  await expect(rows(page)).toHaveCount(23);
  await expect(rows(page).filter({ hasText: 'error:' })).toHaveText([/<SyncKey>/, /"1"/, /<\/SyncKey>/]);
  await expect(xmlPane(page)).toContainText('<CollectionId>1</CollectionId>');
  await expect(page.getByRole('textbox', { name: 'XML' })).toHaveCount(0);

  letCome();
  await expect(page.getByRole('textbox', { name: 'XML' })).toBeAttached();
  await expect(xmlPane(page)).toContainText('CollectionId');
});

test('the text has its colours and its place at once: when the editor comes, nothing moves', async ({
  page,
}) => {
  const letCome = await holdBack(page, /\/editor-[^/]*\.js$/);
  await openPage(page, '#s/zpush-14-1/20');
  const looks = () =>
    xmlPane(page).evaluate((pane) => {
      const words = [...pane.querySelectorAll('span')].filter(({ textContent }) =>
        /^(?:Sync|MoreAvailable|Subject)$/.test(textContent),
      );
      const places = words.map((word) => {
        const { x, y } = word.getBoundingClientRect();
        return `${word.textContent} ${Math.round(x)},${Math.round(y)} ${getComputedStyle(word).fontWeight}`;
      });
      return places.slice(0, 4); // the editor draws what is in view
    });
  await expect(xmlPane(page)).toContainText('MoreAvailable');
  const before = await looks();
  expect(before).toHaveLength(4);
  // A frame in which the editor draws names as it draws text would be seen as a flash.
  const pale = await xmlPane(page).evaluateHandle((pane) => {
    const frames: string[] = [];
    requestAnimationFrame(function look() {
      const name = [...pane.querySelectorAll('.view-line span')].find(
        (word) => word.childElementCount === 0 && word.textContent.includes('Sync'),
      );
      if (name && getComputedStyle(name).fontWeight === '400') frames.push(name.textContent);
      requestAnimationFrame(look);
    });
    return frames;
  });
  letCome();
  await expect(page.getByRole('textbox', { name: 'XML' })).toBeAttached();
  await expect.poll(looks).toEqual(before);
  await page.keyboard.press(']');
  await expect(verdict(page)).toContainText('Sync request');
  await expect(xmlPane(page).locator('.view-line').first()).toContainText('Sync');
  expect(await pale.jsonValue(), 'frames without colours').toEqual([]);
});

test('the editor is loaded when the verdict is there, or when somebody goes to the text', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => void asked.push(request.url()));
  const isAsked = () => asked.some((url) => /\/(?:editor|in-parts)-[^/]*\.js$/.test(url));
  const letCome = await holdBack(page, /\/judging-[^/]*\.js$/);
  await page.goto('.');
  await expect(xmlPane(page)).toContainText('<CollectionId>1</CollectionId>');
  await page.waitForTimeout(300);
  expect(isAsked(), 'before the verdict').toBe(false);
  await xmlPane(page).getByText('<CollectionId>1</CollectionId>').click();
  await expect.poll(isAsked).toBe(true);
  letCome();
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
});

test('it says that nothing leaves, and how', async ({ page }) => {
  await openPage(page);
  await expect(page.getByText('Nothing you paste leaves this page')).toBeVisible();
  await page.getByRole('button', { name: 'Keys and help' }).click();
  await expect(page.getByRole('dialog', { name: 'Keys and help' })).toContainText('forbids every connection');
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toHaveCount(0);
});

test('where the editor cannot be loaded the text stays, and it can be tried again', async ({
  page,
  watch,
}) => {
  watch.forgive(/net::ERR_FAILED/);
  let broken = true;
  await page.route(/\/editor-[^/]*\.js$/, (route) => (broken ? route.abort() : route.continue()));
  await openPage(page);
  await expect(xmlPane(page)).toContainText('The editor could not be loaded; the text can be read.');
  await expect(xmlPane(page)).toContainText('<CollectionId>1</CollectionId>');
  broken = false;
  await xmlPane(page).getByRole('button', { name: 'Try again' }).click();
  await expect(editor(page)).toBeAttached();
});
