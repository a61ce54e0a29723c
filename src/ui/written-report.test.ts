import { expect, test, vi } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import type { Conversation } from '../conversation/index.ts';
import { conversationReport, type ReportOrder } from '../export/index.ts';
import { Notices, Workspace, type PageState } from '../state/index.ts';
import { Core } from '../worker/index.ts';
import { writtenReport } from './written-report.ts';

const SYNC =
  fromHex('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101') ?? new Uint8Array();
const talk = (count: number): Conversation => ({
  format: 1,
  title: 'A day',
  exchanges: Array.from({ length: count }, (_, i) => ({ id: String(i), response: { bytes: SYNC } })),
});

/** A worker that writes reports when it is told to. */
class SlowWorker {
  readonly asked: { id: number; kind: string; job: ReportOrder }[] = [];
  ended = 0;
  #listener: (event: { data: unknown }) => void = () => undefined;
  addEventListener(name: string, listener: (event: { data: unknown }) => void): void {
    if (name === 'message') this.#listener = listener;
  }
  postMessage(request: (typeof this.asked)[number]): void {
    this.asked.push(structuredClone(request));
  }
  answer(): void {
    const { id, job } = this.asked.at(-1) as (typeof this.asked)[number];
    this.#listener({ data: { id, result: conversationReport(job) } });
  }
  fail(): void {
    this.#listener({ data: { id: this.asked.at(-1)?.id, fault: 'a rule threw' } });
  }
  terminate(): void {
    this.ended++;
  }
}

async function opened(conversation: Conversation) {
  const worker = new SlowWorker();
  const core = new Core(() => worker as unknown as Worker);
  const [workspace, notices] = [new Workspace(core), new Notices()];
  await Promise.all([workspace.ready(), workspace.examiner.ready()]);
  workspace.open(conversation);
  return { worker, workspace, notices, page: { core, workspace, notices } as unknown as PageState };
}

test('many small messages are told beside the page, with what is known of them already', async () => {
  const { worker, workspace, page } = await opened(talk(100));
  const { conversation } = workspace;
  const going = writtenReport(page, { conversation, form: 'html' });
  await expect.poll(() => worker.asked).toHaveLength(1);
  const { kind, job } = worker.asked[0] as (typeof worker.asked)[number];
  expect([kind, job.known?.length]).toEqual(['report', 100]);
  expect(job.known?.[3]?.findings.map(({ text }) => text)).toEqual(
    workspace.examiner.of({ exchange: 3, side: 'response' })?.findings.map(({ text }) => text),
  );
  worker.answer();
  const { known: _, ...unknown } = job;
  expect(await going).toBe(conversationReport(unknown));
});

test('a few are told at once', async () => {
  const { worker, workspace, page } = await opened(talk(2));
  const text = await writtenReport(page, { conversation: workspace.conversation, form: 'markdown' });
  expect(text).toMatch(/^## A day\n/);
  expect(worker.asked).toEqual([]);
});

test('of one exchange the side that is asked for is told, with what is known of it', async () => {
  const { workspace, page } = await opened(talk(2));
  const exchanges = workspace.conversation.exchanges.slice(1);
  const conversation = { ...workspace.conversation, exchanges };
  const order = { conversation, form: 'message', side: 'response' } as const;
  expect(await writtenReport(page, order, 1)).toMatch(/^### Sync reply · 37 bytes\n/);
});

test('what is not on show as it is told is examined anew', async () => {
  const { worker, page } = await opened(talk(100));
  void writtenReport(page, { conversation: talk(100), form: 'html' });
  await expect.poll(() => worker.asked).toHaveLength(1);
  expect(worker.asked[0]?.job.known).toEqual([]);
});

test('one that takes long is said to be under way, and ends where a person cancels it', async () => {
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  try {
    const { worker, workspace, notices, page } = await opened(talk(100));
    const going = writtenReport(page, { conversation: workspace.conversation, form: 'html' });
    await vi.waitFor(() => expect(worker.asked).toHaveLength(1));
    expect(notices.banner).toBeUndefined();
    vi.advanceTimersByTime(200);
    expect(notices.banner?.text).toBe('The report is being written.');
    notices.banner?.action?.act();
    expect(await going).toBeUndefined();
    expect([notices.banner, notices.status, worker.ended]).toEqual([
      undefined,
      'Cancelled: nothing was written.',
      1,
    ]);
  } finally {
    vi.useRealTimers();
  }
});

test('one at which the page fails is told so', async () => {
  const { worker, workspace, notices, page } = await opened(talk(100));
  const going = writtenReport(page, { conversation: workspace.conversation, form: 'fixture' });
  await expect.poll(() => worker.asked).toHaveLength(1);
  worker.fail();
  expect(await going).toBeUndefined();
  expect(notices.banner?.text).toMatch(/could not be written/);
});

test('a second one ends the first', async () => {
  const { worker, workspace, page } = await opened(talk(100));
  const { conversation } = workspace;
  const first = writtenReport(page, { conversation, form: 'html' });
  await expect.poll(() => worker.asked).toHaveLength(1);
  const second = writtenReport(page, { conversation, form: 'fixture' });
  expect(await first).toBeUndefined();
  await expect.poll(() => worker.asked).toHaveLength(2);
  worker.answer();
  expect(await second).toContain('"fixture": 1');
});
