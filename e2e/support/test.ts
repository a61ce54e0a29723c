import { test as base, expect } from '@playwright/test';
import { Watch } from './watch.ts';

export { expect };
export { axe, axeInBoth, copied, drop, openPage, paste, untilItStands } from './actions.ts';
export type { DroppedFile } from './actions.ts';

interface Fixtures {
  /** What was asked for and what went wrong, in every context of this test. */
  watch: Watch;
}

/**
 * Playwright's test, with the page's promise held in every one of them: no request but for its own static
 * files, no violation of its policy, no uncaught error.
 */
export const test = base.extend<Fixtures>({
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
  context: async ({ context, watch }, use) => {
    await watch.add(context);
    await use(context);
    await watch.settle(); // before it closes: what its pages report is still on its way
  },
});
