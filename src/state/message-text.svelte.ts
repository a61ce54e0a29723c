import { gapBetween, type ByteGap } from '../bytes/index.ts';
import { decode, noVocabulary, type Decoded } from '../doctypes/index.ts';
import { SMALL, SMALL_AT_FIRST, type Core } from '../worker/index.ts';
import { toXml, type SentRead, type SplicedGap, type XmlRead } from '../xml/index.ts';
import type { Spelling, TextPart } from './history-part.ts';
import { sizeOf, spliceAt } from './history-splice.ts';
import type * as Reading from './own-text.ts';
import type { Change, OwnText, Respelt } from './own-text.ts';
import type { Span } from './selection.svelte.ts';

/** UTF-16 units of the longest text that is shown whole, and bytes of the largest message whose text is made. */
const MOST_TEXT = 8 * 1024 * 1024;

/** What the text is of. */
export interface Subject {
  /** The message, by a name that stays when it goes elsewhere in the conversation. */
  readonly key: string;
  readonly bytes: Uint8Array;
  readonly decoded: Decoded;
  /** How its bytes are read. */
  readonly options: { doctype?: string };
  readonly isWbxml: boolean;
}

/** How an own text fared when its bytes changed otherwise. `broken`: it had no bytes of its own. */
export type Fate = 'kept' | 'broken' | 'put aside';

/** What was done to a text, and what came of it. */
export interface Followed {
  parts: TextPart[];
  fate: Fate;
}

/** An edit that was taken over, as parts of a step. */
export interface Taken {
  parts: TextPart[];
  /** Of the text, where it can be encoded. */
  bytes?: Uint8Array;
  /** Where they differ from those before, where that is known without comparing them. */
  gap?: SplicedGap;
}

/** A text that became another by one change: who shows the one need not compare the two. */
export interface TextStep {
  readonly before: string;
  readonly after: string;
  readonly change: Change;
}

/** A text for the message of a key, whose bytes are of that type. */
interface TextToPut {
  readonly key: string;
  readonly text: string;
  readonly doctype: string;
}

/** A message's bytes were changed in one place. */
export interface BytesChange {
  /** The text that was printed of it, as it reads; absent where there was none. */
  read: XmlRead | undefined;
  before: Decoded;
  after: Decoded;
  at: ByteGap;
}

/** A text as it was printed; as it reads too, where that is just these bytes. */
interface PrintedText {
  bytes: Uint8Array;
  text: string;
  /** As the worker sent it. */
  sent?: SentRead;
  read?: XmlRead;
}

/** The XML of the message on show: printed from its bytes, or a person's own while they write it. */
export class MessageText {
  readonly #core: Core;
  readonly #subject: () => Subject;
  readonly #revision: () => number;
  readonly #afterPicture: (() => Promise<void>) | undefined;
  /** What reads XML; it comes after the first paint, with the editor. */
  #reading = $state.raw<typeof Reading>();
  /** The texts that a person wrote, of whichever message. */
  #owns = $state.raw<ReadonlyMap<string, OwnText>>(new Map());
  #printed = $state.raw<PrintedText>();
  #step: TextStep | undefined;
  /** A text is not printed yet, though it could be: something else comes first, or it is printed beside the page. */
  #held = $state(false);
  /**
   * The message that has no text as long as it is on show: it was found to be too long, or a person ended its being
   * written.
   */
  #without = $state.raw<{ key: string; ended: boolean }>();

  readonly #own: OwnText | undefined = $derived.by(() => this.#owns.get(this.#subject().key));
  /** What holds the text: to tell two long texts apart that are nearly the same, all of them would be compared. */
  readonly #source: { text?: string } = $derived.by(() => {
    if (this.#own) return this.#own.read;
    if (this.#held) return {};
    const { bytes, decoded } = this.#subject();
    if (this.#printed?.bytes === bytes) return this.#printed;
    return bytes.length <= SMALL ? { text: toXml(decoded) } : {};
  });
  /** The text as read back, with its map to the bytes. */
  readonly #read: XmlRead | undefined = $derived.by(() => {
    const { text } = this.#source;
    if (this.#own || text === undefined) return this.#own?.read;
    const { bytes, decoded } = this.#subject();
    const { sent, read } = this.#printed?.bytes === bytes ? this.#printed : {};
    if (read) return read;
    if (sent) return this.#reading?.receivedRead(text, bytes, sent);
    return this.#reading?.readText(text, decoded.doctype.id);
  });
  /** True while the text cannot be encoded: the bytes are from before its first error. */
  readonly broken: boolean = $derived.by(() => this.#own !== undefined && this.#own.read.bytes === undefined);
  /** What is wrong with a text that a person wrote, in UTF-16 units; also what is merely worth a notice. */
  readonly problems = $derived.by(() => this.#own?.read.problems ?? []);

  /**
   * @param subject the message on show, as it stands whenever it is asked for
   * @param revision the number of the state: what is printed for an older one is not shown
   * @param afterPicture settles when a change is painted
   */
  constructor(
    core: Core,
    subject: () => Subject,
    revision: () => number,
    afterPicture?: () => Promise<void>,
  ) {
    this.#core = core;
    this.#afterPicture = afterPicture;
    this.#subject = subject;
    this.#revision = revision;
  }

  /** True where the text is not shown whole: it is too long, or a person did not want to wait for it. */
  get isLong(): boolean {
    const { key, bytes, isWbxml } = this.#subject();
    return !this.#own && isWbxml && (this.#without?.key === key || bytes.length > MOST_TEXT);
  }

  /** True where a person ended its being written: it can be asked for again. */
  get ended(): boolean {
    return this.isLong && this.#without?.ended === true;
  }

  /** The XML of the message; absent while a large one is being printed. */
  get text(): string | undefined {
    return this.#source.text;
  }

  /** How the text came of another one by the last change of bytes, where it did. */
  get step(): TextStep | undefined {
    return this.#step;
  }

  /** The text that is printed of the message on show, as it reads; `undefined` where there is none. */
  get printedRead(): XmlRead | undefined {
    return this.#own ? undefined : this.#read;
  }

  /** The texts that persons wrote, by the key of each message; `broken`: it cannot be encoded yet. */
  get owns(): { key: string; text: string; broken: boolean }[] {
    return [...this.#owns].map(([key, { read }]) => ({ key, text: read.text, broken: !read.bytes }));
  }

  /** Bytes of memory that these texts hold, about. */
  get size(): number {
    let size = 0;
    for (const { read } of this.#owns.values()) size += sizeOf(read.text);
    return size;
  }

  /**
   * Gives messages texts of their own; only when `ready`.
   * @param stays whether a text stays with its message, by the bytes it has, where it has some
   */
  putAll<T extends TextToPut>(texts: readonly T[], stays: (text: T, bytes?: Uint8Array) => boolean): void {
    const owns = new Map(this.#owns);
    for (const one of texts) {
      // What is in no bytes, or in bytes of no type, says nothing of what the text is.
      const doctype = one.doctype === noVocabulary.type.id ? undefined : one.doctype;
      const own = this.#reading?.ownText(one.text, doctype);
      if (own && stays(one, own.read.bytes)) owns.set(one.key, own);
      else owns.delete(one.key);
    }
    this.#owns = owns;
  }

  /** The messages that have a text of their own. */
  get keys(): readonly string[] {
    return [...this.#owns.keys()];
  }

  /** Loads what reads XML: before it is there nothing is linked, and no text can be opened or edited. */
  async ready(): Promise<void> {
    this.#reading ??= await import('./own-text.ts');
  }

  /** Another conversation: no text of the former is kept. */
  clear(): void {
    this.#owns = new Map();
    this.#without = undefined;
  }

  /** Takes a text for the message's own, spelt as it is; only when `ready`. @returns its bytes, where it has some */
  take(text: string): Uint8Array | undefined {
    const own = this.#reading?.ownText(text);
    this.#set(this.#subject().key, own);
    return own?.read.bytes;
  }

  /**
   * Takes over an edit.
   * @param after the text after it, for whoever has it already
   * @returns what was done; nothing where there is no text yet to do it in
   */
  edit(changes: readonly Change[], after?: string): Taken | undefined {
    const reading = this.#reading;
    const { key } = this.#subject();
    const before = this.#own ?? (this.#read && reading?.owned(this.#read));
    if (!reading || !before) return undefined;
    const parts: TextPart[] = this.#own ? [] : [{ kind: 'owned', key, owned: true }];
    let { text } = before.read;
    for (const { from, to, insert } of changes) {
      parts.push({
        kind: 'text',
        key,
        splice: { at: from, removed: text.slice(from, to), inserted: insert },
      });
      text = text.slice(0, from) + insert + text.slice(to);
    }
    const own = reading.changed(before, changes, after);
    this.#set(key, own);
    this.#putTogetherLater(own.read.text);
    const { bytes } = own.read;
    const gap = changes.length === 1 ? own.edit?.gap : undefined;
    return { parts, ...(bytes && { bytes }), ...(gap && { gap }) };
  }

  /**
   * The bytes of a message changed otherwise than by its text, if it has one of its own: that is spelt as before
   * where it can be, else the printed one stands.
   * @param after the message as it is now
   * @param known how that came of what it was, where that is known
   */
  follow(key: string, after: Decoded, known?: BytesChange): Followed | undefined {
    const own = this.#owns.get(key);
    if (!own) return undefined;
    const before = spellingOf(own);
    const respelt = own.edit && this.#reading?.respelt(own.edit, after, known);
    if (respelt) {
      const { edit, change } = respelt;
      this.#set(key, { read: edit.now, edit });
      this.#stepped(before.text, respelt);
      this.#putTogetherLater(edit.now.text);
      const splice = spliceAt(change.from, before.text.slice(change.from, change.to), change.insert);
      return { parts: splice ? [{ kind: 'text', key, splice }] : [], fate: 'kept' };
    }
    return this.drop(key);
  }

  /**
   * Does again, or takes back, what a step did to a text.
   * @param decodedOf a message by its key, as its bytes were before
   */
  apply(part: TextPart, decodedOf: (key: string) => Decoded | undefined): void {
    const reading = this.#reading;
    if (part.kind === 'moved') return this.move(part.keys);
    if (part.kind === 'owned') {
      if (!part.owned) this.#disown(part.key);
      return;
    }
    if (!reading) return; // a text is only ever written where it is there
    if (part.kind === 'spelling') {
      const { after } = part;
      return this.#set(part.key, after && reading.ownText(after.text, after.doctype));
    }
    const decoded = decodedOf(part.key);
    const own =
      this.#owns.get(part.key) ??
      (decoded && reading.owned(reading.readText(toXml(decoded), decoded.doctype.id)));
    const { at, removed, inserted } = part.splice;
    if (own) {
      this.#set(part.key, reading.changed(own, [{ from: at, to: at + removed.length, insert: inserted }]));
    }
  }

  /** Messages went elsewhere in the conversation, or out of it: their texts go with them. */
  move(keys: readonly (readonly [from: string, to: string])[]): void {
    const owns = new Map(this.#owns);
    const moved = keys.map(([from, to]) => [to, owns.get(from)] as const);
    for (const [from] of keys) owns.delete(from);
    for (const [to, own] of moved) if (own) owns.set(to, own);
    this.#owns = owns;
  }

  /** Forgets the text of a message that is gone, or from now on written anew from its bytes. */
  drop(key: string): Followed | undefined {
    const own = this.#owns.get(key);
    if (!own) return undefined;
    this.#set(key, undefined);
    const fate = own.read.bytes ? (isPrinted(own) ? 'kept' : 'put aside') : 'broken';
    return { parts: [{ kind: 'spelling', key, before: spellingOf(own), after: undefined }], fate };
  }

  /** There is no text until it is asked to be printed, but for a person's own. */
  hold(): void {
    this.#core.drop('print');
    this.#held = true;
  }

  /** The bytes of the message on show, whose text is the printed one, changed in one place: most of it stays. */
  reprint({ read, before, after, at }: BytesChange): void {
    const respelt = read && this.#reading?.reprinted(read, before, after, at);
    if (!respelt) return;
    const { now } = respelt.edit;
    this.#printed = { bytes: after.bytes, text: now.text, read: now };
    this.#stepped(read.text, respelt);
    this.#putTogetherLater(now.text);
  }

  /**
   * Engines put a text that was joined together when somebody first looks into it, which takes long for a long one: once
   * the key that changed it is seen, not with the next one.
   */
  #putTogetherLater(text: string): void {
    void this.#afterPicture?.().then(() => text.charCodeAt(0));
  }

  #stepped(before: string, { edit, change }: Respelt): void {
    this.#step = { before, after: edit.now.text, change };
  }

  /** Writes what a person had ended, where that was so. */
  printAgain(): void {
    if (this.ended) this.#without = undefined;
    this.print();
  }

  /** A large text is printed beside the page; a small one when someone asks for it. */
  print(): void {
    const { key, bytes, options, isWbxml, decoded } = this.#subject();
    this.#core.drop('print');
    if (this.#without?.key !== key) this.#without = undefined;
    const isLarge = bytes.length > (this.#held ? SMALL_AT_FIRST : SMALL);
    this.#held = isLarge && !this.#own && isWbxml && !this.isLong && this.#printed?.bytes !== bytes;
    if (!this.#held) return;
    if (this.#reprintAll(decoded)) {
      this.#held = false;
      return;
    }
    const revision = this.#revision();
    const size = Math.max(SMALL + 1, bytes.length);
    const leave = (ended: boolean): void => {
      this.#held = false;
      this.#without = { key, ended };
    };
    const oncancel = (): void => leave(true);
    const going = this.#core.run('print', { bytes, options, most: MOST_TEXT }, size, { oncancel });
    const printing = going.catch(() => undefined); // by elements it can be shown still
    void printing.then((printed) => {
      if (revision !== this.#revision()) return;
      if (!printed) return leave(false);
      this.#held = false;
      this.#printed = { bytes, text: printed.text, ...(printed.read && { sent: printed.read }) };
    });
  }

  /** Makes the printed text follow the bytes, wherever they changed. @returns false where it has to be printed */
  #reprintAll(after: Decoded): boolean {
    const [reading, printed] = [this.#reading, this.#printed];
    if (!reading || !printed) return false;
    const { bytes, text, sent } = printed;
    const read = printed.read ?? (sent && reading.receivedRead(text, bytes, sent));
    if (read?.doctype !== after.doctype.id) return false;
    this.reprint({
      read,
      before: decode(bytes, { doctype: read.doctype }),
      after,
      at: gapBetween(bytes, after.bytes),
    });
    return this.#printed?.bytes === after.bytes;
  }

  /** The bytes of a span of the text; `undefined` where it stands for none, or the text cannot be encoded. */
  toBytes(start: number, end: number): Span | undefined {
    return this.broken ? undefined : this.#read?.map.toBytes(start, end);
  }

  /** The text of a span of bytes. */
  toText({ start, end }: Span): Span | undefined {
    return this.broken || end <= start ? undefined : this.#read?.map.toText(start, end);
  }

  /** A text that reads as it was printed is the printed one again: a large one need not be printed anew. */
  #disown(key: string): void {
    const { key: shown, bytes } = this.#subject();
    const own = this.#owns.get(key);
    this.#set(key, undefined);
    if (own && key === shown && bytes.length > SMALL) this.#printed = { bytes, text: own.read.text };
  }

  #set(key: string, own: OwnText | undefined): void {
    const owns = new Map(this.#owns);
    if (own) owns.set(key, own);
    else owns.delete(key);
    this.#owns = owns;
  }
}

const spellingOf = ({ read: { text, doctype } }: OwnText): Spelling => ({ text, doctype });

/** Whether a person's text reads as it would be printed: then nothing is lost with it. */
const isPrinted = ({ read: { bytes, text, doctype } }: OwnText): boolean =>
  bytes !== undefined && bytes.length <= SMALL && toXml(decode(bytes, { doctype })) === text;
