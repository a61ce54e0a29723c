import { words } from '#words/page.ts';
import { byteCount } from '../conversation/index.ts';
import type { Core, Progress, Work as UnderWay } from '../worker/index.ts';

/** Ms that work goes on before it is told: what is done sooner needs no words. */
const SOON = 150;
/** Ms without work after which nothing is told any more: parts of one thing follow each other. */
const GAP = 80;

/** What is done beside the page to open or examine what is on show, and how far it has come. */
export class Work {
  readonly #core: Core;
  #now = $state.raw<UnderWay>();
  #told = $state(false);
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(core: Core) {
    this.#core = core;
    core.onwork((works) => this.#take(works[0]));
  }

  /** What is being done, in a few words; `undefined` where nothing is, or not for long yet. */
  get doing(): string | undefined {
    return this.#told && this.#now ? doingOf(this.#now) : undefined;
  }

  /** How far it has come; `undefined` where that is not known. */
  get progress(): Progress | undefined {
    return this.#now?.progress;
  }

  /** Ends all of it at once. */
  cancel(): void {
    this.#core.cancel();
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#told = false;
  }

  #take(work: UnderWay | undefined): void {
    if (work) this.#now = work;
    const tells = work !== undefined;
    if (tells === this.#told) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      return;
    }
    this.#timer ??= setTimeout(
      () => {
        this.#timer = undefined;
        this.#told = tells;
      },
      tells ? SOON : GAP,
    );
  }
}

function doingOf({ kind, size, progress }: UnderWay): string {
  switch (kind) {
    case 'paste':
      return words.reading(byteCount(size));
    case 'examine':
      return progress ? words.examiningSome(progress.done, progress.of) : words.examining(byteCount(size));
    case 'talk':
      return words.examiningTalk;
    case 'print':
      return words.printing(byteCount(size));
    default:
      return words.working;
  }
}
