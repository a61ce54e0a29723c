import type { Command, Given } from './commands/command.ts';
import type * as table from './commands/table.ts';
import { focusOf } from './keys.ts';
import type { TypeAhead } from './palette/type-ahead.ts';
import type { MenuItem } from './shared/menu-item.ts';

type Table = typeof table;

/** The table of commands, which is loaded once the page stands, and the keys that are pressed. */
export class Keyboard {
  readonly #given: Given;
  readonly #loading: Promise<Table>;
  #table = $state.raw<Table>();
  #ahead: TypeAhead | undefined;
  /** Every command; none before the table is there. */
  readonly commands: readonly Command[] = $derived.by(() => this.#table?.commandTable(this.#given) ?? []);

  constructor(given: Given) {
    this.#given = given;
    this.#loading = import('./commands/table.ts');
    // Where it cannot be loaded, whoever asks for a command is told.
    this.#loading.then(
      (table) => {
        this.#ahead = new table.TypeAhead(given.view.dialogs);
        this.#table = table;
      },
      () => undefined,
    );
  }

  /** Keys for a palette that is on its way; there is none before the table. */
  get ahead(): TypeAhead | undefined {
    return this.#ahead;
  }

  /** Does what a key stands for; one that comes before the table waits for it. */
  press(event: KeyboardEvent): void {
    if (event.defaultPrevented) return;
    const focus = focusOf(event.target);
    const act = (): void => {
      if (!this.#ahead?.takes(event)) this.#table?.commandFor(event, this.commands, focus)?.act();
    };
    if (!this.#table) return void this.#loading.then(act, () => undefined);
    const command = this.#table.commandFor(event, this.commands, focus);
    if (!command) return;
    event.preventDefault();
    command.act();
  }

  /** Does what a key stands for that is taken before what has the focus sees it. */
  first(event: KeyboardEvent): void {
    if (this.#ahead?.takes(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    const first = this.commands.filter(({ taken }) => taken === 'first');
    const command = this.#table?.commandFor(event, first, focusOf(event.target));
    if (!command) return;
    event.preventDefault();
    event.stopPropagation();
    command.act();
  }

  /** Commands for a menu, by their ids, in groups; those that can be done now. */
  async menu(...groups: string[][]): Promise<MenuItem[][]> {
    const { commandTable, someOf } = await this.#loading;
    const commands = this.#table ? this.commands : commandTable(this.#given);
    return groups.map((ids) => someOf(commands, ...ids));
  }
}
