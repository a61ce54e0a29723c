import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Answer, Request } from './core.worker.ts';
import type { jobs } from './jobs.ts';

type Listener = (event: { data: unknown }) => void;

const listeners = new Map<string, Listener>();
const answers: Answer[] = [];
/** Refuses answers, as a browser does that cannot copy one. */
let refuses: (answer: Answer) => boolean = () => false;

beforeEach(async () => {
  vi.stubGlobal('addEventListener', (name: string, listener: Listener) => listeners.set(name, listener));
  vi.stubGlobal('postMessage', (answer: Answer) => {
    if (refuses(answer)) throw new DOMException('could not be cloned', 'DataCloneError');
    answers.push(answer);
  });
  vi.resetModules();
  await import('./core.worker.ts');
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  answers.length = 0;
  refuses = () => false;
});

const BYTES = Uint8Array.of(3, 1, 0x6a, 0, 5);
const print: Request = { id: 7, kind: 'print', job: { bytes: BYTES, options: {}, most: 1000 } };
const ask = (data: unknown): void => listeners.get('message')?.({ data });

test('a job is answered', async () => {
  ask(print);
  await vi.waitFor(() =>
    expect(answers).toMatchObject([{ id: 7, result: { text: expect.stringContaining('<Sync ') as string } }]),
  );
});

test('an answer that cannot be copied is a fault, and no rejection that nobody hears of', async () => {
  refuses = (answer) => 'result' in answer;
  ask(print);
  await vi.waitFor(() => expect(answers).toEqual([{ id: 7, fault: 'could not be cloned' }]));
});

test('a portion of an answer that cannot be copied is a fault of it', async () => {
  const exchanges = Array.from({ length: 1000 }, (_, i) => ({ id: String(i) }));
  const { jobs: ofWorker } = await import('./jobs.ts');
  vi.spyOn(ofWorker, 'paste').mockResolvedValue({
    candidates: [{ conversation: { format: 1, title: '', exchanges } }],
  } as unknown as Awaited<ReturnType<typeof jobs.paste>>);
  refuses = (answer) => 'portion' in answer;
  ask({ id: 8, kind: 'paste', job: { input: '' } });
  await vi.waitFor(() => expect(answers).toEqual([{ id: 8, fault: 'could not be cloned' }]));
});

test('a message that cannot be read is an error of the worker, which the page hears of', () => {
  expect(() => listeners.get('messageerror')?.({ data: null })).toThrow(/cannot be read/);
});
