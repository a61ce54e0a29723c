import { readKept, writeKept } from '../storage/index.ts';
import { CHOICES, CHOICE_NAMES, readChoices, type Choice, type ChoiceName, type Choices } from './choices.ts';

export type Theme = 'light' | 'dark';
export type BytesView = 'listing' | 'hex';

/** Bytes above which the grid is shown first: a listing of so many rows is no longer read from the top. */
export const LISTED_MOST = 64 * 1024;

/** What a person chose for this browser. Each choice holds at once, and in other tabs when they are loaded next. */
export class Settings {
  #system = $state<Theme>('light');
  #chosen = $state.raw<Choices>(readChoices((name) => readKept('local', name)));
  #view = $state<BytesView | undefined>();

  constructor() {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    this.#system = dark.matches ? 'dark' : 'light';
    dark.addEventListener('change', () => {
      this.#system = dark.matches ? 'dark' : 'light';
      this.#apply();
    });
    this.#apply();
  }

  /** What is chosen; of what is not, the value that holds unasked. */
  get chosen(): Choices {
    return this.#chosen;
  }

  get theme(): Theme {
    const { theme } = this.#chosen;
    return theme === 'system' ? this.#system : theme;
  }

  /** @param value of the choice; the first one is forgotten, since it holds unasked */
  choose<Name extends ChoiceName>(name: Name, value: Choice<Name>): void {
    this.#chosen = { ...this.#chosen, [name]: value };
    writeKept('local', name, value === CHOICES[name][0] ? undefined : value);
    if (name === 'bytes-view') this.#view = undefined;
    this.#apply();
  }

  /** All is as it is unasked. What else is kept stays. */
  reset(): void {
    for (const name of CHOICE_NAMES) writeKept('local', name, undefined);
    this.#chosen = readChoices(() => undefined);
    this.#view = undefined;
    this.#apply();
  }

  /** Light becomes dark and back; what equals the system's choice follows the system again. */
  switchTheme(): void {
    const next = this.theme === 'dark' ? 'light' : 'dark';
    this.choose('theme', next === this.#system ? 'system' : next);
  }

  /** How the bytes of a message of `size` bytes are shown. */
  viewFor(size: number): BytesView {
    const view = this.#chosen['bytes-view'];
    if (this.#view) return this.#view;
    if (view !== 'size') return view;
    return size > LISTED_MOST ? 'hex' : 'listing';
  }

  /** For as long as the page stands. */
  setView(view: BytesView): void {
    this.#view = view;
  }

  /** Bytes in a row of the grid. @param fitting as many as there is room for */
  columnsFor(fitting: number): number {
    const columns = this.#chosen['hex-columns'];
    return columns === 'width' ? fitting : Number(columns);
  }

  /** The look of the page is told to its style sheet; see tokens.css. */
  #apply(): void {
    const { dataset } = document.documentElement;
    dataset['theme'] = this.theme;
    dataset['textSize'] = this.#chosen['text-size'];
    dataset['motion'] = this.#chosen.motion;
  }
}
