import { KEYS } from './browser.js';

/** A first Sync request: SyncKey 0, CollectionId 1. */
const REQUEST = '03016a00455c4f4b033000015203310001010101';
/** The text of a region of the page. */
const TEXT = (/** @type {string} */ name) =>
  `return document.querySelector('[aria-label="${name}"]')?.textContent ?? '';`;
const BUTTON = (/** @type {string} */ name) =>
  `const found = [...document.querySelectorAll('button')].find((one) => one.textContent.trim() === '${name}');
   if (!found) throw new Error('no button ${name}'); found.click(); return true;`;

/**
 * Goes through the page as a person does, in a browser that the other tests do not run in.
 * @param {import('./browser.js').Driver} browser
 * @param {{ url: string, close: () => Promise<void> }} site is closed to see what remains without it
 * @param {(done: string) => void} say
 */
export async function visit(browser, site, say) {
  const has = (/** @type {string} */ region, /** @type {string} */ text) =>
    eventually(`“${text}” in ${region}`, async () => String(await browser.run(TEXT(region))).includes(text));
  await browser.open(site.url);
  await has('Verdict', 'SyncKey stands directly under Sync');
  await has('XML', 'CollectionId');
  say('opened: the 37 bytes, with the verdict');

  await browser.run(BUTTON('Paste'));
  await eventually('the field to paste into', () =>
    browser.run(`return !!document.getElementById('paste-text');`),
  );
  await browser.run(`document.getElementById('paste-text').focus(); return true;`);
  await browser.press(REQUEST);
  await browser.run(BUTTON('Read'));
  await has('Verdict', '20 bytes');
  say('pasted: 20 bytes');

  await eventually('the editor', () =>
    browser.run(`return !!document.querySelector('.monaco-editor .view-line');`),
  );
  const line = await browser.run(
    `const { x, y } = document.querySelector('.monaco-editor .view-line').getBoundingClientRect(); return { x, y };`,
  );
  const { x, y } = /** @type {{ x: number, y: number }} */ (line);
  await browser.click(x + 5, y + 5);
  const { control, home, down, end, left } = KEYS;
  await browser.press(control + home + down.repeat(3) + end + left.repeat('</SyncKey>'.length) + '7');
  await has('Verdict', '21 bytes');
  await has('Bytes', '03 30 37 00');
  say('edited: SyncKey 07, 21 bytes');

  await browser.run(BUTTON('Share'));
  const LINK = `return [...document.querySelectorAll('dialog input')].map(({ value }) => value).find((one) => one.includes('#w1.'));`;
  const link = await eventually('a link', () => browser.run(LINK));
  await browser.open('about:blank');
  await browser.open(String(link));
  await has('Verdict', '21 bytes');
  say(`shared: a link of ${String(link).length} characters opens the same`);

  const worker = await browser.run(`return 'serviceWorker' in navigator;`);
  if (!worker) return say('offline: not tried, this browser gives pages under control no service worker');
  await browser.run(`return navigator.serviceWorker.ready.then(() => true);`);
  await site.close();
  await browser.open('about:blank');
  await browser.open(site.url);
  await has('XML', 'CollectionId');
  await browser.run(BUTTON('Simulate'));
  await eventually('a part that was never opened', () =>
    browser.run(`return !!document.querySelector('dialog[open]');`),
  );
  say('offline: opened again with the server gone, with a part that was not opened before');
}

/**
 * @template T
 * @param {string} what is waited for
 * @param {() => Promise<T>} ask
 * @returns {Promise<T>} what it gave, when that is true; rejects after half a minute
 */
async function eventually(what, ask) {
  for (const until = Date.now() + 30_000; Date.now() < until;) {
    const given = await ask();
    if (given) return given;
    await new Promise((done) => setTimeout(done, 100));
  }
  throw new Error(`waited in vain for ${what}`);
}
