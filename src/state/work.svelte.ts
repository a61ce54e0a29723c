import { words } from '#words/page.ts';
import { byteCount } from '../conversation/index.ts';
import type { Core, Progress, Work as UnderWay } from '../worker/index.ts';

/** Ms that work goes on before it is told: what is done sooner needs no words. */
const SOON = 150;
/** Ms without work after which it has ended: parts of one thing follow each other. */
const GAP = 80;

/** What is done beside the page to open or examine what is on show, and how far it has come. */
export class Work {
  readonly #core: Core;
  #now = $state.raw<UnderWay>();
  #told = $state(false);
  /** It goes on for long enough to be told. */
  #isLong = false;
  #soon: ReturnType<typeof setTimeout> | undefined;
  #gap: ReturnType<typeof setTimeout> | undefined;

  constructor(core: Core) {
    this.#core = core;
    core.onwork((works) => this.#take(works[0]));
  }

  /** What is being done and how far it is, in a few words; `undefined` where nothing is, or not for long yet. */
  get doing(): string | undefined {
    if (!this.#told || !this.#now) return undefined;
    const { kind, progress } = this.#now;
    if (kind === 'examine' && progress) return words.examiningSome(progress.done, progress.of);
    return whatOf(this.#now);
  }

  /** The same without how far it is: what is read aloud is read again whenever it is another. */
  get said(): string | undefined {
    return this.#told && this.#now ? whatOf(this.#now) : undefined;
  }

  /** How far it has come; `undefined` where that is not known. */
  get progress(): Progress | undefined {
    return this.#now?.progress;
  }

  /** Ends all of it at once. */
  cancel(): void {
    this.#core.cancel();
    this.#end();
  }

  #take(work: UnderWay | undefined): void {
    if (!work) {
      this.#gap ??= setTimeout(() => this.#end(), GAP);
      return;
    }
    this.#now = work;
    clearTimeout(this.#gap);
    this.#gap = undefined;
    this.#told = this.#isLong;
    this.#soon ??= setTimeout(() => {
      this.#isLong = true;
      this.#told = this.#gap === undefined; // between two parts nobody knows yet whether there is another
    }, SOON);
  }

  #end(): void {
    clearTimeout(this.#soon);
    clearTimeout(this.#gap);
    this.#soon = this.#gap = undefined;
    this.#told = this.#isLong = false;
  }
}

function whatOf({ kind, size, progress }: UnderWay): string {
  switch (kind) {
    case 'paste':
      return words.reading(byteCount(size));
    case 'examine':
      return progress ? words.examiningMany(progress.of) : words.examining(byteCount(size));
    case 'talk':
      return words.examiningTalk;
    case 'print':
      return words.printing(byteCount(size));
    default:
      return words.working;
  }
}
