import { SMALL, type Core, type Jobs, type Progress, type Results } from '../worker/index.ts';

/** What a person asks about a message on show. */
export type LookKind = 'detect' | 'compare' | 'versions';

/** Something a person asks about a message: it is worked out beside the page and can be stopped at any time. */
export class Look<K extends LookKind> {
  readonly #core: Core;
  readonly #kind: K;
  #result = $state.raw<Results[K]>();
  #progress = $state.raw<Progress>();
  #state = $state<'idle' | 'running' | 'stopped' | 'failed'>('idle');
  /** Counts what was asked: an answer to something else is left. */
  #asking = 0;

  constructor(core: Core, kind: K) {
    this.#core = core;
    this.#kind = kind;
  }

  /** What was found; absent until it is. */
  get result(): Results[K] | undefined {
    return this.#result;
  }

  /** How far it has come, where that is known. */
  get progress(): Progress | undefined {
    return this.#progress;
  }

  get running(): boolean {
    return this.#state === 'running';
  }

  /** A person ended it. */
  get stopped(): boolean {
    return this.#state === 'stopped';
  }

  /** It could not be done: a fault of ours, or the page was replaced. */
  get failed(): boolean {
    return this.#state === 'failed';
  }

  start(job: Jobs[K]): void {
    const asking = ++this.#asking;
    this.#result = undefined;
    this.#progress = undefined;
    this.#state = 'running';
    const onprogress = (progress: Progress): void => {
      if (asking === this.#asking) this.#progress = progress;
    };
    const oncancel = (): void => {
      if (asking === this.#asking) this.#state = 'stopped';
    };
    this.#core.run(this.#kind, job, SMALL + 1, { onprogress, oncancel }).then(
      (result) => {
        if (asking !== this.#asking) return;
        this.#result = result;
        this.#state = 'idle';
      },
      () => {
        if (asking === this.#asking) this.#state = 'failed';
      },
    );
  }

  /** Ends it at once. */
  stop(): void {
    if (this.running) this.#core.cancel(this.#kind);
  }
}
