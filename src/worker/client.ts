import type { Answer } from './core.worker.ts';
import coreWorker from './core.worker.ts?worker&url';
import type { Jobs, Results } from './jobs.ts';

/** Bytes up to which a job is done at once: it takes less time than a frame or two. */
export const SMALL = 256 * 1024;

interface Waiting {
  id: number;
  done: (result: unknown) => void;
  fail: (error: Error) => void;
  /** Does the same on the page. */
  here: () => Promise<unknown>;
}

/**
 * Runs jobs of the core beside the page. A later job of a kind makes an earlier one stale: that one's promise
 * never settles, so nothing outdated is ever shown.
 */
export class Core {
  readonly #start: (address: string) => Worker;
  #worker: Worker | undefined;
  #count = 0;
  readonly #waiting = new Map<keyof Jobs, Waiting>();

  /** @param start makes a worker from the address of its script */
  constructor(start: (address: string) => Worker) {
    this.#start = start;
  }

  /** Forgets the jobs of that kind under way. */
  drop(kind: keyof Jobs): void {
    this.#waiting.delete(kind);
  }

  /** @param size bytes or characters the job is about: up to `SMALL` it is done on the spot */
  async run<K extends keyof Jobs>(kind: K, job: Jobs[K], size: number): Promise<Results[K]> {
    this.drop(kind);
    const here = async () => (await import('./jobs.ts')).jobs[kind](job);
    const worker = size > SMALL ? this.#open() : undefined;
    if (!worker) return here();
    const id = ++this.#count;
    return new Promise((done, fail) => {
      this.#waiting.set(kind, { id, done: done as (result: unknown) => void, fail, here });
      worker.postMessage({ id, kind, job });
    });
  }

  /** The worker; `undefined` where the browser gives none: then the page does the work, which takes as long. */
  #open(): Worker | undefined {
    if (this.#worker) return this.#worker;
    try {
      const worker = this.#start(coreWorker);
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
      worker.addEventListener('error', () => this.#fail());
      this.#worker = worker;
      return worker;
    } catch {
      return undefined;
    }
  }

  #take(answer: Answer): void {
    for (const [kind, { id, done, fail }] of this.#waiting) {
      if (id !== answer.id) continue;
      this.#waiting.delete(kind);
      if ('fault' in answer) fail(new Error(answer.fault));
      else done(answer.result);
      return;
    }
  }

  /** The worker did not start or broke down: the page does what it was asked, and the next job gets a new one. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { here, done, fail } of waiting) void here().then(done, fail);
  }
}
