import { expect, test } from '../support/test.ts';
import { banner, editor, hexOf, openPasted, SHORT, writeXml } from '../support/parts.ts';
import { kept, lines, openEditable, openKept } from './parts.ts';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

const EDITS = 50;

test(`two tabs, ${EDITS} edits each: both keep all of theirs`, async ({ page, context }) => {
  await openEditable(page);
  await openPasted(page, SHORT);
  await writeXml(page, '<Sync xmlns="AirSync"><SyncKey>_</SyncKey></Sync>');
  const other = await context.newPage();
  await openEditable(other, new URL(page.url()).hash);
  await expect(lines(other)).toContainText('<SyncKey>_');
  for (const tab of [page, other]) {
    await editor(tab).focus();
    await tab.keyboard.press('ControlOrMeta+Home');
    for (let i = 0; i < '<Sync xmlns="AirSync"><SyncKey>'.length; i++) await tab.keyboard.press('ArrowRight');
  }
  for (let i = 0; i < EDITS; i++) {
    await page.keyboard.type('a');
    await other.keyboard.type('b');
  }
  const of = async (tab: typeof page): Promise<string> =>
    Buffer.from(await hexOf(tab), 'hex')
      .toString('latin1')
      .replace(/[^ab]/g, '');
  const told = async (): Promise<string> =>
    `${(await banner(page).allInnerTexts()).join()} ${(await banner(other).allInnerTexts()).join()}`;
  await expect.poll(told).toContain('Another tab changed this conversation too.');
  expect(page.url()).not.toBe(other.url());

  await page.reload();
  await other.reload();
  await expect(lines(page)).toContainText('a_');
  await expect(lines(other)).toContainText('b_');
  expect(await of(page)).toBe('a'.repeat(EDITS));
  expect(await of(other)).toBe('b'.repeat(EDITS));

  await openKept(page);
  await expect(kept(page).getByRole('listitem')).toHaveCount(2);
  await expect(kept(page)).toContainText('a copy: two tabs changed it');
});
