import { isKept, keep, readKept, writeKept, type Kept } from '../storage/index.ts';

/** Ms between a change and its being kept. */
const KEEP_AFTER = 400;
/** Characters that also go to the tab's own storage: that one is written before the page is gone. */
const TAB_LIMIT = 1_500_000;
const TAB = 'tab';

/** Keeps what is on show, so that a reload finds it again. */
export class Keeper {
  readonly #current: () => Kept;
  readonly #refused: () => void;
  #id: string | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  /**
   * @param current what is on show
   * @param refused called once, where the browser keeps nothing
   */
  constructor(current: () => Kept, refused: () => void) {
    this.#current = current;
    let told = false;
    this.#refused = () => {
      if (!told) refused();
      told = true;
    };
    addEventListener('pagehide', () => this.#toTab());
  }

  /** From now on what is on show is kept under `id`; under none where it needs no keeping. */
  hold(id: string | undefined): void {
    this.flush();
    this.#id = id;
    if (id === undefined) writeKept('session', TAB, undefined);
  }

  /** From now on nothing is kept, what has changed neither: the page is about to be left without a trace. */
  drop(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#id = undefined;
  }

  /** Keeps what is on show, when it has come to rest. */
  soon(): void {
    if (this.#id === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.flush(), KEEP_AFTER);
  }

  /** Keeps now what has changed. */
  flush(): void {
    if (this.#timer === undefined || this.#id === undefined) return;
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#toTab();
    void keep(this.#id, this.#current()).then((kept) => {
      if (!kept) this.#refused();
    });
  }

  /** What this tab had on show when it was left, and its id. */
  ofTab(): { id: string; kept?: Kept } | undefined {
    try {
      const value: unknown = JSON.parse(readKept('session', TAB) ?? 'null');
      if (typeof value !== 'object' || value === null || !('id' in value) || typeof value.id !== 'string')
        return undefined;
      const kept = 'kept' in value && isKept(value.kept) ? value.kept : undefined;
      return { id: value.id, ...(kept && { kept }) };
    } catch {
      return undefined; // written by hand, or by another build
    }
  }

  #toTab(): void {
    if (this.#id === undefined) return;
    const kept = this.#current();
    const whole = kept.json.length + (kept.draft?.length ?? 0) <= TAB_LIMIT;
    writeKept('session', TAB, JSON.stringify({ id: this.#id, ...(whole && { kept }) }));
  }
}
