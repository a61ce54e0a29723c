import { expect, openPage, test } from './support/test.ts';
import { banner, openPasted, SEED, SHORT, verdict } from './support/parts.ts';

test('what is written in a dialog stays there: dragged out of it, the palette asked for, nothing in it to read', async ({
  page,
}) => {
  await openPage(page);
  await page.getByRole('banner').getByRole('button', { name: 'Paste' }).click();
  const dialog = page.getByRole('dialog', { name: 'Paste a message' });
  const field = dialog.getByRole('textbox');
  const prose = 'there are no bytes in this sentence';
  await field.fill(prose);

  const box = await field.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 60, (box?.y ?? 0) + 12);
  await page.mouse.down();
  await page.mouse.move(5, 5, { steps: 4 }); // the text is selected, and the button let go of beside the dialog
  await page.mouse.up();
  await expect(field).toHaveValue(prose);

  await page.keyboard.press('ControlOrMeta+k');
  await expect(field).toHaveValue(prose);
  await expect(page.getByRole('dialog')).toHaveCount(1);

  await dialog.getByRole('button', { name: 'Read' }).click();
  await expect(dialog.getByRole('status')).not.toBeEmpty();
  await expect(field).toHaveValue(prose);
  await expect(banner(page)).toBeHidden();

  const long = 'no bytes here, '.repeat(20_000); // it is not read while it is written
  await field.fill(long);
  await expect(dialog.getByRole('status')).toBeEmpty();
  await dialog.getByRole('button', { name: 'Read' }).click();
  await expect(dialog.getByRole('status')).not.toBeEmpty();
  await expect(field).toHaveValue(long);
  await field.fill(SHORT);
  await dialog.getByRole('button', { name: 'Read' }).click();
  await expect(dialog).toBeHidden();
  await expect(page).toHaveURL(/#c\//);
});

test('a long text without a message in it is not added, and the dialog says so', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SHORT);
  await page.keyboard.press('ControlOrMeta+k');
  await page.getByRole('combobox', { name: 'Find a command' }).fill('add a message');
  await page.keyboard.press('Enter');
  const dialog = page.getByRole('dialog', { name: 'Add a message' });
  const long = 'no bytes here, '.repeat(20_000);
  await dialog.getByRole('textbox').fill(long);
  await expect(dialog.getByRole('status')).toContainText('read when it is added');
  await dialog.getByRole('button', { name: 'Add' }).click();
  await expect(dialog.getByRole('status')).not.toContainText('read when it is added');
  await expect(dialog.getByRole('status')).not.toBeEmpty();
  await expect(dialog.getByRole('textbox')).toHaveValue(long);
  await expect(dialog.getByRole('button', { name: 'Add' })).toBeDisabled();
});

test('a dialog that could not be loaded once opens when it is asked for again', async ({ page, watch }) => {
  watch.forgive(/Failed to load resource/);
  let fails = true;
  await page.route(/\/assets\/(HelpDialog|Dialogs)-[^/]*\.js$/, (route) =>
    fails ? route.abort() : route.continue(),
  );
  await openPage(page);
  const help = page.getByRole('button', { name: 'Keys and help' });
  const lost = page.getByRole('alert', { name: 'New version' });
  await help.click(); // not even what draws dialogs can be loaded
  await expect(lost).toContainText('could not be loaded');
  fails = false;
  await page.route(/\/assets\/Dialogs-[^/]*\.js$/, (route) => route.continue());
  await page.getByRole('banner').getByRole('button', { name: 'Share' }).click();
  await expect(page.getByRole('dialog', { name: 'Share by a link' })).toBeVisible();
  await page.keyboard.press('Escape');
  fails = true;
  await help.click(); // only its own part
  await page.waitForTimeout(300);
  fails = false;
  await help.click();
  await expect(page.getByRole('dialog', { name: 'Keys and help' })).toBeVisible();
});

test('Ctrl+Enter does what a dialog is for, from any of its fields', async ({ page }) => {
  await openPage(page);
  const bar = page.getByRole('banner');
  await bar.getByRole('button', { name: 'Paste' }).click();
  const field = page.getByRole('dialog').getByRole('textbox');
  await field.press('ControlOrMeta+Enter'); // there is nothing to read
  await expect(field).toBeVisible();
  await field.fill(SHORT);
  await field.press('ControlOrMeta+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(bar).toContainText('Pasted Sync, 20 bytes');

  await bar.getByRole('button', { name: 'Simulate' }).click();
  await expect(page.getByRole('list', { name: 'Faults' })).toBeVisible();
  await page.getByRole('combobox', { name: 'Phone' }).press('ControlOrMeta+Enter');
  await expect(page.getByRole('dialog')).toHaveCount(0);
  await expect(page.getByRole('slider', { name: 'Step' })).toBeVisible();

  await page.keyboard.press('?');
  await expect(page.getByRole('dialog', { name: 'Keys and help' })).toContainText('Ctrl Enter');
});

test('a dialog about one conversation writes nothing into another that comes on show', async ({ page }) => {
  await openPage(page);
  await openPasted(page, SHORT);
  const first = page.url();
  await openPasted(page, SEED);
  for (const item of ['Names and notes…', 'HTTP facts…', 'Read as…', /^Add the/]) {
    await page.getByRole('button', { name: 'Message', exact: true }).click();
    await page.getByRole('menuitem', { name: item }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await page.goBack();
    await expect(page).toHaveURL(first);
    await expect(verdict(page)).toContainText('20 bytes');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await page.goForward();
    await expect(verdict(page)).toContainText('37 bytes');
  }
  await page.getByRole('banner').getByRole('button', { name: 'Paste' }).click();
  await page.getByRole('dialog').getByRole('textbox').fill(SHORT);
  await page.goBack(); // it is about no conversation: what is written in it stays
  await expect(verdict(page)).toContainText('20 bytes');
  await expect(page.getByRole('dialog').getByRole('textbox')).toHaveValue(SHORT);
});
