import { expect, openPage, paste, test } from './support/test.ts';
import { SEED, verdict, xmlPane } from './support/parts.ts';

/** Controls that a finger is meant to hit; words in a line of text are links and no targets. */
const TARGETS = 'button:not(.link), select, input:not([type=checkbox], [type=radio], [type=file]), summary';

for (const { name, viewport } of [
  { name: 'at 400 %', viewport: { width: 320, height: 256 } },
  { name: 'on a phone on its side', viewport: { width: 667, height: 375 } },
  { name: 'at 200 %', viewport: { width: 720, height: 450 } },
]) {
  test.describe(name, () => {
    test.use({ viewport });

    test('the page scrolls down to the bytes and what is below them, and never to the side', async ({
      page,
    }) => {
      await openPage(page, '#s/zpush-14-1/20');
      await expect(verdict(page)).toContainText('Nothing wrong found');
      const box = await page.getByRole('listbox').boundingBox();
      expect(box?.height).toBeGreaterThan(100);
      await page.mouse.move(viewport.width / 2, 60); // over the verdict, where nothing scrolls by itself
      await page.mouse.wheel(0, 2000);
      await expect(page.getByRole('contentinfo')).toBeInViewport();
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(wide).toBeLessThanOrEqual(0);
    });
  });
}

test.describe('on a tablet', () => {
  test.use({ viewport: { width: 720, height: 900 } });

  test('the dock can be closed beside a timeline: its tabs scroll', async ({ page }) => {
    await openPage(page, '#s/zpush-14-1/20');
    const close = page.getByRole('button', { name: 'Dock' });
    await expect(close).toBeInViewport({ ratio: 1 });
    const tabs = page.getByRole('tablist', { name: 'Dock' });
    await tabs.getByRole('tab', { name: 'Findings' }).press('ArrowLeft');
    await expect(tabs.getByRole('tab', { name: 'Rule' })).toBeInViewport({ ratio: 1 });
  });
});

test.describe('what is chosen by something else', () => {
  for (const width of [375, 720])
    test(`is in view in a window of ${width} px: both sides of a run`, async ({ page }) => {
      await page.setViewportSize({ width, height: 800 });
      await openPage(page);
      if (width === 375) await page.getByRole('button', { name: 'More', exact: true }).click();
      await page.getByRole(width === 375 ? 'menuitem' : 'button', { name: 'Simulate' }).click();
      await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click();
      if (width === 375) await page.getByRole('tab', { name: 'Findings' }).click();
      const chosen = page
        .getByRole('tab', { name: 'Both sides' })
        .or(page.getByRole('button', { name: 'Both sides' }));
      await expect(chosen).toBeInViewport({ ratio: 0.99 });
    });
});

test.describe('with fingers', () => {
  test.use({ viewport: { width: 375, height: 667 }, hasTouch: true, isMobile: true });

  test('in a list of links a row is 44 px high, and pressed anywhere', async ({ page }) => {
    await openPage(page, '#rule/');
    const row = page.getByRole('list', { name: 'About one message' }).getByRole('listitem').nth(1);
    const box = await row.boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    await row.tap({ position: { x: (box?.width ?? 0) - 4, y: 4 } });
    await expect(page.getByRole('article')).toContainText('after-root');
  });

  for (const { name, hash, dialog } of [
    { name: 'on the first page', hash: '' },
    { name: 'in a conversation', hash: '#s/zpush-14-1/20' },
    { name: 'in the story', hash: '#s/synckey-0-loop/2' },
    { name: 'in the dialog of Paste', hash: '', dialog: 'Paste' },
    { name: 'in the dialog of Share', hash: '#s/zpush-14-1/20', dialog: 'Share' },
  ]) {
    test(`what is pressed is 44 px high ${name}`, async ({ page }) => {
      await openPage(page, hash);
      await expect(verdict(page)).not.toContainText('Examining');
      if (dialog) {
        await page.getByRole('button', { name: dialog }).tap();
        await expect(page.getByRole('dialog').getByRole('button').last()).toBeVisible();
      }
      const low = await page.locator(TARGETS).evaluateAll((all) =>
        all
          .filter((element) => element.checkVisibility())
          .map((element) => ({ element, box: element.getBoundingClientRect() }))
          .filter(({ box }) => box.height < 44)
          .map(({ element, box }) => `${element.outerHTML.slice(0, 80)} is ${box.height} px`),
      );
      expect(low).toEqual([]);
    });
  }
});

test.describe('in forced colours', () => {
  test('a chosen tab looks unlike the others', async ({ page }) => {
    await page.emulateMedia({ forcedColors: 'active' });
    await openPage(page);
    const colour = (name: string) =>
      page
        .getByRole('tablist', { name: 'Dock' })
        .getByRole('tab', { name })
        .evaluate((tab) => getComputedStyle(tab).borderBottomColor);
    expect(await colour('Findings')).not.toBe(await colour('Phones'));
  });
});

test.describe('a window of 720 px', () => {
  test.use({ viewport: { width: 720, height: 800 } });

  for (const sample of ['case-37-bytes', 'zpush-14-1/20', 'synckey-0-loop/3'])
    test(`the head of the bytes is one row: ${sample}`, async ({ page }) => {
      await openPage(page, `#s/${sample}`);
      const head = page.getByRole('region', { name: 'Bytes' }).locator('.head');
      await expect(head.getByRole('button', { name: 'Copy bytes' })).toBeVisible();
      expect((await head.boundingBox())?.height).toBeLessThan(40);
      expect(await head.evaluate((element) => element.scrollWidth - element.clientWidth)).toBe(0);
    });
});

test.describe('a window of 340 px in height', () => {
  test.use({ viewport: { width: 720, height: 340 } });

  test('the verdict scrolls, and leaves the panes room', async ({ page }) => {
    await openPage(page, '#s/case-37-bytes');
    await paste(page, `POST /Microsoft-Server-ActiveSync?Cmd=Sync HTTP/1.1\n\n${SEED} 99`);
    await expect(verdict(page)).toContainText('Read as:');
    const editor = page.getByRole('textbox', { name: 'XML' });
    await expect(editor).toBeVisible();
    const top = (await xmlPane(page).boundingBox())?.y ?? 340;
    expect(340 - top).toBeGreaterThan(200);
    await expect(verdict(page).getByText('Status stands in a request.')).toBeInViewport({ ratio: 1 });
    await verdict(page).getByText('Read as:').scrollIntoViewIfNeeded();
    await expect(verdict(page).getByText('Read as:')).toBeInViewport();
  });
});
