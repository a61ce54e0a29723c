import type { Pressed } from '../commands/chords.ts';
import type { DialogState, OpenDialog } from '../dialogs/open-dialog.svelte.ts';

/** What was typed for the palette before it was there. */
export interface Typed {
  text: string;
  /** Enter was pressed behind it. */
  entered: boolean;
}

/**
 * Keys that are pressed when the palette was asked for and is on its way: they are meant for it, and whatever has the
 * focus until then, a message maybe, must not get them.
 */
export class TypeAhead {
  readonly #dialogs: DialogState;
  /** The palette that is waited for, or has come. */
  #asked: OpenDialog | undefined;
  #isThere = false;
  #text = '';
  #entered = false;

  constructor(dialogs: DialogState) {
    this.#dialogs = dialogs;
  }

  /** Takes a key, if it is meant for a palette that has not come. @returns whether it did */
  takes(event: Pressed): boolean {
    this.#begin();
    if (!this.#asked || this.#isThere) return false;
    const { key } = event;
    const isText = key.length === 1 && (isAltGr(event) || !isHeld(event));
    if (key === 'Escape') this.#dialogs.close();
    else if (isHeld(event) && !isText) return false;
    else if (isText && !this.#entered) this.#text += key;
    else if (key === 'Backspace') this.#text = this.#text.slice(0, -1);
    else if (key === 'Enter') this.#entered ||= this.#text !== '';
    else if (!isText && key !== 'Tab') return false;
    return true;
  }

  /** The palette is there, and takes what was typed. */
  come(): Typed {
    this.#begin();
    this.#isThere = true;
    return { text: this.#text, entered: this.#entered };
  }

  #begin(): void {
    const { open } = this.#dialogs;
    const asked = open?.kind === 'palette' ? open : undefined;
    if (asked === this.#asked) return;
    this.#asked = asked;
    this.#isThere = false;
    this.#text = '';
    this.#entered = false;
  }
}

const isHeld = ({ ctrlKey, metaKey, altKey }: Pressed): boolean => ctrlKey || metaKey || altKey;
/** Signs that need it are text, though Windows reports Ctrl and Alt. */
const isAltGr = (event: Pressed): boolean => event.getModifierState?.('AltGraph') === true;
