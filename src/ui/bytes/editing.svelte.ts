import { words } from '#words/byte-editing.ts';
import { hexByte } from '../../bytes/index.ts';
import type { ByteEdit, Workspace } from '../../state/index.ts';
import { backspaced, deleted, filled, typed, written, type Place } from './byte-edits.ts';

/** A byte of which one digit is typed. */
export interface Half {
  /** Where it will stand. */
  at: number;
  digit: string;
  /** It will fill the whole selection. */
  fill: boolean;
}

type Key = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey'>;

/** How a person writes bytes: over or in between, digits or characters, and the digit that waits for its partner. */
export class ByteEditing {
  readonly #workspace: Workspace;
  readonly #say: (text: string) => void;
  #insert = $state(false);
  #characters = $state(false);
  #half = $state.raw<Half>();

  /** @param say tells what was done */
  constructor(workspace: Workspace, say: (text: string) => void) {
    this.#workspace = workspace;
    this.#say = say;
  }

  /** True where bytes go in between; else over those that stand there. */
  get insert(): boolean {
    return this.#insert;
  }

  /** True where keys are characters; else digits. */
  get characters(): boolean {
    return this.#characters;
  }

  /** The half-typed byte, while the caret stays where it was begun. */
  get half(): Half | undefined {
    return this.#half?.at === this.#workspace.selection.span.start ? this.#half : undefined;
  }

  get #place(): Place {
    const { selection, bytes } = this.#workspace;
    return { span: selection.span, size: bytes.length, insert: this.#insert };
  }

  /** Bytes go in between from now on, or over the others again. */
  switchMode(): void {
    this.#insert = !this.#insert;
    this.#half = undefined;
    this.#say(this.#insert ? words.nowBetween : words.nowOver);
  }

  /** The focus went elsewhere: a digit without its partner is no byte. */
  leave(): void {
    this.#half = undefined;
  }

  /** Keys are characters from now on, or digits. */
  typeCharacters(on: boolean): void {
    if (on === this.#characters) return;
    this.#characters = on;
    this.#half = undefined;
    this.#say(on ? words.characters : words.digits);
  }

  /** Does what a key says. @returns true where it edits or prepares an edit */
  key(event: Key): boolean {
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return false;
    if (key === 'Escape') return this.#escape();
    if (key === 'Insert') this.switchMode();
    else if (key === 'Delete') this.delete();
    else if (key === 'Backspace') this.#backspace();
    else if ([...key].length !== 1)
      return false; // the name of a key, not a character
    else if (this.#characters) this.#character(key);
    else if (/^[0-9a-f]$/i.test(key)) this.#digit(key.toLowerCase());
    else if (key === '"') this.typeCharacters(true);
    else if (key === '=') this.#startFill();
    else return false;
    return true;
  }

  delete(): void {
    this.#half = undefined;
    const edit = deleted(this.#place);
    if (edit) this.#do(edit, told(edit));
  }

  /** Puts bytes over those from the selection on, or in between. */
  write(bytes: Uint8Array, insert = this.#insert): void {
    if (bytes.length === 0) return;
    const edit = written(bytes, { ...this.#place, insert });
    this.#do(edit, told(edit));
  }

  fill(pattern: Uint8Array): void {
    const edit = filled(pattern, this.#place);
    if (edit) this.#do(edit, told(edit));
  }

  /** Puts in what a person pasted, and says what it was taken for. */
  async paste(text: string): Promise<void> {
    const [asked, before, place] = [this.#workspace.revision, this.#workspace.bytes, this.#place];
    const { bytesIn } = await import('./pasted-bytes.ts');
    const { bytes, why } = bytesIn(text);
    // The place is in bytes that may be others by now, or of another message.
    if (asked !== this.#workspace.revision || before !== this.#workspace.bytes)
      return this.#say(words.nothingPasted(words.changedMeanwhile));
    if (!bytes || bytes.length === 0) return this.#say(words.nothingPasted(why));
    const edit = written(bytes, place);
    this.#do(edit, `${told(edit)} ${why}${why.endsWith('.') ? '' : '.'}`);
  }

  #escape(): boolean {
    const was = this.half !== undefined || this.#characters;
    this.#half = undefined;
    this.typeCharacters(false);
    return was;
  }

  #backspace(): void {
    if (this.half) {
      this.#half = undefined;
      return;
    }
    const edit = backspaced(this.#place);
    if (edit) this.#do(edit, told(edit));
  }

  #startFill(): void {
    const { start, end } = this.#place.span;
    if (end <= start) return this.#say(words.nothingToFill);
    this.#half = { at: start, digit: '', fill: true };
    this.#say(words.fillWith);
  }

  #digit(digit: string): void {
    const { half } = this;
    if (!half || half.digit === '') {
      this.#half = { at: this.#place.span.start, digit, fill: half?.fill ?? false };
      this.#say(words.oneMore(digit));
      return;
    }
    this.#half = undefined;
    const byte = Number.parseInt(half.digit + digit, 16);
    if (half.fill) this.fill(Uint8Array.of(byte));
    else this.#type(byte);
  }

  #character(character: string): void {
    const code = character.codePointAt(0) ?? 0;
    if (character.length > 1 || code > 0x7e) return this.#say(words.tooWide(character));
    this.#type(code);
  }

  #type(byte: number): void {
    const edit = typed(byte, this.#place);
    const added = edit.end === edit.start;
    this.#do(
      edit,
      added ? words.putInAt(hexByte(byte), edit.start) : words.byteIs(edit.start, hexByte(byte)),
    );
  }

  #do(edit: ByteEdit, done: string): void {
    const isDone = this.#workspace.editBytes(edit);
    this.#say(isDone ? done : words.noMessage);
  }
}

/** What was done, as a sentence. */
const told = ({ title, start, end, bytes }: ByteEdit): string =>
  words.doneAt(title, start, Math.max(end, start + bytes.length) - 1);
