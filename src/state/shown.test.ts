import { afterEach, expect, test, vi } from 'vitest';
import type { Conversation } from '../conversation/index.ts';
import { readJournals, recover } from '../storage/index.ts';
import { stubBrowser } from '../testing/stub-browser.ts';
import { Core } from '../worker/index.ts';
import { AddressBar } from './address-bar.svelte.ts';
import { forgetEverything } from './forget-everything.ts';
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

test('a change after everything was to be forgotten, and the browser refused, is kept', async () => {
  const { shown, workspace } = await page();
  await shown.showNew({ conversation: talk({ id: '1', response: { bytes: SYNC } }) });
  const former = shown.id ?? '';
  expect(await forgetEverything(shown)).toBe(false);
  expect(readJournals()).toEqual([]);
  workspace.editBytes({ start: 4, end: 5, bytes: Uint8Array.of(6), title: 'byte overwritten' });
  expect(readJournals().map(({ id }) => id)).toEqual([shown.id]);
  expect(shown.id).not.toBe(former);
  await vi.waitFor(() => expect(shown.unsaved).toEqual({ why: 'refused' }));
});
