import { expect, openPage, test } from '../support/test.ts';
import { openPasted, verdict } from '../support/parts.ts';
import { dock, openPanel } from './panels.ts';

/** A request with a ConversationMode, which versions before 14.0 do not have. */
const WITH_MODE = '03016a00455c4f4b0330000152033100016703310001010101';

test('the strip says what would be found under each version, and overrules', async ({ page }) => {
  await openPage(page);
  await openPasted(page, WITH_MODE);
  await openPanel(page, 'Versions');
  const strip = page.getByRole('group', { name: 'Read as protocol version' });
  await expect(strip.getByRole('button')).toHaveCount(7);
  await expect(strip.getByRole('button', { name: /^14\.1: nothing wrong/ })).toBeVisible();
  await expect(strip.getByRole('button', { name: /^2\.5: 1 warning$/ })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Found under some versions only' })).toContainText(
    /versions up to 12\.1:.*ConversationMode/,
  );

  await strip.getByRole('button', { name: /^2\.5/ }).click();
  await expect(verdict(page)).toContainText('version 2.5');
  await expect(verdict(page)).toContainText('ConversationMode');
  await expect(strip.getByRole('button', { name: /^2\.5/ })).toHaveAttribute('aria-pressed', 'true');
  const panel = page.getByRole('tabpanel', { name: 'Versions' });
  await expect(panel).toContainText('Version 2.5: you chose it.');
  await panel.getByRole('button', { name: 'Let the page find the version' }).last().click();
  await expect(verdict(page)).toContainText('(guessed)');
  await expect(panel).not.toContainText('you chose it');
});

test('the checks are answered, and a “no” leads to its bytes', async ({ page }) => {
  await openPage(page, '#s/case-37-bytes');
  await expect(dock(page).getByRole('tab', { name: /Checks ?\d+\/\d+/ })).toBeVisible();
  await openPanel(page, 'Checks');
  const checks = page.getByRole('list', { name: 'Checks' });
  await expect(checks.getByRole('listitem').filter({ hasText: 'header' }).first()).toContainText('yes');
  const wrong = checks.getByRole('listitem').filter({ hasText: 'Does each element stand where it may?' });
  await expect(wrong).toContainText('no');
  await wrong.getByRole('button', { name: 'bytes 12–16' }).click();
  await expect(page.getByRole('contentinfo')).toContainText('bytes 12–16, 5 selected');
});
