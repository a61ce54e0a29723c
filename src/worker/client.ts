import type { Answer, Request } from './core.worker.ts';
import coreWorker from './core.worker.ts?worker&url';
import { jobs, type Jobs, type Results } from './jobs.ts';

/** Bytes up to which a job is done at once: it takes less time than a frame or two. */
export const SMALL = 256 * 1024;

interface Waiting {
  id: number;
  done: (result: unknown) => void;
  fail: (error: Error) => void;
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
  run<K extends keyof Jobs>(kind: K, job: Jobs[K], size: number): Promise<Results[K]> {
    this.drop(kind);
    const id = ++this.#count;
    return new Promise((done, fail) => {
      if (size <= SMALL) return done(jobs[kind](job));
      this.#waiting.set(kind, { id, done: done as (result: unknown) => void, fail });
      try {
        this.#open().postMessage({ id, kind, job } as Request);
      } catch {
        this.drop(kind);
        done(jobs[kind](job)); // no worker to be had: slower, but the same
      }
    });
  }

  #open(): Worker {
    if (this.#worker) return this.#worker;
    const worker = this.#start(coreWorker);
    worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
    worker.addEventListener('error', () => this.#fail());
    this.#worker = worker;
    return worker;
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

  /** The worker did not start or broke down: whoever waits is told, the next job gets a new one. */
  #fail(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    const waiting = [...this.#waiting.values()];
    this.#waiting.clear();
    for (const { fail } of waiting) fail(new Error('the background worker broke down'));
  }
}
