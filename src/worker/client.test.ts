import { describe, expect, test, vi } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { Core, SMALL } from './client.ts';
import { jobs } from './jobs.ts';

type Listener = (event: { data: unknown }) => void;

/** A worker that answers when it is told to, with the real work. */
class SlowWorker {
  readonly asked: { id: number; kind: 'print'; job: Parameters<typeof jobs.print>[0] }[] = [];
  readonly #listeners = new Map<string, Listener>();
  ended = false;

  addEventListener(name: string, listener: Listener): void {
    this.#listeners.set(name, listener);
  }

  postMessage(request: SlowWorker['asked'][number]): void {
    this.asked.push(request);
  }

  answer(i: number): void {
    const request = this.asked[i];
    if (request) this.say({ id: request.id, result: jobs.print(request.job, () => undefined) });
  }

  say(data: unknown): void {
    this.#listeners.get('message')?.({ data });
  }

  breakDown(how: 'error' | 'messageerror' = 'error'): void {
    this.#listeners.get(how)?.({ data: undefined });
  }

  terminate(): void {
    this.ended = true;
  }
}

const job = (hex: string) => ({ bytes: fromHex(hex) ?? new Uint8Array(), options: {}, most: 1000 });
const A = job('03016a0005');
const B = job('03016a0006');
const LARGE = SMALL + 1;
const soon = () => new Promise((done) => setTimeout(done));

function withWorker() {
  const worker = new SlowWorker();
  const started: string[] = [];
  const core = new Core((address) => {
    started.push(address);
    return worker as unknown as Worker;
  });
  return { core, worker, started };
}

test('small work needs no worker', async () => {
  const { core, started } = withWorker();
  expect((await core.run('print', A, SMALL))?.text).toContain('<Sync xmlns="AirSync"/>');
  expect(started).toEqual([]);
});

test('a paste is read beside the page sooner than other work: nothing of it is on show yet', () => {
  const { core, started } = withWorker();
  const input = new Uint8Array(20_000);
  void core.run('paste', { input }, input.length);
  expect(started).toHaveLength(1);
});

test('a file is read where the work is done', async () => {
  const { core } = withWorker();
  const file = new Blob([Uint8Array.from(A.bytes)]);
  const { candidates } = await core.run('paste', { input: file }, file.size);
  expect(candidates[0]?.conversation.exchanges[0]?.response?.bytes).toEqual(A.bytes);
});

test('a worker that is made ahead opens a message for nothing, of which nobody is told', async () => {
  const { core, worker } = withWorker();
  const told: number[] = [];
  core.onwork((works) => told.push(works.length));
  const warm = core.run('warm', { bytes: A.bytes }, Infinity);
  expect(worker.asked).toHaveLength(1);
  worker.say({ id: 1, result: undefined });
  await warm;
  expect(told).toEqual([]);
  expect(jobs.warm({ bytes: A.bytes }, () => undefined)).toBeUndefined();
});

test('without a worker nothing is made ready: the page would stand still for it', async () => {
  const warm = vi.spyOn(jobs, 'warm');
  const without = new Core(() => {
    throw new Error('refused');
  });
  await expect(without.run('warm', { bytes: A.bytes }, Infinity)).resolves.toBeUndefined();
  const { core, worker } = withWorker();
  const ahead = core.run('warm', { bytes: A.bytes }, Infinity);
  worker.breakDown();
  await expect(ahead).resolves.toBeUndefined();
  expect(warm).not.toHaveBeenCalled();
  warm.mockRestore();
});

describe('large work', () => {
  test('is done by one worker', async () => {
    const { core, worker, started } = withWorker();
    const first = core.run('print', A, LARGE);
    worker.answer(0);
    expect((await first)?.text).toContain('<Sync ');
    const second = core.run('print', B, LARGE);
    worker.answer(1);
    expect((await second)?.text).toContain('<Responses ');
    expect(started).toHaveLength(1);
  });

  test('that is outdated is never shown', async () => {
    const { core, worker } = withWorker();
    const shown: (string | undefined)[] = [];
    void core.run('print', A, LARGE).then((printed) => shown.push(printed?.text));
    void core.run('print', B, LARGE).then((printed) => shown.push(printed?.text));
    worker.answer(0);
    worker.answer(1);
    await soon();
    expect(shown).toHaveLength(1);
    expect(shown[0]).toContain('<Responses ');
  });

  test('waits for what is under way; what is outdated meanwhile is not begun', () => {
    const { core, worker } = withWorker();
    for (const job of [A, B, B]) void core.run('print', job, LARGE);
    expect(worker.asked.map(({ id }) => id)).toEqual([1]);
    worker.answer(0);
    expect(worker.asked.map(({ id }) => id)).toEqual([1, 3]);
  });

  test('that nobody waits for ends with its worker, when it does not come to an end soon', () => {
    vi.useFakeTimers();
    const { core, worker, started } = withWorker();
    void core.run('print', A, LARGE);
    void core.run('print', B, LARGE);
    vi.advanceTimersByTime(299);
    expect(worker.ended).toBe(false);
    vi.advanceTimersByTime(1);
    expect(worker.ended).toBe(true);
    expect(started).toHaveLength(2);
    expect(worker.asked).toHaveLength(2);
    vi.useRealTimers();
  });

  test('ends at once when a person cancels it, and says so', async () => {
    const { core, worker } = withWorker();
    let came = false;
    let cancelled = 0;
    const told: number[] = [];
    core.onwork((works) => told.push(works.length));
    void core.run('print', A, LARGE, { oncancel: () => cancelled++ }).then(() => (came = true));
    core.cancel();
    expect(worker.ended).toBe(true);
    expect(cancelled).toBe(1);
    worker.answer(0);
    await soon();
    expect(came).toBe(false);
    expect(told).toEqual([1, 0]);
    const next = core.run('print', B, LARGE);
    worker.answer(1);
    expect((await next)?.text).toContain('<Responses ');
  });

  test('that is long comes in portions, which are put together', async () => {
    const { core, worker } = withWorker();
    const long = core.run('paste', { input: new Uint8Array(5) }, LARGE);
    const conversation = { format: 1 as const, title: '', exchanges: [] };
    worker.say({ id: 1, portion: { candidate: 0, exchanges: [{ id: 'a' }] } });
    worker.say({ id: 1, portion: { candidate: 0, exchanges: [{ id: 'b' }] } });
    worker.say({ id: 1, result: { candidates: [{ conversation }] } });
    const [first] = (await long).candidates;
    expect(first?.conversation.exchanges.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('that is long is sent in portions before the rest of it', async () => {
    const { core, worker } = withWorker();
    const places = Array.from({ length: 1000 }, (_, exchange) => ({ exchange, side: 'request' as const }));
    const seen = places.map(() => undefined);
    void core.run('talk', { places, seen }, LARGE);
    void core.run('print', B, LARGE);
    await soon();
    expect(worker.asked.map(({ id }) => id)).toEqual([1, 1, 1, 1]); // three portions and the rest
    core.drop('talk');
    worker.say({ id: 1, result: [] });
    expect(worker.asked.at(-1)).toMatchObject({ id: 2, kind: 'print' });
  });

  test('says how far it is', () => {
    const { core, worker } = withWorker();
    const told: unknown[] = [];
    core.onwork(([work]) => told.push(work?.progress));
    void core.run('print', A, LARGE);
    worker.say({ id: 1, progress: { done: 1, of: 4 } });
    expect(told).toEqual([undefined, { done: 1, of: 4 }]);
  });

  test('a person asks for waits for nothing that opens a message', () => {
    const { core, worker, started } = withWorker();
    void core.run('print', A, LARGE);
    void core.run('versions', { message: A, place: {} }, LARGE);
    expect(started).toHaveLength(2);
    expect(worker.asked).toHaveLength(2);
  });

  test('that is dropped does not come', async () => {
    const { core, worker } = withWorker();
    let came = false;
    void core.run('print', A, LARGE).then(() => (came = true));
    core.drop('print');
    worker.answer(0);
    await soon();
    expect(came).toBe(false);
  });

  test('is done by the page where a worker breaks down, or none is to be had', async () => {
    const { core, worker, started } = withWorker();
    const result = core.run('print', A, LARGE);
    worker.breakDown();
    expect((await result)?.text).toContain('<Sync ');
    expect(worker.ended).toBe(true);
    expect(started).toHaveLength(1);
    const without = new Core(() => {
      throw new Error('refused');
    });
    expect((await without.run('print', A, LARGE))?.text).toContain('<Sync ');
  });

  test('is done by the page where the answer of a worker cannot be read, and the next has a new worker', async () => {
    const { core, worker, started } = withWorker();
    const result = core.run('print', A, LARGE);
    worker.breakDown('messageerror');
    expect((await result)?.text).toContain('<Sync ');
    expect(worker.ended).toBe(true);
    void core.run('print', B, LARGE);
    expect(started).toHaveLength(2);
  });

  test('whose answer does not get through fails, and the next is begun', async () => {
    const { core, worker } = withWorker();
    const result = core.run('print', A, LARGE);
    worker.say({ id: 1, fault: 'could not be cloned' });
    await expect(result).rejects.toThrow('could not be cloned');
    void core.run('print', B, LARGE);
    expect(worker.asked).toHaveLength(2);
  });
});
