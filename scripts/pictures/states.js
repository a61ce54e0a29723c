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

/** Compares with the reply of an Exchange server. @param {string} [form] what it is shown as, where that is told */
const compared =
  (form) => async (/** @type {import('@playwright/test').Page} */ page, /** @type {boolean} */ narrow) => {
    await panel(/Compare/)(page, narrow);
    await page.getByRole('combobox', { name: 'Compare with' }).selectOption('exchange-sync-reply');
    await page.getByRole('list', { name: 'Differences' }).waitFor();
    if (form === undefined) return;
    await page
      .getByRole('group', { name: 'Show as' })
      .getByRole('button', { name: form, exact: true })
      .click();
  };

/** Opens the dialog of the simulation, from the bar or, where that is short, from its menu.
 * @param {import('@playwright/test').Page} page @param {boolean} narrow */
async function simulating(page, narrow) {
  if (narrow) {
    await press(page, 'More');
    await page.getByRole('menuitem', { name: 'Simulate' }).click();
  } else await press(page, 'Simulate');
  await page.getByRole('dialog').getByRole('list', { name: 'Faults' }).waitFor();
}

/**
 * A run at one of its steps, with both sides in view.
 * @param {number} step from 0
 * @param {string} [reply] hex that stands in for the server's reply from there on
 * @returns {(page: import('@playwright/test').Page, narrow: boolean) => Promise<void>}
 */
const run = (step, reply) => async (page, narrow) => {
  await simulating(page, narrow);
  await page.getByRole('dialog').getByRole('button', { name: 'Run' }).click();
  await page.getByRole('slider', { name: 'Step' }).fill(String(step));
  if (narrow) await panel(/Both sides/)(page, narrow);
  if (reply === undefined) return;
  await page.getByRole('textbox', { name: /^Your reply/ }).fill(reply);
  await press(page, 'Let the phone go on from it');
  await page.getByRole('region', { name: 'Branches' }).scrollIntoViewIfNeeded();
};

/** Drops a message of many items, too long to be one text. @param {import('@playwright/test').Page} page */
async function dropLarge(page) {
  await page.evaluate(() => {
    const of = (/** @type {string} */ hex) =>
      Uint8Array.from(hex.match(/../g) ?? [], (two) => parseInt(two, 16));
    const item = [...of('474d03353a3100015d00114a4b03'), ...Array(9000).fill(0x61), ...of('000101000001')];
    const parts = [of('03016a00455c4f4b0331000152033100014e0331000156')];
    for (let i = 0; i < 1100; i++) parts.push(Uint8Array.from([...item, 1]));
    const dataTransfer = new DataTransfer();
    dataTransfer.items.add(new File([...parts, of('01010101')], 'large.wbxml'));
    for (const kind of ['dragenter', 'dragover', 'drop']) {
      document.body.dispatchEvent(new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true }));
    }
  });
  await page.getByRole('region', { name: 'Verdict' }).getByText('has no Type').waitFor();
}

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

/** @param {string} item of the page's menu, which opens a dialog */
const more = (item) => async (/** @type {import('@playwright/test').Page} */ page) => {
  await press(page, 'More');
  await page.getByRole('menuitem', { name: item }).click();
  await page.getByRole('dialog').waitFor();
};

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
  { name: 'read-as', act: message('Read as…') },
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
  { name: 'help', act: more('Keys and help') },
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
    act: more('Settings'),
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
  { name: 'compare', hash: '#s/case-37-bytes', act: compared() },
  { name: 'sizes', hash: '#s/case-37-bytes', act: panel(/Sizes/) },
  { name: 'other-tables', hash: '#s/case-first-mail', act: panel(/Other tables/) },
  { name: 'rule', hash: '#rule/synckey-under-sync' },
  { name: 'rules', hash: '#rule/' },
  { name: 'no-such-rule', hash: '#rule/synckey-under-snyc' },
  ...[1, 2, 3, 4, 5, 6, 7].map((chapter) => ({
    name: `story-${chapter}`,
    hash: `#s/synckey-0-loop/${chapter}`,
  })),
  { name: 'simulate', act: simulating },
  {
    name: 'be-the-phone',
    act: (page, narrow) =>
      simulating(page, narrow).then(() => page.getByRole('tab', { name: 'Be the phone' }).click()),
  },
  { name: 'run', act: run(4) },
  { name: 'run-end', act: run(40) },
  { name: 'branches', act: run(19, '03 01 6a 00 45 4b 03 31 00 01 01') },
  { name: 'phones', hash: '#s/case-37-bytes', act: panel(/Phones/) },
  { name: 'compare-xml', hash: '#s/case-37-bytes', act: compared('XML') },
  { name: 'compare-bytes', hash: '#s/case-37-bytes', act: compared('Bytes') },
  { name: 'outline', act: dropLarge },
  {
    name: 'outline-xml',
    act: (page) => dropLarge(page).then(() => tab('XML')(page)),
    only: 'narrow',
  },
  { name: 'more', act: (page) => press(page, 'More') },
  {
    name: 'samples-narrow',
    act: more('Samples'),
    only: 'narrow',
  },
  { name: 'tab-xml', hash: '#s/case-37-bytes', act: tab('XML'), only: 'narrow' },
  { name: 'tab-findings', hash: '#s/case-37-bytes', act: tab('Findings'), only: 'narrow' },
  { name: 'tab-talk', hash: '#s/zpush-14-1/20', act: tab('Talk'), only: 'narrow' },
];
