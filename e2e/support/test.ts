import { test as base, expect } from '@playwright/test';
import { KeptPage } from './kept-page.ts';
import { Watch } from './watch.ts';

export { expect };
export {
  axe,
  axeInBoth,
  copied,
  drop,
  holdBack,
  openHeldBack,
  openPage,
  paste,
  untilItStands,
} from './actions.ts';
export type { DroppedFile } from './actions.ts';

interface Fixtures {
  /** What was asked for and what went wrong, in every context of this test. */
  watch: Watch;
  /** The page of this test, as new. */
  kept: KeptPage;
}

interface WorkerFixtures {
  /** Where a page waits from test to test. */
  shelf: { page?: KeptPage | undefined };
}

/**
 * Playwright's test, with the page's promise held in every one of them: no request but for its own static
 * files, no violation of its policy, no uncaught error.
 */
export const test = base.extend<Fixtures, WorkerFixtures>({
  watch: [
    async ({ browser, baseURL }, use) => {
      const watch = new Watch(baseURL ?? '');
      browser.on('context', (context) => void watch.add(context));
      await use(watch);
      browser.removeAllListeners('context');
      expect(watch.faults, 'requests beyond the page itself, policy violations, errors').toEqual([]);
    },
    { auto: true },
  ],
  shelf: [
    async ({}, use) => {
      const shelf: WorkerFixtures['shelf'] = {};
      await use(shelf);
      await shelf.page?.close();
    },
    { scope: 'worker' },
  ],
  kept: async (
    { browser, baseURL, watch, shelf, viewport, colorScheme, hasTouch, isMobile, serviceWorkers },
    use,
    info,
  ) => {
    const wanted = { home: baseURL ?? '', viewport, colorScheme, hasTouch, isMobile, serviceWorkers };
    if (!shelf.page?.suits(wanted)) {
      await shelf.page?.close();
      shelf.page = await KeptPage.open(browser, wanted, (context) => watch.add(context));
    }
    const kept = shelf.page;
    await watch.add(kept.context);
    await kept.renew(wanted);
    await use(kept);
    await watch.settle(); // before it is left: what its pages report is still on its way
    if (kept.spoiled || info.status !== info.expectedStatus) {
      shelf.page = undefined;
      await kept.close();
    } else await kept.empty();
  },
  context: ({ kept }, use) => use(kept.context),
  page: ({ kept }, use) => use(kept.page),
});
