import { flushSync } from 'svelte';
import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import type { Conversation } from '../../conversation/index.ts';
import { examineMessage } from '../../doctor/index.ts';
import { Workspace } from '../../state/index.ts';
import { Core, type Asked } from '../../worker/index.ts';
import type { View } from '../view.svelte.ts';
import { walkFindings } from './finding-walk.svelte.ts';

const conversation = (hex: string): Conversation => ({
  format: 1,
  title: '',
  exchanges: [{ id: '1', response: { bytes: fromHex(hex) ?? new Uint8Array() } }],
});
/** SyncKey directly under Sync, in a message that the worker examines. */
const LARGE = conversation(
  `03016a00 45 4b033100 01 5c4f 4b033100 01 5203${'31'.repeat(20_000)}00 01 01 01 01`,
);
const OTHER = conversation('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101');

/** A page whose large messages are examined when the test says so, and what was stepped to in it. */
async function held() {
  let listener: (event: { data: unknown }) => void = () => undefined;
  const asked: { id: number; kind?: string; job: { messages: Asked[] } }[] = [];
  const worker = {
    addEventListener: (name: string, given: typeof listener) => {
      if (name === 'message') listener = given;
    },
    postMessage: (request: (typeof asked)[number]) => asked.push(request),
    terminate: () => undefined,
  };
  const workspace = new Workspace(new Core(() => worker as unknown as Worker));
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  const shown: string[] = [];
  const page = { workspace, notices: { say: () => undefined } };
  const show = ({ rule }: { rule: string }) => shown.push(rule);
  const view = { page, steps: [], show, walk: () => undefined } as unknown as View;
  const examine = async () => {
    for (const { id, kind, job } of asked.filter((one) => one.kind === 'examine')) {
      expect(kind).toBe('examine');
      listener({
        data: { id, result: job.messages.map(({ message, ...at }) => examineMessage(message, at)) },
      });
    }
    await new Promise((done) => setTimeout(done));
    flushSync();
  };
  return { workspace, view, shown, examine };
}

test('asked for three times while it is examined, one finding is stepped to', async () => {
  const { workspace, view, shown, examine } = await held();
  workspace.open(LARGE);
  for (let i = 0; i < 3; i++) {
    walkFindings(view, 1);
    flushSync();
  }
  expect(shown).toEqual([]);
  await examine();
  expect(workspace.findings.length).toBeGreaterThan(0);
  expect(shown).toHaveLength(1);
});

test('what is opened meanwhile is not stepped through', async () => {
  const { workspace, view, shown, examine } = await held();
  workspace.open(LARGE);
  walkFindings(view, 1);
  flushSync();
  workspace.open(OTHER);
  await examine();
  expect(workspace.findings.length).toBeGreaterThan(0);
  expect(shown).toEqual([]);
});
