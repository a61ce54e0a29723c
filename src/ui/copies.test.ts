import { afterEach, expect, test, vi } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { readPaste } from '../intake/index.ts';
import { fromLink, isLinkProblem } from '../share/index.ts';
import { Notices, Workspace, type PageState } from '../state/index.ts';
import { asModemList, SI, writePush, writeShortMessages } from '../testing/wap-writer.ts';
import { Core } from '../worker/index.ts';
import type { Copier } from './copier.ts';
import { byteCopies, saveConversation } from './copies.ts';

const HERE = 'https://example.test/';
const bytes = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const talk = (...replies: readonly string[]): Conversation => ({
  format: 1,
  title: 'A day',
  note: 'Ann’s phone',
  exchanges: replies.map((hex, i) => ({ id: String(i), response: { bytes: bytes(hex) } })),
});

afterEach(() => vi.unstubAllGlobals());

/** The report of the second exchange. */
async function report(conversation: Conversation): Promise<string> {
  vi.stubGlobal('location', { href: `${HERE}#c/x` });
  const noWorker = (): Worker => {
    throw new Error('no worker here');
  };
  const core = new Core(noWorker);
  const workspace = new Workspace(core);
  const page = { core, workspace, notices: new Notices() } as unknown as PageState;
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(conversation, { exchange: 1, side: 'response' });
  const copied: string[] = [];
  const copier = {
    copy: (text: string) => Promise.resolve(copied.push(text)),
    warn: () => Promise.resolve(),
  } as unknown as Copier;
  const items = byteCopies(page, copier).flat();
  items.find(({ label }) => label === 'Copy as report')?.act();
  await expect.poll(() => copied).toHaveLength(1);
  return copied[0] ?? '';
}

test('the report of one exchange links to that one, and to no other', async () => {
  const [, link = ''] =
    /\(https:[^#]*(#[^)]*)\)/.exec(await report(talk('03016a0005', '03016a0045 01', '03016a0006'))) ?? [];
  const read = await fromLink(link);
  if (isLinkProblem(read)) throw new Error(read.text);
  const { conversation, view } = read;
  expect(conversation.exchanges.map(({ response }) => toHex(response?.bytes ?? bytes('')))).toEqual([
    '03016a004501',
  ]);
  expect(conversation.note).toBeUndefined();
  expect(view.message).toEqual({ exchange: 0, side: 'response' });
});

const utf8 = (text: string): string => toHex(new TextEncoder().encode(text));

test('the report of a body that is no WBXML says what it is, and reads nothing into it', async () => {
  const text = await report(talk('03016a0005', utf8('<html><p>Not found</p></html>')));
  expect(text).toContain('It begins with “\\<html\\>\\<p\\>Not fou”.');
  expect(text).not.toMatch(/header could not be read|```/);
});

test('the report of a push says who sent it', async () => {
  const sender = { kind: 'deliver', centre: '491710760123', number: '491519876543' } as const;
  const pushed = readPaste(asModemList(writeShortMessages(sender, writePush({ type: 0x2e }, SI))))[0];
  const exchanges = [...talk('03016a0005').exchanges, ...(pushed?.conversation.exchanges ?? [])];
  const text = await report({ ...talk(), exchanges: exchanges.map((one, i) => ({ ...one, id: String(i) })) });
  expect(text).toContain('+491519876543');
});

test('the report of a long message says how many rows are left out', async () => {
  const text = await report(talk('03016a0005', `03016a00 45${'5c01'.repeat(11_000)}01`));
  expect(text.split('\n').length).toBeLessThan(11_000);
  expect(text).toMatch(/more/);
});

test('a report carries no link that would be most of it', async () => {
  let seed = 1;
  const noise = Array.from({ length: 20_000 }, () => {
    seed = (seed * 48_271) % 2_147_483_647;
    return (seed & 0xff).toString(16).padStart(2, '0');
  }).join('');
  expect(await report(talk('03016a0005', `03016a0045c3829c20${noise}01`))).not.toContain('#w1.');
});

test('of a file it is told what all of it holds, also what is not on show', () => {
  const workspace = new Workspace(
    new Core(() => {
      throw new Error('no worker here');
    }),
  );
  workspace.open(talk('03016a0005'));
  workspace.keepWith((conversation) => ({ ...conversation, simulation: 'ann@example.test' }) as Conversation);
  const warned: Conversation[] = [];
  const copier = {
    save: () => undefined,
    warn: (one: Conversation) => warned.push(one),
  } as unknown as Copier;
  saveConversation(workspace, copier).act();
  expect(warned).toEqual([workspace.whole]);
});
