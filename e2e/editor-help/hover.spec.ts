import { axe, expect, openPage, test } from '../support/test.ts';
import { editor } from '../support/parts.ts';
import { rest, said } from './parts.ts';

for (const colorScheme of ['light', 'dark'] as const) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme });

    test.beforeEach(async ({ page }) => {
      await openPage(page);
      await expect(editor(page)).toBeAttached();
    });

    test('an element says its page, token, children, place and source', async ({ page }) => {
      await rest(page, 'Collection');
      await expect(said(page)).toContainText('0f on page 0 AirSync; 4f with content');
      await expect(said(page)).toContainText('One folder that is synchronized.');
      await expect(said(page)).toContainText(/Holds.*SyncKey once.*CollectionId/);
      await expect(said(page)).toContainText('any number in Collections');
      await expect(said(page)).toContainText('MS-ASWBXML');
      expect(await axe(page, '.monaco-hover')).toEqual([]);
    });

    test('what is marked says the finding, how it is known, its source and its fix', async ({ page }) => {
      await rest(page, 'SyncKey');
      await expect(said(page)).toContainText('SyncKey stands directly under Sync.');
      await expect(said(page)).toContainText('bytes 12–16 · reported');
      await expect(said(page)).toContainText('MS-ASCMD 2.2.3.180');
      await expect(said(page)).toContainText('synckey-under-sync');
      await expect(said(page)).toContainText('Fix: Take these 5 bytes out');
      await expect(said(page)).toContainText('not among what Sync may hold in a Sync response');
      expect(await axe(page, '.monaco-hover')).toEqual([]);
    });
  });
}

test('a value says what it means', async ({ page }) => {
  await openPage(page, '#s/sync-status-3');
  await expect(editor(page)).toBeAttached();
  await rest(page, '3');
  await expect(said(page)).toContainText('3: the SyncKey is unknown');
  await expect(said(page)).toContainText('restart that collection from SyncKey 0');
});
