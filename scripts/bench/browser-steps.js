import { writeFileSync } from 'node:fs';
import { hand, openPage, quantile } from './browser-item.js';
import { stepTimes } from './step-profile.js';

/** @typedef {import('@playwright/test').Browser} Browser */
/** @typedef {import('@playwright/test').Page} Page */

/**
 * A run whose steps are measured.
 * @typedef {{ name: string, what: string, setup: object }} RunItem
 */

/** @type {readonly RunItem[]} */
export const runItems = [
  {
    name: 'steps-10000',
    what: '10,000 steps',
    setup: { script: 'add-account', server: 'case-37', maxSteps: 10_000, maxRepeats: 10_000 },
  },
  { name: 'steps-600-mails', what: '600 mails in windows of 25', setup: { script: 'many-mails' } },
];

/**
 * Script on the main thread for one step, in ms: the median, and what 95 of 100 steps stay below.
 * @typedef {object} MeasuredSteps
 * @property {string} what
 * @property {number} steps how many were measured
 * @property {[number, number]} own ours
 * @property {[number, number]} editor Monaco's
 * @property {[number, number]} collector the garbage collector's
 * @property {number} heap MB of the page's own heap, with the run on show
 */

const MOST = 120_000;
const STRETCHES = 12;
const IN_A_STRETCH = 12;

/**
 * Opens a run and goes through it in stretches from its beginning to its end, one “Next step” after the other.
 * @param {Browser} browser
 * @param {string} url
 * @param {RunItem} item
 * @param {string | undefined} profileTo where the profile itself goes, for a closer look
 * @returns {Promise<MeasuredSteps>}
 */
export async function measureSteps(browser, url, item, profileTo) {
  const page = await openPage(browser, url);
  await openRun(page, item);
  const session = await page.context().newCDPSession(page);
  // In time of the processor: what others made the page wait for is nobody's.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await session.send('Profiler.enable');
  await session.send('Profiler.setSamplingInterval', { interval: 100 });
  await session.send('Profiler.start');
  const spans = await goThrough(page, session);
  const { profile } = await session.send('Profiler.stop');
  if (profileTo !== undefined) writeFileSync(profileTo, JSON.stringify(profile));
  const heap = await page.evaluate(
    () => /** @type {{ memory?: { usedJSHeapSize: number } }} */ (performance).memory?.usedJSHeapSize ?? NaN,
  );
  await page.context().close();
  const times = stepTimes(/** @type {import('./step-profile.js').CpuProfile} */ (profile), spans);
  /** @returns {[number, number]} */
  const both = (/** @type {'own' | 'editor' | 'collector'} */ part) => {
    const all = times.map((time) => time[part]);
    return [quantile(all, 0.5), quantile(all, 0.95)];
  };
  return {
    what: item.what,
    steps: times.length,
    own: both('own'),
    editor: both('editor'),
    collector: both('collector'),
    heap: heap / 1e6,
  };
}

/**
 * @param {Page} page
 * @param {RunItem} item
 */
async function openRun(page, { setup }) {
  const branches = [{ name: 'The run', setup: { ...DEFAULTS, ...setup } }];
  const simulation = { format: 1, branches, branch: 0, step: 0, rules: '' };
  const file = JSON.stringify({ format: 1, title: 'Run', exchanges: [], simulation });
  await hand(page, 'run.json', new TextEncoder().encode(file));
  await page.evaluate('globalThis.dropIt()');
  await page.getByRole('button', { name: 'Next step' }).waitFor({ timeout: MOST });
  await page.waitForTimeout(2000); // what is fetched and drawn behind the opening is there
}

const DEFAULTS = {
  version: '14.1',
  server: 'exact',
  phone: 'iphone',
  faults: [],
  replies: [],
  maxSteps: 2_000,
  maxRepeats: 8,
  parameters: {},
};

/**
 * A step is left alone until nothing moves any more: what it puts off belongs to it.
 * @param {Page} page
 * @param {import('@playwright/test').CDPSession} session
 * @returns {Promise<import('./step-profile.js').StepSpan[]>}
 */
async function goThrough(page, session) {
  const now = async () => {
    const { metrics } = await session.send('Performance.getMetrics');
    const seconds = (/** @type {string} */ metric) =>
      metrics.find(({ name }) => name === metric)?.value ?? NaN;
    return { at: seconds('Timestamp') * 1e6, atWork: seconds('TaskDuration') * 1000 };
  };
  const slider = page.locator('.transport input[type=range]');
  const last = Number(await slider.getAttribute('max'));
  const spans = [];
  for (let stretch = 0; stretch < STRETCHES; stretch++) {
    await slider.fill(String(Math.floor((stretch * Math.max(0, last - IN_A_STRETCH)) / (STRETCHES - 1))));
    await page.waitForTimeout(600);
    for (let i = 0; i < IN_A_STRETCH; i++) {
      const before = await now();
      await page.evaluate(() => {
        const next = document.querySelector('[aria-label="Next step"]');
        if (next instanceof HTMLElement) next.click();
      });
      await page.waitForTimeout(250);
      const after = await now();
      spans.push({ from: before.at, to: after.at, atWork: after.atWork - before.atWork });
    }
  }
  return spans;
}
