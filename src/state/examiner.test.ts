import { describe, expect, test, vi } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { replaceBytes, type Conversation } from '../conversation/index.ts';
import { examineMessage } from '../doctor/index.ts';
import { Core, type Asked } from '../worker/index.ts';
import { Examiner } from './examiner.svelte.ts';

const noWorker = (): Worker => {
  throw new Error('no worker here');
};
const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();
const request = (id: string): string => `03016a00 45 5c4f 4b03300001 52033${id}0001 010101`;
const reply = (id: string): string => `03016a00 45 5c4f 4b03310001 52033${id}0001 4e03310001 010101`;
const talk = (...ids: readonly string[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: ids.map((id, i) => ({
    id: `${i}`,
    request: { bytes: bytesOf(request('2')) },
    response: { bytes: bytesOf(reply(id)) },
  })),
});
const answer = { exchange: 0, side: 'response' as const };

async function examined(conversation: Conversation): Promise<Examiner> {
  const examiner = new Examiner(new Core(noWorker));
  await examiner.ready();
  examiner.examine(conversation);
  return examiner;
}

describe('findings of wider scope', () => {
  test('stand at the message they are about, and its verdict follows', async () => {
    const examiner = await examined(talk('1'));
    expect(examiner.of(answer)?.findings.map(({ rule }) => rule)).toEqual(['other-collection']);
    expect(examiner.verdictOf(answer)).toBe(
      'The reply answers for the collection “1”; the request asks for “2”.',
    );
  });

  test('go with the edit that mends them', async () => {
    const conversation = talk('1');
    const examiner = await examined(conversation);
    examiner.examine(replaceBytes(conversation, answer, bytesOf(reply('2'))));
    expect(examiner.of(answer)?.findings).toEqual([]);
    expect(examiner.verdictOf(answer)).toMatch(/^Nothing wrong found: 15 checks passed, 2 cannot be told/);
  });

  test('of a whole conversation stand at the message that shows them', async () => {
    const examiner = await examined(talk('2', '2', '2'));
    const third = examiner.of({ exchange: 2, side: 'request' });
    expect(third?.findings.map(({ rule }) => rule)).toEqual(['same-request-again']);
    expect(examiner.of({ exchange: 1, side: 'request' })?.findings).toEqual([]);
  });
});

test('nothing of one conversation is said of the next, while many exchanges of that are looked at', async () => {
  const examiner = await examined(talk('1'));
  expect(examiner.of(answer)?.findings).toHaveLength(1);
  examiner.examine(talk(...Array.from({ length: 1500 }, () => '2')));
  expect([examiner.pending, examiner.of(answer)]).toEqual([true, undefined]);
});

test('what somebody changes is examined once it is painted, and only as it is then', async () => {
  const pictures: (() => void)[] = [];
  const picture = () => new Promise<void>((done) => pictures.push(done));
  const examiner = new Examiner(new Core(noWorker), picture);
  await examiner.ready();
  const rules = () => examiner.of(answer)?.findings.map(({ rule }) => rule);
  examiner.examine(talk('1'));
  expect([rules(), examiner.isBehind]).toEqual([['other-collection'], false]);
  examiner.examine(talk('2'), true);
  examiner.examine(talk('1'), true);
  examiner.examine(talk('2'), true);
  expect([rules(), examiner.isBehind]).toEqual([['other-collection'], true]);
  for (const seen of pictures.slice(0, 2)) seen();
  await Promise.resolve();
  expect(examiner.isBehind).toBe(true); // these pictures were of states that are gone
  pictures[2]?.();
  await Promise.resolve();
  expect([rules(), examiner.isBehind]).toEqual([[], false]);
  examiner.examine(talk('1'), true);
  examiner.examine(talk('2')); // another conversation waits for nothing
  expect([rules(), examiner.isBehind]).toEqual([[], false]);
});

test('a long conversation is examined and judged beside the page', async () => {
  const examiner = await examined(talk(...Array.from({ length: 600 }, () => '1')));
  expect(examiner.pending).toBe(true);
  await expect
    .poll(() => examiner.of(answer)?.findings.map(({ rule }) => rule), { timeout: 10_000 })
    .toEqual(['other-collection']);
  expect(examiner.of({ exchange: 599, side: 'response' })).toBeDefined();
  expect(examiner.pending).toBe(false);
});

describe('a long conversation', () => {
  type Listener = (event: { data: unknown }) => void;

  /** A worker that is told when to answer. */
  class Held {
    readonly asked: { id: number; job: { messages: Asked[] } }[] = [];
    #listener: Listener = () => undefined;
    ended = false;
    addEventListener(name: string, listener: Listener): void {
      if (name === 'message') this.#listener = listener;
    }
    postMessage(request: (typeof this.asked)[number]): void {
      this.asked.push(request);
    }
    async answer(i: number): Promise<void> {
      const { id, job } = this.asked[i] as (typeof this.asked)[number];
      this.#listener({
        data: { id, result: job.messages.map(({ message, ...at }) => examineMessage(message, at)) },
      });
      await new Promise((done) => setTimeout(done));
    }
    async fail(i: number): Promise<void> {
      this.#listener({ data: { id: this.asked[i]?.id, fault: 'a rule threw' } });
      await new Promise((done) => setTimeout(done));
    }
    terminate(): void {
      this.ended = true;
    }
  }

  async function held(count: number): Promise<{ worker: Held; examiner: Examiner; core: Core }> {
    const worker = new Held();
    const core = new Core(() => worker as unknown as Worker);
    const examiner = new Examiner(core);
    await examiner.ready();
    examiner.examine(talk(...Array.from({ length: count }, () => '1')));
    return { worker, examiner, core };
  }

  test('goes to the worker part by part, and what is known is shown before the rest', async () => {
    const { worker, examiner } = await held(600);
    expect(worker.asked.map(({ job }) => job.messages.length)).toEqual([128]);
    await worker.answer(0);
    expect(examiner.of(answer)).toBeDefined();
    expect(examiner.of({ exchange: 599, side: 'response' })).toBeUndefined();
    expect(worker.asked).toHaveLength(2);
  });

  test('that somebody is at work on is sent once they pause, as it is then', async () => {
    vi.useFakeTimers();
    const { worker, examiner } = await held(1);
    const many = (id: string) => talk(...Array.from({ length: 600 }, () => id));
    examiner.examine(many('1'), true);
    vi.advanceTimersByTime(99);
    examiner.examine(many('2'), true);
    await vi.advanceTimersByTimeAsync(99);
    expect(worker.asked).toHaveLength(0);
    expect(examiner.pending).toBe(true);
    await vi.advanceTimersByTimeAsync(1);
    vi.useRealTimers();
    expect(worker.asked).toHaveLength(1);
    expect(worker.asked[0]?.job.messages[1]?.message.bytes).toEqual(bytesOf(reply('2')));
  });

  test('that is cancelled stays as far as it came, until it is asked for again', async () => {
    const { worker, examiner, core } = await held(600);
    await worker.answer(0);
    core.cancel();
    expect(worker.ended).toBe(true);
    expect([examiner.pending, examiner.stopped]).toEqual([false, true]);
    expect(examiner.of(answer)).toBeDefined();
    await worker.answer(1);
    expect(examiner.of({ exchange: 200, side: 'response' })).toBeUndefined();
  });

  test('at which the doctor fails in one part is examined in the others, and nothing waits for ever', async () => {
    const { worker, examiner } = await held(600);
    await worker.answer(0);
    await worker.fail(1);
    for (let i = 2; i < 10; i++) await worker.answer(i);
    expect([examiner.pending, examiner.why]).toEqual([false, 'doctorBroke']);
    expect(examiner.of(answer)).toBeDefined();
    expect(examiner.of({ exchange: 70, side: 'response' })).toBeUndefined();
    expect(examiner.of({ exchange: 599, side: 'response' })).toBeDefined();
    examiner.examine(talk('1'));
    expect(examiner.why).toBe('examining');
  });
});
