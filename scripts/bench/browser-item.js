import { probe } from './browser-probe.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * Ms, from the drop of the file where not said otherwise; NaN: not within two minutes; absent: not asked.
 * @typedef {object} Measured
 * @property {string} name
 * @property {string} what
 * @property {number} rows the bytes are on show
 * @property {number} findings the verdict is there
 * @property {number} xml the XML is there: in the editor, or as an outline. The editor stays while a text is written
 *   for it, so that lines of a former one are not taken for it: the pane says whether it is busy
 * @property {number} longest the longest time the main thread was taken until all that was there, the editor apart
 * @property {number} editor what the editor took to take the text in
 * @property {number} lastByte from Enter in “go to” until the last byte has the focus
 * @property {number} scrolling the longest time the main thread was taken while scrolling with the wheel
 * @property {number} [keyMiddle] from a key in the editor to the picture, median
 * @property {number} [keySlow] the same, 95 of 100 are faster
 * @property {number} [fieldMiddle] from a key in a plain text field of the page to the picture, median: what no key takes
 *   less than here
 * @property {number} [fieldSlow] the same, 95 of 100 are faster
 * @property {number} [digitMiddle] from a digit in the grid to the picture, median
 * @property {number} [digitSlow] the same, 95 of 100 are faster
 * @property {number} [cancel] from the press of Cancel until the page says so
 * @property {number} heap MB of the page's own heap
 */

const MOST = 120_000;

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {import('./browser-items.js').BrowserItem} item
 * @returns {Promise<Measured>}
 */
export async function measureItem(browser, url, item) {
  const bytes = item.bytes();
  const page = await openPage(browser, url);
  const opened = await open(page, item.file, bytes);
  const lastByte = await goToLast(page);
  const scrolling = await scroll(page);
  const isTyped = !opened.isOutline && item.name !== 'capture';
  const digits = isTyped ? await typeBytes(page) : undefined;
  const keys = isTyped ? await typeText(page) : undefined;
  const field = isTyped ? await typeInField(page) : undefined;
  const heap = await page.evaluate(
    () => /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance).memory?.usedJSHeapSize ?? NaN,
  );
  await page.context().close();
  const cancel = bytes.length > 20_000_000 ? await cancelled(browser, url, item.file, bytes) : undefined;
  return {
    name: item.name,
    what: item.what,
    ...opened.times,
    lastByte,
    scrolling,
    ...(keys && { keyMiddle: quantile(keys, 0.5), keySlow: quantile(keys, 0.95) }),
    ...(field && { fieldMiddle: quantile(field, 0.5), fieldSlow: quantile(field, 0.95) }),
    ...(digits && { digitMiddle: quantile(digits, 0.5), digitSlow: quantile(digits, 0.95) }),
    ...(cancel !== undefined && { cancel }),
    heap: heap / 1e6,
  };
}

/**
 * @param {Browser} browser
 * @param {string} url
 */
export async function openPage(browser, url) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await page.addInitScript(probe);
  await page.goto(url);
  await page.locator('.monaco-editor').first().waitFor();
  await page.waitForTimeout(1500); // what is fetched ahead is there
  return page;
}

/**
 * Hands a file over to the page without opening it: `dropIt` does.
 * @param {Page} page
 * @param {string} name
 * @param {Uint8Array} bytes
 */
export async function hand(page, name, bytes) {
  await page.evaluate(
    ({ base64, name }) => {
      const data = Uint8Array.from(atob(base64), (unit) => unit.charCodeAt(0));
      Object.assign(globalThis, { handed: new File([data], name) });
    },
    { base64: Buffer.from(bytes).toString('base64'), name },
  );
  await page.evaluate(`globalThis.dropIt = ${dropIt.toString()}`);
  await page.waitForTimeout(500);
}

/** Drops what was handed over. Runs in the page. */
function dropIt() {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(/** @type {{ handed: File }} */ (/** @type {unknown} */ (globalThis)).handed);
  for (const kind of ['dragenter', 'dragover', 'drop']) {
    document.body.dispatchEvent(
      new DragEvent(kind, { dataTransfer, bubbles: true, cancelable: true, composed: true }),
    );
  }
}

/**
 * @param {Page} page
 * @param {string} name
 * @param {Uint8Array} bytes
 */
async function open(page, name, bytes) {
  await hand(page, name, bytes);
  return page.evaluate(
    async ({ most, name }) => {
      const { bench, dropIt } =
        /** @type {{ bench: import('./browser-probe.js').Bench, dropIt: () => void }} */ (
          /** @type {unknown} */ (globalThis)
        );
      const text = (/** @type {string} */ selector) => document.querySelector(selector)?.textContent ?? '';
      const before = text('header');
      const isOther = () => text('header') !== before && text('header').includes(name);
      const has = (/** @type {string} */ selector) => document.querySelector(selector) !== null;
      const from = performance.now();
      dropIt();
      const [rows, findings, xml] = await Promise.all([
        bench.when(() => isOther() && has('#panel-bytes [role=grid], #panel-bytes [role=listbox]'), most),
        bench.when(
          () => isOther() && !/Examining|Reading/.test(text('section[aria-label=Verdict]') + text('footer')),
          most,
        ),
        bench.when(
          () => isOther() && has('#panel-xml [role=tree], #panel-xml [aria-busy=false] .view-line'),
          most,
        ),
      ]);
      await new Promise((done) => setTimeout(done, 1000));
      const end = performance.now();
      const own = bench.editor().filter(([start]) => start > from);
      return {
        isOutline: has('#panel-xml [role=tree]'),
        times: {
          rows: rows - from,
          findings: findings - from,
          xml: xml - from,
          longest: bench.longest(from, end),
          editor: own.reduce((sum, [start, stop]) => sum + stop - start, 0),
        },
      };
    },
    { most: MOST, name: name.replace(/\.wbxml$/, '') },
  );
}

/** @param {Page} page */
async function goToLast(page) {
  const field = page.getByRole('textbox', { name: /^Go to byte/ });
  const last = /0 to (\d+)/.exec((await field.getAttribute('aria-label')) ?? '')?.[1] ?? '0';
  await field.fill(last);
  const before = await page.evaluate(() => performance.now());
  await field.press('Enter');
  const after = await page.evaluate(
    (most) =>
      /** @type {{ bench: import('./browser-probe.js').Bench }} */ (
        /** @type {unknown} */ (globalThis)
      ).bench.when(
        () => document.activeElement?.matches('#panel-bytes [role=gridcell], #panel-bytes [role=option]'),
        most,
      ),
    MOST,
  );
  return after - before;
}

/** @param {Page} page */
async function scroll(page) {
  await page.locator('#panel-bytes').hover();
  const from = await page.evaluate(() => performance.now());
  for (let i = 0; i < 40; i++) {
    await page.mouse.wheel(0, i < 20 ? -400 : 300);
    await page.waitForTimeout(16);
  }
  return page.evaluate(
    (start) =>
      /** @type {{ bench: import('./browser-probe.js').Bench }} */ (
        /** @type {unknown} */ (globalThis)
      ).bench.longest(start, performance.now()),
    from,
  );
}

/**
 * Letters in a value near the beginning: between tags a text may change without its bytes.
 * @param {Page} page
 */
async function typeText(page) {
  const lines = page.locator('#panel-xml .view-line');
  const line = (await lines.allTextContents()).findIndex((text, i) => i > 8 && /[^>]<\/[^<]+>$/.test(text));
  const close = /<\/[^<]+>$/.exec((await lines.nth(line).textContent()) ?? '')?.[0] ?? '';
  await lines.nth(line).click();
  await page.keyboard.press('End');
  for (const _ of close) await page.keyboard.press('ArrowLeft');
  return timed(page, ['a', 'Backspace']);
}

/**
 * Digits over bytes of a text near the beginning. Half of the keys write a byte.
 * @param {Page} page
 */
async function typeBytes(page) {
  await page.locator('#panel-bytes .box').evaluate((box) => (box.scrollTop = 0));
  await page.locator('#panel-bytes [data-offset="0"]').first().waitFor();
  await page.waitForTimeout(500); // rows are drawn as text first, and as cells soon
  const from = await page.locator('#panel-bytes [role=gridcell]').evaluateAll(
    (cells, count) => {
      const strings = cells
        .filter((cell) => cell.classList.contains('kind-string'))
        .map((cell) => Number(/** @type {HTMLElement} */ (cell).dataset['offset']))
        .sort((a, b) => a - b);
      return strings.find((offset, i) => strings[i + count] === offset + count) ?? NaN;
    },
    COUNT / 2 + 2,
  );
  await page.locator(`#panel-bytes [role=gridcell][data-offset="${from + 1}"]`).click();
  return timed(page, ['4', '1']);
}

/** @param {Page} page */
async function typeInField(page) {
  await page.getByRole('textbox', { name: 'Bytes to write' }).click();
  return timed(page, ['4', 'Backspace']);
}

/** Keys that are pressed one after the other. */
const COUNT = 40;

/**
 * Ms from each of some keys to the picture it made, in no order.
 * @param {Page} page
 * @param {[string, string]} keys in turn
 */
async function timed(page, keys) {
  await page.waitForTimeout(500);
  await page.evaluate(() => {
    /** @type {{ bench: import('./browser-probe.js').Bench }} */ (
      /** @type {unknown} */ (globalThis)
    ).bench.keys.length = 0;
  });
  for (let i = 0; i < COUNT; i++) {
    await page.keyboard.press(keys[i % 2] ?? '');
    await page.waitForTimeout(60);
  }
  await page.waitForTimeout(500);
  const slow = await page.evaluate(
    () =>
      /** @type {{ bench: import('./browser-probe.js').Bench }} */ (/** @type {unknown} */ (globalThis)).bench
        .keys,
  );
  // What took less than a frame is not told.
  return [...Array.from({ length: Math.max(0, COUNT - slow.length) }, () => 8), ...slow];
}

/**
 * @param {Browser} browser
 * @param {string} url
 * @param {string} name
 * @param {Uint8Array} bytes
 */
async function cancelled(browser, url, name, bytes) {
  const page = await openPage(browser, url);
  await hand(page, name, bytes);
  await page.evaluate('globalThis.dropIt()');
  const button = page.getByRole('button', { name: 'Cancel' });
  const came = await button.waitFor({ timeout: 5000 }).then(
    () => true,
    () => false,
  );
  if (!came) return undefined; // it was there before one could press
  const took = await page.evaluate(async (most) => {
    const { bench } = /** @type {{ bench: import('./browser-probe.js').Bench }} */ (
      /** @type {unknown} */ (globalThis)
    );
    const found = [...document.querySelectorAll('footer button')].find((one) => one.textContent === 'Cancel');
    const from = performance.now();
    /** @type {HTMLElement | undefined} */ (found)?.click();
    return (await bench.when(() => document.querySelector('footer progress') === null, most)) - from;
  }, MOST);
  await page.context().close();
  return took;
}

/**
 * @param {readonly number[]} values
 * @param {number} part
 */
export function quantile(values, part) {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? NaN;
}
