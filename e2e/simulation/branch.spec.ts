import { copied, expect, holdBack, openPage, test } from '../support/test.ts';
import { openPasted, SHORT, writeXml, xmlPane } from '../support/parts.ts';
import { dialog, goTo, lastStep, openDialog, part, run, slider, told, transport } from './parts.ts';

/** Goes to the first step that says so. */
async function goToStep(page: Parameters<typeof told>[0], words: RegExp): Promise<number> {
  const last = await lastStep(page);
  for (let step = 1; step <= last; step++) {
    await goTo(page, step);
    if (words.test((await told(page).textContent()) ?? '')) return step;
  }
  throw new Error(`No step says ${words.source}.`);
}

const SYNC_REPLY = /The reply to Sync arrives/;

test('a pasted reply begins a branch, and what was there before stays', async ({ page }) => {
  await openPage(page);
  await run(page);
  const before = await lastStep(page);
  const step = await goToStep(page, SYNC_REPLY);
  const server = part(page, 'Be the server');
  await server
    .getByRole('textbox', { name: /^Your reply/ })
    .fill(
      '03 01 6a 00 45 4e 03 31 00 01 4b 03 31 00 01 5c 4f 4b 03 31 00 01 52 03 31 00 01 4e 03 31 00 01 01 01 01',
    );
  await server.getByRole('button', { name: 'Let the phone go on from it' }).click();
  const branches = part(page, 'Branches').getByRole('listitem');
  await expect(branches).toHaveCount(2);
  await expect(branches.nth(1).getByRole('button')).toHaveAttribute('aria-pressed', 'true');
  await expect(told(page)).toContainText(`Step ${step} of`);
  await expect(told(page)).toContainText('It is yours. The phone does not go on from it');
  await part(page, 'Branches').getByRole('textbox').fill('SyncKey in the wrong place');
  await page.keyboard.press('Enter');
  await expect(branches.nth(1)).toContainText('SyncKey in the wrong place');
  await branches.nth(0).getByRole('button').click();
  await expect(told(page)).toContainText(`Step ${step} of ${before}`);
  await expect(told(page)).toContainText('The phone goes on from it.');
  await branches.nth(1).getByRole('button').click();
  await expect(told(page)).toContainText('It is yours.');
});

test('a branch is deleted, offered back, and gone when it is not wanted back', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goToStep(page, SYNC_REPLY);
  const branches = part(page, 'Branches').getByRole('listitem');
  const remove = part(page, 'Branches').getByRole('button', { name: 'Delete this branch' });
  await expect(remove, 'of one alone').toHaveCount(0);
  await writeXml(page, '<Sync xmlns="AirSync"><Collections></Collections></Sync>');
  await transport(page).getByRole('button', { name: 'Go on from the edited reply' }).click();
  await expect(branches).toHaveCount(2);
  await writeXml(page, '<Sync xmlns="AirSync"><Status>3</Status></Sync>');
  await remove.click();
  await expect(branches).toHaveCount(1);
  await expect(told(page)).toContainText('The phone goes on from it.');
  await page.getByRole('button', { name: 'Put it back' }).click();
  await expect(branches).toHaveCount(2);
  await expect(xmlPane(page), 'what was edited in it').toContainText('<Status>3</Status>');
  await expect(told(page)).toContainText('It is yours.');
  await branches.nth(0).getByRole('button').click();
  await expect(told(page)).toContainText('The phone goes on from it.');
  await remove.click();
  await expect(branches).toHaveCount(1);
  await expect(told(page)).toContainText('It is yours.');
  await page.reload();
  await expect(told(page)).toContainText('It is yours.');
  await expect(branches).toHaveCount(1);
});

test('a reply that is edited in the panes is gone on from', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goToStep(page, SYNC_REPLY);
  await expect(xmlPane(page)).toContainText('SyncKey');
  await writeXml(page, '<Sync xmlns="AirSync"><Collections></Collections></Sync>');
  const server = part(page, 'Be the server');
  await expect(told(page)).toContainText('As it was played:');
  await expect(part(page, 'Branches')).toContainText('what you edited since it was played');
  await expect(part(page, 'Branches')).not.toContainText('nothing of yours');
  await expect(server.getByRole('button', { name: 'Go on from the edited reply' })).toBeVisible();
  await transport(page).getByRole('button', { name: 'Go on from the edited reply' }).click();
  await expect(told(page)).toContainText('It is yours.');
  const branches = part(page, 'Branches').getByRole('listitem');
  await expect(branches).toHaveCount(2);
  await branches.nth(0).getByRole('button').click();
  await expect(told(page)).toContainText('The phone goes on from it.');
  await expect(branches.nth(0)).not.toContainText('edited');
});

test('the request is taken as hex, as XML and as a command for one’s own server', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goToStep(page, /Sync arrives at the server/);
  const server = part(page, 'Be the server');
  await server.getByRole('button', { name: 'Copy hex' }).click();
  await expect.poll(() => copied(page)).toMatch(/^03 01 6a 00 /);
  await server.getByRole('button', { name: 'Copy XML' }).click();
  await expect.poll(() => copied(page)).toMatch(/^<FolderSync /);
  await server.getByRole('textbox', { name: 'Address of your server' }).fill('eas.example.net');
  await server.getByRole('button', { name: 'Copy curl' }).click();
  await expect.poll(() => copied(page)).toContain("'https://eas.example.net/Microsoft-Server-ActiveSync?");
  expect(await copied(page)).toContain(String.raw`printf '\003\001\152\000`);
});

test('as the phone one asks the server, and asks again', async ({ page }) => {
  await openPage(page);
  await openDialog(page);
  await dialog(page).getByRole('tab', { name: 'Be the phone' }).click();
  await dialog(page)
    .getByRole('textbox', { name: /^Your request/ })
    .fill('03 01 6a 00 00 07 56 52 03 30 00 01 01');
  await dialog(page).getByRole('button', { name: 'Send' }).click();
  const rail = page.getByRole('list', { name: 'Messages' }).locator('[data-row]');
  await expect(rail).toHaveCount(2);
  await openDialog(page);
  await dialog(page).getByRole('tab', { name: 'Be the phone' }).click();
  await expect(dialog(page).getByRole('combobox', { name: 'The server is' })).toHaveValue('asked');
  await dialog(page)
    .getByRole('textbox', { name: /^Your request/ })
    .fill(SHORT);
  await dialog(page).getByRole('button', { name: 'Send' }).click();
  await expect(rail).toHaveCount(4);
});

test('a link opens at the same step in another browser, and a reload too', async ({ page, browser }) => {
  await openPage(page);
  await run(page);
  const step = await goToStep(page, SYNC_REPLY);
  await part(page, 'Be the server')
    .getByRole('textbox', { name: /^Your reply/ })
    .fill('03 01 6a 00 05');
  await part(page, 'Be the server').getByRole('button', { name: 'Let the phone go on from it' }).click();
  await expect(told(page)).toContainText('It is yours.');
  await page.getByRole('button', { name: 'Share' }).click();
  const link = await page.getByRole('textbox', { name: 'Link' }).inputValue();
  await page.keyboard.press('Escape');
  const words = (await told(page).textContent()) ?? '';
  expect(words).toContain(`Step ${step} of`);

  const other = await (await browser.newContext()).newPage();
  await other.goto(link);
  await expect(told(other)).toHaveText(words);
  await expect(part(other, 'Branches').getByRole('listitem')).toHaveCount(2);
  await other.context().close();

  await page.waitForTimeout(700); // it is kept when it has come to rest
  await page.reload();
  await expect(told(page)).toHaveText(words);
});

test('a run made under other rules says so', async ({ page }) => {
  await openPage(page);
  const file = JSON.stringify({
    format: 1,
    title: 'Older',
    exchanges: [],
    simulation: {
      format: 1,
      branches: [
        {
          name: 'The run',
          setup: {
            script: 'add-account',
            version: '14.1',
            server: 'exact',
            phone: 'iphone',
            faults: [],
            replies: [],
            maxSteps: 2000,
            maxRepeats: 8,
            parameters: {},
          },
        },
      ],
      branch: 0,
      step: 5,
      rules: '0123456789abcdef',
    },
  });
  await openPasted(page, file);
  await expect(page.getByRole('alert', { name: 'Message of the page' })).toContainText(
    /made under other rules than this page has\. Played again today, \d+ of \d+ messages differ/,
  );
  await expect(told(page)).toContainText('Step 6 of');
});

test('a run made under other rules is shown as it was saved, and as it comes out today', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goToStep(page, SYNC_REPLY);
  await writeXml(page, '<Sync xmlns="AirSync"><Status>7</Status></Sync>');
  await expect(part(page, 'Be the server')).toContainText('Go on from the edited reply');
  await page.waitForTimeout(700); // it is kept when it has come to rest
  const rules = await page.evaluate(
    () =>
      new Promise<number>((done) => {
        const opening = indexedDB.open('wbxml-playground');
        opening.onsuccess = () => {
          const store = opening.result.transaction('conversations', 'readwrite').objectStore('conversations');
          let changed = 0;
          store.openCursor().onsuccess = ({ target }) => {
            const cursor = (target as IDBRequest<IDBCursorWithValue | null>).result;
            if (!cursor) return done(changed);
            const older = JSON.stringify(cursor.value).includes('"rules":"');
            const change = (value: unknown): void => {
              if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return;
              if ('rules' in value) value.rules = '0123456789abcdef';
              Object.values(value).forEach(change);
            };
            change(cursor.value);
            if (older) changed++;
            cursor.update(cursor.value);
            cursor.continue();
          };
        };
      }),
  );
  expect(rules).toBe(1);
  await page.reload();
  await expect(page.getByRole('alert', { name: 'Message of the page' })).toContainText(
    /Played again today, 1 of \d+ messages differs\. It is shown as it was saved/,
  );
  const branches = part(page, 'Branches').getByRole('listitem');
  await expect(branches).toHaveCount(2);
  await expect(branches.nth(0)).toContainText('saved under other rules');
  await expect(xmlPane(page)).toContainText('<Status>7</Status>');
  await branches.nth(1).getByRole('button', { name: 'Played today' }).click();
  await expect(xmlPane(page)).toContainText('SyncKey');
});

test('something else that is opened ends the run on show; Back leads to it again', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goTo(page, 5);
  await page.waitForTimeout(700);
  await openPasted(page, SHORT);
  await expect(transport(page)).toHaveCount(0);
  await page.goBack();
  await expect(told(page)).toContainText('Step 5 of');
  await expect(slider(page)).toHaveValue('4');
});

test('a text that cannot be encoded is not lost by going to another branch', async ({ page }) => {
  await openPage(page);
  await run(page);
  await goToStep(page, SYNC_REPLY);
  const server = part(page, 'Be the server');
  await server.getByRole('textbox', { name: /^Your reply/ }).fill('<Sync xmlns="AirSync"/>');
  await server.getByRole('button', { name: 'Let the phone go on from it' }).click();
  await expect(told(page)).toContainText('It is yours.');
  await writeXml(page, '<Sync xmlns="AirSync"><Collections>');
  await part(page, 'Branches').getByRole('button', { name: 'The run' }).click();
  await expect(page.getByRole('alert', { name: 'Message of the page' })).toContainText('would lose it');
  await expect(xmlPane(page)).toContainText('Collections');
  await expect(told(page)).toContainText('It is yours.');
});

test('a reply written at the first step is played where it arrives, and the focus stays in the field', async ({
  page,
}) => {
  await openPage(page);
  await run(page);
  const server = part(page, 'Be the server');
  const field = server.getByRole('textbox', { name: /^Your reply/ });
  await field.fill('<Sync xmlns="AirSync"><Status>3</Status></Sync>');
  await server.getByRole('button', { name: 'Let the phone go on from it' }).click();
  await expect(told(page)).toContainText('Step 3 of');
  await expect(told(page)).toContainText('It is yours. The phone does not go on from it');
  await expect(page.getByRole('contentinfo').getByRole('status')).toHaveText(
    /^Your reply was played: step 3 of/,
  );
  await expect(field).toBeFocused();
});

test('what was edited in a branch that is not on show is there after a reload', async ({ page }) => {
  await openPage(page);
  await run(page);
  const step = await goToStep(page, SYNC_REPLY);
  await expect(xmlPane(page)).toContainText('SyncKey');
  await writeXml(page, '<Sync xmlns="AirSync"><Status>7</Status></Sync>');
  await expect(part(page, 'Be the server')).toContainText('Go on from the edited reply');
  await goTo(page, step - 2);
  const server = part(page, 'Be the server');
  await server
    .getByRole('textbox', { name: /^Your reply/ })
    .fill('<Sync xmlns="AirSync"><Status>3</Status></Sync>');
  await server.getByRole('button', { name: 'Let the phone go on from it' }).click();
  const branches = part(page, 'Branches').getByRole('listitem');
  await expect(branches).toHaveCount(2);
  await expect(branches.nth(0)).toContainText('edited');
  await page.waitForTimeout(700); // it is kept when it has come to rest
  await page.reload();
  await expect(branches).toHaveCount(2);
  await expect(branches.nth(0)).toContainText('edited');
  await branches.nth(0).getByRole('button').click();
  await goTo(page, step);
  await expect(xmlPane(page)).toContainText('<Status>7</Status>');
});

test('another run that is asked for while the former comes back is all that is waited for', async ({
  page,
}) => {
  await openPage(page);
  await run(page);
  const letCome = await holdBack(page, /\/core\.worker[^/]*\.js$/);
  await page.reload();
  const main = page.getByRole('main');
  await expect(main).toHaveAttribute('aria-busy', 'true');
  await page.waitForTimeout(500); // the former is asked for
  await openDialog(page);
  await dialog(page).getByRole('button', { name: 'Run' }).click();
  letCome();
  await expect(transport(page)).toBeVisible();
  await expect(main).toHaveAttribute('aria-busy', 'false');
});
