import coreWorker from './core.worker.ts?worker&url';
import type { Jobs, Progress, Results } from './jobs.ts';
import { Lane, type Task } from './lane.ts';

/** Bytes up to which a job is done at once: it takes less time than a frame or two. */
export const SMALL = 256 * 1024;

/** The same, where nothing of it is on show yet: what has to be loaded and compiled for it blocks the page longer. */
export const SMALL_AT_FIRST = 16 * 1024;
const AT_ONCE: Partial<Record<keyof Jobs, number>> = { paste: SMALL_AT_FIRST };

/** What opens a message, and what a person asks about one: neither waits for the other. */
type LaneName = 'open' | 'look';

const OPENS: readonly (keyof Jobs)[] = ['paste', 'examine', 'talk', 'print', 'warm'];
const laneOf = (kind: keyof Jobs): LaneName => (OPENS.includes(kind) ? 'open' : 'look');

/** What only makes a worker ready: where there is none, the page has nothing to do in its place. */
const isForWorker = (kind: keyof Jobs): boolean => kind === 'warm';

/** Whether a person is told of it: what opens something. */
const isTold = (kind: keyof Jobs): boolean => laneOf(kind) === 'open' && !isForWorker(kind);

/** A job under way beside the page. */
export interface Work {
  kind: keyof Jobs;
  /** What it is about: bytes or characters. */
  size: number;
  /** How far it has come, where that is known. */
  progress?: Progress;
}

/** What may be said of a job. */
export interface Wishes {
  /** How far the whole has come, of which this job is a part. */
  progress?: Progress | undefined;
  /** Is told how far the job has come. */
  onprogress?: (progress: Progress) => void;
  /** Is called when a person ends the job: its promise never settles then. */
  oncancel?: () => void;
}

interface Waiting extends Task {
  work: Work;
  oncancel: (() => void) | undefined;
}

/**
 * Runs jobs of the core: small ones at once on the page, others beside it. Of those a later one of a kind makes an earlier
 * one stale: that one's promise never settles. What runs on the page always settles: whoever waits looks whether it is
 * still about what is on show.
 */
export class Core {
  readonly #lanes: Record<LaneName, Lane>;
  #count = 0;
  readonly #waiting = new Map<keyof Jobs, Waiting>();
  #onwork: (work: readonly Work[]) => void = () => undefined;

  /** @param start makes a worker from the address of its script */
  constructor(start: (address: string) => Worker) {
    const lane = () => new Lane(() => start(coreWorker));
    this.#lanes = { open: lane(), look: lane() };
  }

  /** Calls back whenever a job that opens something begins, comes on or ends, with all that are under way. */
  onwork(listener: (work: readonly Work[]) => void): void {
    this.#onwork = listener;
  }

  /** Forgets the jobs of that kind under way. */
  drop(kind: keyof Jobs): void {
    const waiting = this.#waiting.get(kind);
    if (!waiting) return;
    this.#waiting.delete(kind);
    this.#lanes[laneOf(kind)].drop(waiting);
    this.#tell(kind);
  }

  /** Ends jobs at once, with their worker, as a person asks: of one kind, or all that open something. */
  cancel(kind?: keyof Jobs): void {
    const isMeant = (of: keyof Jobs): boolean => (kind ? of === kind : laneOf(of) === 'open');
    const ended = [...this.#waiting.values()].filter((waiting) => isMeant(waiting.kind));
    for (const waiting of ended) this.#waiting.delete(waiting.kind);
    for (const lane of Object.values(this.#lanes)) lane.cancel(ended);
    for (const { oncancel } of ended) oncancel?.();
    if (ended[0]) this.#tell(ended[0].kind);
  }

  /** @param size bytes or characters the job is about: up to `SMALL` it is done on the spot, of pastes less */
  async run<K extends keyof Jobs>(
    kind: K,
    job: Jobs[K],
    size: number,
    { progress, onprogress, oncancel }: Wishes = {},
  ): Promise<Results[K]> {
    this.drop(kind);
    const report = (now: Progress): void => {
      work.progress = now;
      onprogress?.(now);
      this.#tell(kind);
    };
    const here = async (): Promise<Results[K]> =>
      isForWorker(kind) ? (undefined as Results[K]) : (await import('./jobs.ts')).jobs[kind](job, report);
    const work: Work = { kind, size, ...(progress && { progress }) };
    if (size <= (AT_ONCE[kind] ?? SMALL)) return here();
    return new Promise((done, fail) => {
      const finish = (settle: () => void) => (): void => {
        if (this.#waiting.get(kind) !== task) return;
        this.#waiting.delete(kind);
        settle();
        this.#tell(kind);
      };
      const task: Waiting = {
        id: ++this.#count,
        kind,
        job,
        work,
        here,
        oncancel,
        progress: report,
        done: (result) => finish(() => done(result as Results[K]))(),
        fail: (error) => finish(() => fail(error))(),
      };
      this.#waiting.set(kind, task);
      this.#tell(kind);
      if (!this.#lanes[laneOf(kind)].add(task)) void here().then(task.done, task.fail);
    });
  }

  #tell(kind: keyof Jobs): void {
    if (!isTold(kind)) return;
    const works = [...this.#waiting.values()].filter((one) => isTold(one.kind));
    this.#onwork(works.map(({ work }) => ({ ...work })));
  }
}
