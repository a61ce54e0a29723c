import type { Decoded } from '../doctypes/index.ts';
import { SMALL, type Core } from '../worker/index.ts';
import { toXml, type XmlRead } from '../xml/index.ts';
import type * as Reading from './own-text.ts';
import type { Change, OwnText } from './own-text.ts';
import type { Span } from './selection.svelte.ts';

/** UTF-16 units of the longest text that is shown whole, and bytes of the largest message whose text is made. */
const MOST_TEXT = 8 * 1024 * 1024;

/** What the text is of. */
export interface Subject {
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  /** How its bytes are read. */
  readonly options: { doctype?: string };
  readonly isWbxml: boolean;
}

/** The XML of the message on show: printed from its bytes, or a person's own while they write it. */
export class MessageText {
  readonly #core: Core;
  readonly #subject: () => Subject;
  /** What reads XML; it comes after the first paint, with the editor. */
  #reading = $state.raw<typeof Reading>();
  #own = $state.raw<OwnText>();
  #printed = $state.raw<{ bytes: Uint8Array; text: string }>();
  /** The text of the message on show was found to be too long: as long as it is on show, it stays so. */
  #foundLong = $state(false);
  /** Texts of other messages that could not be encoded yet. */
  readonly #drafts = new Map<string, OwnText>();

  /** The XML of the message; absent while a large one is being printed. */
  readonly text: string | undefined = $derived.by(() => {
    if (this.#own) return this.#own.read.text;
    const { bytes, decoded } = this.#subject();
    if (this.#printed?.bytes === bytes) return this.#printed.text;
    return bytes.length <= SMALL ? toXml(decoded) : undefined;
  });
  /** The text as read back, with its map to the bytes. */
  readonly #read: XmlRead | undefined = $derived.by(() => {
    if (this.#own || this.text === undefined) return this.#own?.read;
    return this.#reading?.readText(this.text, this.#subject().decoded.doctype.id);
  });
  /** True while the text cannot be encoded: the bytes are from before its first error. */
  readonly broken: boolean = $derived(this.#own !== undefined && this.#own.read.bytes === undefined);
  /** What is wrong with a text that a person wrote, in UTF-16 units; also what is merely worth a notice. */
  readonly problems = $derived(this.#own?.read.problems ?? []);

  /** @param subject the message on show, as it stands whenever it is asked for */
  constructor(core: Core, subject: () => Subject) {
    this.#core = core;
    this.#subject = subject;
  }

  /** True where the text is too long to be shown whole. */
  get isLong(): boolean {
    const { bytes, isWbxml } = this.#subject();
    return !this.#own && isWbxml && (this.#foundLong || bytes.length > MOST_TEXT);
  }

  /** The text of a message that cannot be encoded yet. */
  get draft(): string | undefined {
    return this.broken ? this.text : undefined;
  }

  /** What a person wrote for the message on show; absent where its text is printed. */
  get own(): string | undefined {
    return this.#own?.read.text;
  }

  /** Texts of other messages that cannot be encoded yet, by the key of each. */
  get aside(): [key: string, text: string][] {
    return [...this.#drafts].map(([key, { read }]) => [key, read.text]);
  }

  /** Puts a text aside that a message had when it was left. */
  putAside(key: string, text: string, doctype: string): void {
    const own = this.#reading?.ownText(text, doctype);
    if (own) this.#drafts.set(key, own);
  }

  /** Loads what reads XML: before it is there nothing is linked, and no text can be opened or edited. */
  async ready(): Promise<void> {
    this.#reading ??= await import('./own-text.ts');
  }

  /** Another conversation: no text of the former is kept. */
  clear(): void {
    this.#drafts.clear();
    this.#own = undefined;
    this.#foundLong = false;
  }

  /** From the message `from`, whose text is put aside where it is not encoded yet, to the message `to`. */
  turn(from: string, to: string): void {
    if (this.#own && this.broken) this.#drafts.set(from, this.#own);
    this.#own = this.#drafts.get(to);
    this.#foundLong = false;
    this.#drafts.delete(to);
  }

  /** Takes a text for the message's own, spelt as it is; only when `ready`. @returns its bytes, where it has some */
  take(text: string, doctype?: string): Uint8Array | undefined {
    this.#own = this.#reading?.ownText(text, doctype);
    return this.#own?.read.bytes;
  }

  /**
   * Takes over an edit.
   * @returns whether it was taken, and the bytes of the text where it can be encoded
   */
  edit(changes: readonly Change[]): { taken: boolean; bytes?: Uint8Array } {
    const reading = this.#reading;
    const own = this.#own ?? (this.#read && reading?.owned(this.#read));
    if (!reading || !own) return { taken: false };
    this.#own = reading.changed(own, changes);
    const { bytes } = this.#own.read;
    return { taken: true, ...(bytes && { bytes }) };
  }

  /** The bytes changed otherwise than by the text, which is printed anew. */
  drop(): void {
    this.#own = undefined;
  }

  /** A large text is printed beside the page; a small one when someone asks for it. */
  print(): void {
    const { bytes, options, isWbxml } = this.#subject();
    this.#core.drop('print');
    if (bytes.length <= SMALL || this.#own || !isWbxml || this.isLong) return;
    void this.#core.run('print', { bytes, options, most: MOST_TEXT }, bytes.length).then((text) => {
      if (text === undefined) this.#foundLong = true;
      else this.#printed = { bytes, text };
    });
  }

  /** The bytes of a span of the text; `undefined` where it stands for none, or the text cannot be encoded. */
  toBytes(start: number, end: number): Span | undefined {
    return this.broken ? undefined : this.#read?.map.toBytes(start, end);
  }

  /** The text of a span of bytes. */
  toText({ start, end }: Span): Span | undefined {
    return this.broken || end <= start ? undefined : this.#read?.map.toText(start, end);
  }
}
