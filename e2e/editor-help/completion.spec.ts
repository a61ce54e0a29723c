import { axe, expect, openPage, test } from '../support/test.ts';
import { editor, hexOf, rows, SEED, SEED_XML, writeXml, xmlOf } from '../support/parts.ts';
import { caretAt, suggested, suggestions } from './parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
});

const IN_COLLECTION = SEED_XML.indexOf('</CollectionId>') + '</CollectionId>'.length;

test('only what may stand in a Collection is offered in it, and what is chosen becomes bytes', async ({
  page,
}) => {
  await caretAt(page, SEED_XML, IN_COLLECTION);
  await page.keyboard.type('<');
  await expect(suggested(page)).toHaveText(['Responses', 'MoreAvailable', 'Commands']);
  await page.keyboard.type('Mo');
  await expect(suggested(page)).toHaveText(['MoreAvailable']);
  await page.keyboard.press('Enter');
  expect(await hexOf(page)).toBe(SEED.replace('5203310001', '520331000114'));
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  expect(await hexOf(page)).toBe(SEED);
});

test('under Sync no SyncKey is offered, nor what is there already', async ({ page }) => {
  const text = '<Sync xmlns="AirSync"><Collections></Collections></Sync>';
  await writeXml(page, text);
  await caretAt(page, text, text.indexOf('</Sync>'));
  await page.keyboard.type('<');
  await expect(suggested(page)).toHaveText(['Status']);
});

test('nothing is written that was not chosen', async ({ page }) => {
  await caretAt(page, SEED_XML, IN_COLLECTION);
  await page.keyboard.type('<');
  await expect(suggestions(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(suggestions(page)).toHaveCount(0);
  await page.keyboard.press('Backspace');
  expect(await xmlOf(page)).toBe(`${SEED_XML}`);
  expect(await hexOf(page)).toBe(SEED);
});

test('an element is written with both its tags, the caret inside, and its page declared', async ({
  page,
}) => {
  const text =
    '<Sync xmlns="AirSync"><Collections><Collection><Options></Options></Collection></Collections></Sync>';
  await writeXml(page, text);
  await caretAt(page, text, text.indexOf('</Options>'));
  await page.keyboard.press('Control+Space');
  await page.keyboard.type('BodyPref');
  await expect(suggested(page).first()).toHaveText('airsyncbase:BodyPreference');
  await page.keyboard.press('Enter');
  await page.keyboard.type('<Typ');
  await expect(suggested(page).first()).toHaveText('airsyncbase:Type');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Control+Space');
  await expect(suggestions(page).filter({ hasText: 'HTML' })).toBeVisible();
  await page.keyboard.type('2');
  await page.keyboard.press('Enter');
  expect(await xmlOf(page)).toBe(
    text
      .replace('"AirSync"', '"AirSync" xmlns:airsyncbase="AirSyncBase"')
      .replace(
        '<Options>',
        '<Options><airsyncbase:BodyPreference><airsyncbase:Type>2</airsyncbase:Type></airsyncbase:BodyPreference>',
      ),
  );
});

test('a Status is offered its codes in words', async ({ page }) => {
  const value = SEED_XML.lastIndexOf('</Status>');
  await caretAt(page, SEED_XML, value);
  await page.keyboard.press('Control+Space');
  const unknown = suggestions(page).filter({ hasText: 'SyncKey is unknown' });
  await expect(unknown).toBeVisible();
  await unknown.click();
  expect(await hexOf(page)).toBe(SEED.replace('4e03310001010101', '4e03330001010101'));
});

test('behind </ the end tag of the open element is offered', async ({ page }) => {
  await writeXml(page, '<Sync xmlns="AirSync"><Status>1');
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+End');
  await page.keyboard.type('</');
  await expect(suggested(page)).toHaveText(['/Status']);
  await page.keyboard.press('Enter');
  await page.keyboard.type('</');
  await expect(suggested(page)).toHaveText(['/Sync']);
  await page.keyboard.press('Enter');
  await expect(rows(page)).toHaveCount(6);
  expect(await xmlOf(page)).toBe('<Sync xmlns="AirSync"><Status>1</Status></Sync>');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test('the list and what is said beside it can be read', async ({ page }) => {
      await caretAt(page, SEED_XML, IN_COLLECTION);
      await page.keyboard.type('<');
      await expect(suggestions(page).first()).toBeVisible();
      await page.keyboard.press('Control+Space');
      await expect(page.getByText('What became of each change the phone sent')).toBeVisible();
      expect(await axe(page, '.suggest-widget')).toEqual([]);
      expect(await axe(page, '.suggest-details')).toEqual([]);
    });
  });
}
