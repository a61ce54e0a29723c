import { afterEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { readJournals, recover } from '../storage/index.ts';
import { stubBrowser } from '../testing/stub-browser.ts';
import { Core } from '../worker/index.ts';
import { AddressBar } from './address-bar.svelte.ts';
import { Notices } from './notices.svelte.ts';
import { Shown } from './shown.svelte.ts';
import { Stage } from './stage.svelte.ts';
import { Workspace } from './workspace.svelte.ts';

const noWorker = (): Worker => {
  throw new Error('no worker is needed for a small message');
};

async function page() {
  const browser = stubBrowser();
  const core = new Core(noWorker);
  const workspace = new Workspace(core);
  const shown = new Shown(workspace, new Notices(), new Stage(workspace, core), new AddressBar());
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  return { browser, workspace, shown };
}

afterEach(() => vi.unstubAllGlobals());

const SYNC = Uint8Array.from([0x03, 0x01, 0x6a, 0x00, 0x05]);
const talk = (...exchanges: Conversation['exchanges']): Conversation => ({
  format: 1,
  title: 'T',
  exchanges,
});

test.each([
  { what: 'a lone request', side: 'request', exchange: { id: '1', request: { bytes: SYNC } } },
  { what: 'a lone reply', side: 'response', exchange: { id: '1', response: { bytes: SYNC } } },
  {
    what: 'an exchange',
    side: 'request',
    exchange: { id: '1', request: { bytes: SYNC }, response: { bytes: SYNC } },
  },
])('$what that is new is kept with the message that it is shown at', async ({ side, exchange }) => {
  const { shown, workspace } = await page();
  await shown.showNew({ conversation: talk(exchange) });
  expect(workspace.at).toEqual({ exchange: 0, side });
  const journals = readJournals(shown.id ?? '');
  const kept = recover({ kind: 'none' }, journals).now?.kept;
  expect(kept?.view).toMatchObject({ exchange: 0, side });
});
