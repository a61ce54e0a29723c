/**
 * A part of the page that is loaded when it is first wanted, or ahead. Once it is there it is drawn at once, where
 * `{#await import(…)}` waits for a turn of the browser every time.
 */
export class Part<T> {
  readonly #import: () => Promise<T>;
  #now = $state.raw<T>();

  /** @param load imports it; may be called again where that failed */
  constructor(load: () => Promise<T>) {
    this.#import = load;
  }

  /** The part, once it is loaded. */
  get now(): T | undefined {
    return this.#now;
  }

  /** Rejects where it cannot be loaded: this page was replaced, or there is no way to its files. */
  async load(): Promise<T> {
    return (this.#now ??= await this.#import());
  }
}
