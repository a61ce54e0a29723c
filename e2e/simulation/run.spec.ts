import { expect, openPage, test } from '../support/test.ts';
import { verdict } from '../support/parts.ts';
import { goTo, lastStep, openDialog, dialog, part, run, slider, told, transport } from './parts.ts';

test('a run with the defaults ends with equal mailboxes', async ({ page }) => {
  await openPage(page);
  await run(page);
  await expect(part(page, 'Mailboxes')).toContainText('Inbox not on the phone, 10 on the server');
  await transport(page).getByRole('button', { name: 'Last step' }).click();
  const sides = page.getByRole('tabpanel', { name: 'Both sides' });
  await expect(sides).toContainText('The script was played to its end. Both mailboxes hold the same.');
  await expect(part(page, 'Phone')).toContainText('waits for news');
  await expect(part(page, 'Mailboxes')).toContainText('Grüße aus Köln');
  await expect(part(page, 'Mailboxes')).toContainText('Inbox 10 on the phone, 10 on the server');
  await expect(part(page, 'Replies taken')).toContainText(/Sync\s*\d+ of \d+ taken, 100 %/);
});

test('a mail is seen to appear on the phone, and one sees why', async ({ page }) => {
  await openPage(page);
  await run(page);
  const row = part(page, 'Mailboxes').getByRole('row', { name: /Grüße aus Köln/ });
  await expect(row.getByText('no', { exact: true })).toHaveCount(0); // the folders are not on the phone yet
  for (let step = 1; step <= (await lastStep(page)); step++) {
    await goTo(page, step);
    if ((await told(page).textContent())?.includes('The reply to Sync arrives')) break;
  }
  await expect(row.getByText('no', { exact: true })).toHaveCount(1);
  await goTo(page, (await slider(page).inputValue().then(Number)) + 3);
  await expect(row.getByText('yes', { exact: true })).toHaveCount(2);
  const taken = part(page, 'Phone')
    .getByRole('list', { name: 'Phone: just now' })
    .getByRole('listitem')
    .first();
  await taken.locator('summary').click();
  await expect(taken).toContainText(/Row C\d+ · .* → .* · (spec|reported|inferred) · /);
});

test('with a fault on the phone asks for ever, and it is said why; with it off the loop ends', async ({
  page,
}) => {
  await openPage(page);
  await run(page, async (form) => {
    await form.getByRole('searchbox', { name: 'Search the faults' }).fill('under sync');
    await form.getByRole('checkbox', { name: /^SyncKey under Sync/ }).check();
  });
  await transport(page).getByRole('button', { name: 'Last step' }).click();
  const sides = page.getByRole('tabpanel', { name: 'Both sides' });
  await expect(sides).toContainText(
    /time the same question\. The phone did not take the last answer: SyncKey/,
  );
  await expect(sides).toContainText('It ended as a loop');
  await expect(part(page, 'Replies taken')).toContainText(/Sync\s*0 of \d+ taken, 0 %/);
  await expect(verdict(page)).toContainText('SyncKey stands directly under Sync');
  await openDialog(page);
  await expect(dialog(page).getByRole('checkbox', { name: /^SyncKey under Sync/ })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'All off' }).click();
  await dialog(page).getByRole('button', { name: 'Run' }).click();
  await expect(told(page)).toContainText('Step 1 of');
  await transport(page).getByRole('button', { name: 'Last step' }).click();
  await expect(sides).toContainText('Both mailboxes hold the same.');
});

test('only versions that both speak can be chosen', async ({ page }) => {
  await openPage(page);
  await openDialog(page);
  const versions = dialog(page).getByRole('combobox', { name: 'Version' }).getByRole('option');
  await expect(versions).toHaveText(['12.1', '14.0', '14.1', '16.0', '16.1']);
  await dialog(page).getByRole('combobox', { name: 'Phone' }).selectOption('android');
  await expect(versions).toHaveText(['12.1', '14.0', '14.1']);
});

test('steps, messages and findings go together, there and back, by keyboard', async ({ page }) => {
  await openPage(page);
  await run(page);
  const rail = page.getByRole('list', { name: 'Messages' });
  await slider(page).focus();
  await page.keyboard.press('End');
  await expect(told(page)).toContainText(`Step ${await lastStep(page)} of`);
  await expect(rail.locator('[aria-current]')).toContainText('Ping');
  await page.keyboard.press('Home');
  await expect(told(page)).toContainText('Step 1 of');
  for (let i = 0; i < 3; i++) await page.keyboard.press('ArrowRight');
  await expect(told(page)).toContainText('Step 4 of');
  await expect(told(page)).toContainText('arrives at the server');
  await expect(rail.locator('[aria-current]')).toContainText('request');
  await transport(page).getByRole('button', { name: 'Next step' }).click();
  await expect(rail.locator('[aria-current]')).toContainText('reply');
  await transport(page).getByRole('button', { name: 'Step back' }).click();
  await expect(told(page)).toContainText('Step 4 of');
  await rail
    .getByRole('button', { name: /FolderSync/ })
    .last()
    .click();
  await expect(told(page)).toContainText('The reply to FolderSync arrives at the phone.');
});

test('Space plays where nothing has the focus, and pauses', async ({ page }) => {
  await openPage(page);
  await run(page);
  const begun = await told(page).textContent();
  await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await page.keyboard.press('Space');
  await expect(transport(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(told(page)).not.toHaveText(begun ?? '');
  await page.keyboard.press('Space');
  await expect(transport(page).getByRole('button', { name: 'Play' })).toBeVisible();
  const stood = await told(page).textContent();
  await page.waitForTimeout(400);
  expect(await told(page).textContent()).toBe(stood);
});

test('a dialog about the message on show lets it stay on show', async ({ page }) => {
  await openPage(page);
  await run(page);
  await transport(page).getByRole('button', { name: 'Play' }).click();
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  await page.getByRole('menuitem', { name: 'HTTP facts…' }).click();
  await expect(page.getByRole('dialog', { name: 'HTTP facts' })).toBeVisible();
  await expect(transport(page).locator('.play')).toHaveText('Play');
});

test('faults are found by what comes of them, and the title says how many are on', async ({ page }) => {
  await openPage(page);
  await run(page, async (form) => {
    await form.getByRole('searchbox', { name: 'Search the faults' }).fill('loop');
    await form.getByRole('checkbox', { name: /^SyncKey under Sync/ }).check();
    await form.getByRole('checkbox', { name: /^The new key is 0/ }).check();
  });
  await expect(page.getByRole('banner')).toContainText('Add an account: iPhone, Exact, 16.1, 2 faults');
});
