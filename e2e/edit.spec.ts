import { copied, expect, openPage, test } from './support/test.ts';
import {
  openPasted,
  bytesPane,
  editor,
  hexOf,
  rows,
  SEED,
  SEED_XML,
  verdict,
  writeXml,
  xmlOf,
} from './support/parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

test.beforeEach(async ({ page }) => {
  await openPage(page);
  await expect(editor(page)).toBeAttached();
});

test('an edit of the XML becomes bytes, and the verdict follows', async ({ page }) => {
  await writeXml(page, SEED_XML.replace('  <SyncKey>1</SyncKey>\n  <Coll', '  <Coll'));
  await expect(rows(page)).toHaveCount(20);
  expect(await hexOf(page)).toBe(SEED.replace('4b033100015c', '5c'));
  await expect(verdict(page)).not.toContainText('SyncKey stands directly under Sync');
  await expect(page).toHaveURL(/#c\//); // it is the person's own from now on
});

test('a letter typed changes that byte and no other', async ({ page }) => {
  await writeXml(page, SEED_XML.replace('<CollectionId>1<', '<CollectionId>2<'));
  expect(await hexOf(page)).toBe(SEED.replace('52033100', '52033200'));
});

test('while the text is broken the bytes stay, and say so', async ({ page }) => {
  await writeXml(page, SEED_XML.replace('</Collection>\n', '</Colection>\n'));
  await expect(bytesPane(page)).toContainText('Bytes are from before the error in line 10.');
  await expect(verdict(page)).toContainText('Line 10 of the XML');
  const listed = page.getByRole('list', { name: 'Findings' }).getByRole('listitem');
  await expect(listed.filter({ hasText: /^✖/ })).toHaveCount(3); // two lines of the text, and what was wrong before
  await expect(page.getByRole('tab', { name: /^Findings/ })).toHaveText(/✖3/);
  await expect(rows(page)).toHaveCount(23);
  expect(await hexOf(page)).toBe(SEED);

  await writeXml(page, SEED_XML);
  await expect(bytesPane(page)).not.toContainText('Bytes are from before');
  expect(await hexOf(page)).toBe(SEED);
});

test('the error of a text is shown from the verdict and from the list, each like any other', async ({
  page,
}) => {
  await writeXml(page, SEED_XML.replace('</Collection>\n', '</Colection>\n'));
  await expect(verdict(page)).toContainText('Line 10 of the XML');
  const said = page.getByRole('list', { name: 'Findings' }).getByRole('listitem').first();
  await expect(said).toContainText('error Line 10:');
  for (const button of [verdict(page), said].map((at) => at.getByRole('button', { name: 'Show' }))) {
    await rows(page).first().click();
    await page.getByRole('tab', { name: /^Findings/ }).click();
    await button.click();
    await expect(editor(page)).toBeFocused();
    await page.keyboard.press('ControlOrMeta+c');
    expect(await copied(page)).toContain('Colection');
  }
});

test('a lone & is written as a reference by its fix, and no row moves meanwhile', async ({ page }) => {
  const top = async () => (await rows(page).first().boundingBox())?.y;
  const before = await top();
  await writeXml(page, SEED_XML.replace('<CollectionId>1<', '<CollectionId>1 & 2<'));
  await expect(bytesPane(page)).toContainText('Bytes are from before the error in line 8.');
  expect(await top()).toBe(before);
  await page.getByRole('list', { name: 'Findings' }).getByRole('button', { name: 'Write &amp;' }).click();
  await expect(bytesPane(page)).not.toContainText('Bytes are from before');
  expect(await hexOf(page)).toBe(SEED.replace('52033100', '5203312026203200'));
  expect(await xmlOf(page)).toContain('<CollectionId>1 &amp; 2</CollectionId>');
});

test('a broken text is still there after a reload', async ({ page }) => {
  await writeXml(page, SEED_XML.replace('</Sync>', '</Snyc>'));
  await expect(bytesPane(page)).toContainText('Bytes are from before the error');
  await page.reload();
  await expect(bytesPane(page)).toContainText('Bytes are from before the error');
  expect(await xmlOf(page)).toContain('</Snyc>');
});

test('undo takes an edit back', async ({ page }) => {
  await writeXml(page, '<Sync xmlns="AirSync"/>');
  await expect(rows(page)).toHaveCount(2);
  await page.keyboard.press('ControlOrMeta+z');
  await expect(rows(page)).toHaveCount(23);
  expect(await hexOf(page)).toBe(SEED);
});

test('a fix is applied, and undone in the editor', async ({ page }) => {
  await verdict(page).getByRole('button', { name: /^Fix/ }).click();
  await expect(rows(page)).toHaveCount(20);
  expect(await hexOf(page)).toBe(SEED.replace('4b033100015c', '5c'));
  await editor(page).focus();
  await page.keyboard.press('ControlOrMeta+z');
  expect(await hexOf(page)).toBe(SEED);
});

// What editors and parsers are known to change: each must come back byte for byte.
const odd: { name: string; text: string }[] = [
  { name: 'line and paragraph separators', text: 'a\u2028b\u2029c\u0085d' },
  { name: 'Cyrillic', text: 'Привет, мир' },
  { name: 'right to left', text: 'שלום \u202eabc\u202c' },
  { name: 'CR LF', text: 'one\r\ntwo\r\n' },
  { name: 'CR alone', text: 'one\rtwo' },
  { name: 'beyond the basic plane', text: '😀 𝄞' },
  { name: 'a byte order mark and a no-break space', text: '\ufeff\u00a0x' },
];
for (const { name, text } of odd) {
  test(`${name} keep their bytes through the editor`, async ({ page }) => {
    const hex = Buffer.from(text).toString('hex');
    const message = `03016a00455c4f4b03${hex}0001520331000101` + '0101';
    await openPasted(page, message);
    const bytes = await hexOf(page);
    expect(bytes).toBe(message);
    await editor(page).focus();
    await page.keyboard.press('ControlOrMeta+End');
    await page.keyboard.insertText(' '); // an edit elsewhere: the text goes through the editor
    await page.keyboard.press('ControlOrMeta+Home');
    expect(await hexOf(page)).toBe(message);
    const xml = await xmlOf(page);
    await writeXml(page, xml);
    expect(await hexOf(page)).toBe(message);
  });
}
