// What the page can look like: each state is opened in a fresh tab and photographed.

/**
 * @typedef {object} State
 * @property {string} name of its file
 * @property {string} [hash] what the page is opened with
 * @property {(page: import('@playwright/test').Page) => Promise<unknown>} [before] what is done before it is opened
 * @property {(page: import('@playwright/test').Page, narrow: boolean) => Promise<unknown>} [act] what is done then
 * @property {'narrow' | 'wide'} [only] where it looks like nothing of its own
 */

const BROKEN =
  '<Sync xmlns="AirSync">\n  <Collections>\n    <Collection>\n      <SyncKey>1</SyncKey>\n  </Collections>\n</Sync>';

/** @param {import('@playwright/test').Page} page @param {string} text */
async function paste(page, text) {
  await page.evaluate((pasted) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/plain', pasted);
    document.body.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, text);
}

/** @param {import('@playwright/test').Page} page @param {string} name */
const press = (page, name) => page.getByRole('button', { name, exact: true }).click();

/** @param {string} name */
const dialog = (name) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await press(page, name);
  await page.getByRole('dialog').waitFor();
};

/** @param {string} name */
const tab = (name) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByRole('tab', { name }).click();
};

/**
 * A panel of the doctor: a tab of the dock, or a choice below the tab of a phone.
 * @param {RegExp} name
 * @returns {(page: import('@playwright/test').Page, narrow: boolean) => Promise<void>}
 */
const panel = (name) => async (page, narrow) => {
  if (narrow) {
    await page.getByRole('tablist', { name: 'Panes' }).getByRole('tab', { name: 'Findings' }).click();
    await page.getByRole('group', { name: 'What the doctor says' }).getByRole('button', { name }).click();
  } else await page.getByRole('tablist', { name: 'Dock' }).getByRole('tab', { name }).click();
};

/** @param {string} id of a sample */
const compareWith = (id) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByRole('combobox', { name: 'Compare with' }).selectOption(id);
  await page.getByRole('list', { name: 'Differences' }).waitFor();
};

/** Six bytes of something else in front of a message. */
const INSIDE = 'aa bb cc dd ee ff 03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00 01 01 01 01';

/** @param {string} [item] of the menu by the message's title; without one it stays open */
const message = (item) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await page.getByRole('button', { name: 'Message', exact: true }).click();
  if (item !== undefined) await page.getByRole('menuitem', { name: item }).click();
};

/**
 * A browser that finds a newer build of the page, complete and waiting.
 * @param {import('@playwright/test').Page} page
 */
const withNewer = (page) =>
  page.addInitScript(() => {
    const waits = Object.assign(new EventTarget(), { waiting: {}, active: {} });
    navigator.serviceWorker.register = () =>
      Promise.resolve(/** @type {ServiceWorkerRegistration} */ (/** @type {unknown} */ (waits)));
  });

/** @type {readonly State[]} */
export const states = [
  { name: 'first' },
  {
    name: 'new-version',
    hash: '#s/case-37-bytes',
    before: withNewer,
    act: (page) => page.getByRole('status', { name: 'New version' }).waitFor(),
  },
  {
    name: 'redacting',
    hash: '#s/zpush-14-1/20',
    act: async (page) => {
      await dialog('Share')(page);
      await page.getByRole('checkbox', { name: /^Redact/ }).check();
      await page.getByRole('list', { name: 'Replaced values' }).waitFor();
    },
  },
  { name: '37-bytes', hash: '#s/case-37-bytes' },
  {
    name: 'this-byte',
    hash: '#s/case-37-bytes',
    act: (page) => page.getByRole('option', { name: /<CollectionId>/ }).click(),
  },
  { name: 'hex', hash: '#s/case-first-mail', act: (page) => press(page, 'Hex') },
  {
    name: 'hex-finding',
    hash: '#s/case-37-bytes',
    act: async (page) => {
      await press(page, 'Hex');
      await page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: 'Show' }).click();
    },
  },
  {
    name: 'hex-half-typed',
    hash: '#s/case-37-bytes',
    act: async (page) => {
      await press(page, 'Hex');
      await page.getByRole('gridcell', { name: /^offset 26,/ }).click();
      await page.keyboard.type('3');
    },
  },
  { name: 'mail', hash: '#s/case-mail-accepted' },
  { name: 'other-type', hash: '#s/si-push' },
  { name: 'conversation', hash: '#s/zpush-14-1/20' },
  { name: 'not-captured', hash: '#s/zpush-14-1/4' },
  { name: 'cut-off', hash: '#s/damaged-cut-off' },
  { name: 'unknown-codes', hash: '#s/damaged-unknown' },
  { name: 'gzip', hash: '#s/damaged-gzip' },
  { name: 'html', hash: '#s/damaged-html' },
  { name: 'broken-xml', act: (page) => paste(page, BROKEN) },
  { name: 'odd-digit', act: (page) => paste(page, '03 01 6a 00 45 4e 03 31 00 01 0') },
  { name: 'no-bytes', act: (page) => paste(page, 'Is anybody there?') },
  { name: 'damaged-link', hash: '#w1.AYGzato5VKXtXO' },
  {
    name: 'paste',
    act: (page) =>
      dialog('Paste')(page).then(() => page.getByRole('dialog').getByRole('textbox').fill('03 01 6a 0g')),
  },
  { name: 'samples', act: dialog('Samples'), only: 'wide' },
  { name: 'share', hash: '#s/case-mail-accepted', act: dialog('Share') },
  { name: 'read-as', act: (page) => page.getByRole('button', { name: 'Read as' }).click() },
  { name: 'message-menu', hash: '#s/zpush-14-1/20', act: message() },
  { name: 'add-message', hash: '#s/case-37-bytes', act: message('Add the request…') },
  { name: 'names', hash: '#s/zpush-14-1/20', act: message('Names and notes…') },
  { name: 'http-facts', hash: '#s/zpush-14-1/20', act: message('HTTP facts…') },
  { name: 'start-byte', act: (page) => paste(page, INSIDE) },
  {
    name: 'conversations',
    act: async (page) => {
      await paste(page, '03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00 01 01 01 01');
      await page.waitForURL(/#c\//);
      await press(page, 'More');
      await page.getByRole('menuitem', { name: 'Your conversations…' }).click();
      await page.getByRole('list', { name: 'Conversations' }).waitFor();
    },
  },
  { name: 'help', act: dialog('Keys and help') },
  {
    name: 'palette',
    act: async (page) => {
      await page.keyboard.press('Control+k');
      await page.getByRole('option').filter({ hasText: 'Rule:' }).first().waitFor({ state: 'attached' });
      await page.keyboard.type('sync');
    },
  },
  {
    name: 'settings',
    act: async (page) => {
      await press(page, 'More');
      await page.getByRole('menuitem', { name: 'Settings' }).click();
    },
  },
  { name: 'embed', hash: '?embed#s/case-37-bytes' },
  { name: 'copy-menu', act: (page) => page.getByRole('button', { name: 'Copy bytes' }).click() },
  {
    name: 'fix-preview',
    hash: '#s/case-37-bytes',
    act: async (page, narrow) => {
      await panel(/Findings/)(page, narrow);
      await page
        .getByRole('list', { name: 'Findings' })
        .getByRole('button', { name: /^Fix/ })
        .first()
        .click();
    },
  },
  {
    name: 'fixed',
    hash: '#s/case-37-bytes',
    act: (page) =>
      page.getByRole('region', { name: 'Verdict' }).getByRole('button', { name: /^Fix/ }).click(),
  },
  { name: 'many-findings', hash: '#s/case-first-mail', act: panel(/Findings/) },
  { name: 'checks', hash: '#s/case-37-bytes', act: panel(/Checks/) },
  { name: 'versions', hash: '#s/case-class-added', act: panel(/Versions/) },
  {
    name: 'compare',
    hash: '#s/case-37-bytes',
    act: (page, narrow) =>
      panel(/Compare/)(page, narrow).then(() => compareWith('exchange-sync-reply')(page)),
  },
  { name: 'sizes', hash: '#s/case-37-bytes', act: panel(/Sizes/) },
  { name: 'other-tables', hash: '#s/case-first-mail', act: panel(/Other tables/) },
  { name: 'rule', hash: '#rule/synckey-under-sync' },
  { name: 'rules', hash: '#rule/' },
  { name: 'no-such-rule', hash: '#rule/synckey-under-snyc' },
  { name: 'tab-xml', hash: '#s/case-37-bytes', act: tab('XML'), only: 'narrow' },
  { name: 'tab-findings', hash: '#s/case-37-bytes', act: tab('Findings'), only: 'narrow' },
  { name: 'tab-talk', hash: '#s/zpush-14-1/20', act: tab('Talk'), only: 'narrow' },
];
