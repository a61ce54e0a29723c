// The same run everywhere: in Node and in the page, with workers and without, short and very long.
import { readFileSync } from 'node:fs';
import { goldenRuns } from '../../src/testing/golden-runs.ts';
import { drop, expect, openPage, test } from '../support/test.ts';
import { goTo, lastStep, part, run, told, transport } from './parts.ts';

interface Core {
  simulate: (setup: object) => unknown;
  transcriptText: (transcript: unknown) => string;
}

test('the browser plays every golden run byte for byte as Node does', async ({ page }) => {
  await openPage(page);
  const texts = await page.evaluate(async (setups) => {
    const address = new URL('core.js', document.baseURI).href;
    const core = (await import(address)) as Core;
    return Object.entries(setups).map(([name, setup]) => [name, core.transcriptText(core.simulate(setup))]);
  }, goldenRuns);
  for (const [name = '', text] of texts) {
    const kept = new URL(`../../src/sim/golden/${name}.txt`, import.meta.url);
    expect(text, name).toBe(readFileSync(kept, 'utf8'));
  }
});

test('without workers a run is played all the same', async ({ page }) => {
  await page.addInitScript(() => {
    window.Worker = class {
      constructor() {
        throw new Error('Workers are blocked.');
      }
    } as unknown as typeof Worker;
  });
  await openPage(page);
  await run(page);
  await transport(page).getByRole('button', { name: 'Last step' }).click();
  await expect(page.getByRole('tabpanel', { name: 'Both sides' })).toContainText(
    'Both mailboxes hold the same.',
  );
});

/** A phone that never gets on asks again and again. */
const LONG = {
  script: 'add-account',
  version: '14.1',
  server: 'case-37',
  phone: 'iphone',
  faults: [],
  replies: [],
  maxSteps: 3_000,
  maxRepeats: 3_000,
  parameters: {},
};

test('of thousands of messages only those in view are drawn, and the one on show is', async ({ page }) => {
  await openPage(page);
  const branches = [{ name: 'The run', setup: LONG }];
  const simulation = { format: 1, branches, branch: 0, step: 0, rules: '' };
  const file = JSON.stringify({ format: 1, title: 'Long', exchanges: [], simulation });
  await drop(page, { name: 'long.json', bytes: new TextEncoder().encode(file), type: 'application/json' });
  await expect(told(page)).toContainText('Step 1 of 3,000', { timeout: 40_000 });
  const rail = page.getByRole('list', { name: 'Messages' });
  expect(await rail.getByRole('listitem').count()).toBeLessThan(100);
  await goTo(page, 2_000);
  await expect(rail.locator('[aria-current]')).toBeInViewport();
  await rail.locator('[aria-current]').press('Home');
  await expect(told(page)).toContainText('Step 2 of');
  await expect(rail.locator('[aria-current]')).toBeFocused();
});

test('600 mails: the newest are listed, and the others on demand', async ({ page }) => {
  await openPage(page);
  await run(page, async (form) => {
    await form.getByRole('combobox', { name: 'Script' }).selectOption('many-mails');
  });
  await goTo(page, await lastStep(page));
  const inbox = part(page, 'Mailboxes').getByRole('table').first().getByRole('row');
  await expect(inbox).toHaveCount(61);
  await part(page, 'Mailboxes').getByRole('button', { name: 'Show 60 more' }).first().click();
  await expect(inbox).toHaveCount(121);
});
