import { readKept, writeKept } from '../storage/index.ts';

export type Theme = 'light' | 'dark';
export type BytesView = 'listing' | 'hex';

/** From this size on the grid is shown first: a listing of so many rows is no longer read from the top. */
const LISTING_LIMIT = 64 * 1024;

/** What a person chose for this browser. */
export class Settings {
  #system = $state<Theme>('light');
  #chosen = $state<Theme | undefined>();
  #view = $state<BytesView | undefined>();

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#system = dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', () => {
      this.#system = dark.matches ? 'dark' : 'light';
      this.#apply();
    });
    const theme = readKept('local', 'theme');
    if (theme === 'light' || theme === 'dark') this.#chosen = theme;
    this.#apply();
  }

  get theme(): Theme {
    return this.#chosen ?? this.#system;
  }

  /** Light becomes dark and back; what equals the system's choice follows the system again. */
  switchTheme(): void {
    const next = this.theme === 'dark' ? 'light' : 'dark';
    this.#chosen = next === this.#system ? undefined : next;
    writeKept('local', 'theme', this.#chosen);
    this.#apply();
  }

  /** How the bytes of a message of `size` bytes are shown. */
  viewFor(size: number): BytesView {
    return this.#view ?? (size > LISTING_LIMIT ? 'hex' : 'listing');
  }

  setView(view: BytesView): void {
    this.#view = view;
  }

  #apply(): void {
    document.documentElement.dataset['theme'] = this.theme;
  }
}
