import type { Answer, Request } from './core.worker.ts';
import type { Jobs, Progress } from './jobs.ts';
import { jobApart, resultTogether } from './portions.ts';
import { inTurns } from './turn.ts';

/** A job that was asked for. */
export interface Task {
  readonly id: number;
  readonly kind: keyof Jobs;
  readonly job: Jobs[keyof Jobs];
  readonly done: (result: unknown) => void;
  readonly fail: (error: Error) => void;
  readonly progress: (progress: Progress) => void;
  /** Does the same on the page. */
  readonly here: () => Promise<unknown>;
}

/** Ms that a job nobody waits for any more may go on, before its worker is ended for the next one's sake. */
const GRACE = 300;

/**
 * A worker, and the jobs it does one behind the other. What is no longer wanted is not begun; what is being done can
 * be ended at any time, with its worker.
 */
export class Lane {
  readonly #start: () => Worker;
  #worker: Worker | undefined;
  #queue: Task[] = [];
  #running: Task | undefined;
  /** What came of its answer. */
  #portions: unknown[] = [];
  /** The job under way is not wanted any more. */
  #stale = false;
  #grace: ReturnType<typeof setTimeout> | undefined;

  /** @param start makes the worker */
  constructor(start: () => Worker) {
    this.#start = start;
  }

  /** Does a job when those before it are done. @returns false where no worker is to be had */
  add(task: Task): boolean {
    if (!this.#open()) return false;
    this.#queue.push(task);
    this.#next();
    return true;
  }

  /** Forgets a job. One under way may come to its end if that is near: what follows it then starts warm. */
  drop(task: Task): void {
    this.#queue = this.#queue.filter((other) => other !== task);
    if (this.#running !== task || this.#stale) return;
    this.#stale = true;
    this.#grace = setTimeout(() => this.#end(), GRACE);
  }

  /** Ends jobs at once. */
  cancel(tasks: readonly Task[]): void {
    this.#queue = this.#queue.filter((other) => !tasks.includes(other));
    if (this.#running && tasks.includes(this.#running)) this.#end();
  }

  #open(): Worker | undefined {
    if (this.#worker) return this.#worker;
    try {
      const worker = this.#start();
      worker.addEventListener('message', ({ data }: MessageEvent<Answer>) => this.#take(data));
      worker.addEventListener('error', () => this.#broken());
      worker.addEventListener('messageerror', () => this.#broken()); // an answer came that cannot be read
      this.#worker = worker;
      return worker;
    } catch {
      return undefined;
    }
  }

  #next(): void {
    if (this.#running) return;
    const task = this.#queue.shift();
    if (!task) return;
    const worker = this.#open();
    if (!worker) return this.#here([task]);
    this.#running = task;
    this.#portions = [];
    const { id, kind, job } = task;
    const { portions, rest } = jobApart(kind, job);
    const post = (message: Request): void => {
      if (this.#running !== task) return;
      try {
        worker.postMessage(message);
      } catch (error) {
        this.#running = undefined;
        task.fail(error instanceof Error ? error : new Error(String(error)));
        this.#next();
      }
    };
    const finish = (): void => post({ id, kind, job: rest } as Request);
    if (portions.length === 0) return finish();
    const goesOn = (): boolean => this.#running === task && !this.#stale;
    const send = (portion: unknown): void => post({ id, portion });
    void inTurns(portions, send, goesOn, 1).then((isDone) => {
      if (isDone) finish();
      else if (this.#running === task) this.#goOn(); // nobody waits for it, and the worker has not begun
    });
  }

  #take(answer: Answer): void {
    const task = this.#running;
    if (task?.id !== answer.id) return;
    if ('progress' in answer) {
      if (!this.#stale) task.progress(answer.progress);
      return;
    }
    if ('portion' in answer) {
      if (!this.#stale) this.#portions.push(answer.portion);
      return;
    }
    const wanted = !this.#stale;
    const portions = this.#portions;
    this.#goOn(); // the worker goes on while the page takes the answer
    if (!wanted) return;
    if ('fault' in answer) task.fail(new Error(answer.fault));
    else task.done(resultTogether(task.kind, { portions, rest: answer.result }));
  }

  #goOn(): void {
    this.#rest();
    this.#next();
  }

  #rest(): void {
    clearTimeout(this.#grace);
    this.#stale = false;
    this.#running = undefined;
  }

  /** Ends the job under way with its worker; the next gets a new one. */
  #end(): void {
    this.#worker?.terminate();
    this.#worker = undefined;
    this.#goOn();
  }

  /** The worker did not start or broke down: the page does what it was asked, and the next job gets a new one. */
  #broken(): void {
    const running = this.#running && !this.#stale ? [this.#running] : [];
    const tasks = [...running, ...this.#queue];
    this.#queue = [];
    this.#end();
    this.#here(tasks);
  }

  #here(tasks: readonly Task[]): void {
    for (const task of tasks) void task.here().then(task.done, task.fail);
  }
}
