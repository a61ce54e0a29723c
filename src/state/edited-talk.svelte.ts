import { words } from '#words/workspace.ts';
import { replaceBytes, withSizeNow, type Conversation } from '../conversation/index.ts';
import type { Core } from '../worker/index.ts';
import { textPace } from './history-pace.ts';
import { applyTalk, isTalk, partsBetween, type Part } from './history-part.ts';
import { spliceAt } from './history-splice.ts';
import { History, partsBack, type Pace, type Sight, type Step } from './history.svelte.ts';
import { MessageText, type Fate } from './message-text.svelte.ts';
import type { Change } from './own-text.ts';
import type { Span } from './selection.svelte.ts';
import { decodedOf, followTexts, keyOf, messagesByKey } from './text-keys.ts';
import { isSame, TalkView, type At } from './talk-view.svelte.ts';

/** What an editor tells of an edit: the changes in the text before it, last place first. */
export interface TextEdit {
  changes: readonly Change[];
  /** The text after it, for whoever has it already: a long one is then put together once. */
  text?: string;
}

/** Bytes in the place of a span of the message on show. An empty span inserts, no bytes delete. */
export interface ByteEdit extends Span {
  bytes: Uint8Array;
  /** What was done, for whoever takes it back: “byte overwritten”. */
  title: string;
  /** What is selected then; what came where absent. */
  select?: Span | undefined;
  /** What kind of typing it is, where it is some: one letter after the other is one step. */
  typing?: string | undefined;
}

const NOTHING = new Uint8Array();

/**
 * A view whose conversation is changed: by bytes, by the text of the message, as a whole. The bytes are what
 * everything is made from; only while a person edits the XML is their text the truth, and the bytes follow it whenever
 * it can be read. Every change is a step of one history.
 */
export abstract class EditedTalk extends TalkView {
  protected readonly xml: MessageText;
  /** What was done and can be taken back, and what was taken back. */
  readonly #history = new History(() => this.xml.size);
  #revision = $state(0);
  #seen = $state.raw<Step>();
  #toldOfSpelling = false;
  #ontold: (text: string) => void = () => undefined;
  #onchange: () => void = () => undefined;

  constructor(core: Core, afterPicture?: () => Promise<void>) {
    super(core, afterPicture);
    this.xml = new MessageText(
      core,
      () => ({
        key: keyOf(this.conversation, this.at),
        bytes: this.bytes,
        decoded: this.decoded,
        options: this.options,
        isWbxml: this.body.kind === 'wbxml',
      }),
      () => this.#revision,
      afterPicture,
    );
  }

  /**
   * The number of the state of conversation and text: another one after every change. Whatever is made from the
   * state belongs to it; what was asked for under an older one is not shown.
   */
  get revision(): number {
    return this.#revision;
  }

  /** What undo would take back, in a few words; `undefined` where there is nothing. */
  get undoTitle(): string | undefined {
    return this.#history.last?.title;
  }

  /** What redo would do again. */
  get redoTitle(): string | undefined {
    return this.#history.next?.title;
  }

  /** What was done last to the conversation as a whole, until something else is done or a person has seen it. */
  get mended(): string | undefined {
    const { last } = this.#history;
    return last?.kind === 'change' && last !== this.#seen ? last.title : undefined;
  }

  /** What was done last changed how many bytes the message on show has. */
  get isResized(): boolean {
    return (this.#history.last?.parts ?? []).some(
      (part) =>
        part.kind === 'bytes' &&
        isSame(part.at, this.at) &&
        part.splice.removed.length !== part.splice.inserted.length,
    );
  }

  /** Calls back after every change that a person made to the conversation. */
  onchange(listener: () => void): void {
    this.#onchange = listener;
  }

  /** Calls back with what a person should know of what a change did besides. */
  ontold(listener: (text: string) => void): void {
    this.#ontold = listener;
  }

  /** A person has seen what was mended. */
  seen(): void {
    this.#seen = this.#history.last;
  }

  /**
   * Takes over an edit of the XML.
   * @param now ms on any clock that only goes forward
   */
  edit({ changes, text }: TextEdit, now = performance.now()): void {
    const before = this.sight;
    const taken = this.xml.edit(changes, text);
    if (!taken) return;
    const parts: Part[] = taken.parts;
    const { bytes, gap } = taken;
    const old = this.message?.bytes;
    if (bytes && old) {
      const known = gap?.of === old ? gap : { at: 0, removed: old.length, inserted: bytes.length };
      const { at } = known;
      const splice = spliceAt(
        at,
        old.subarray(at, at + known.removed),
        bytes.subarray(at, at + known.inserted),
      );
      if (splice) parts.push({ kind: 'bytes', at: this.at, splice });
      if (splice) this.set(replaceBytes(this.conversation, this.at, bytes));
    } else if (bytes) {
      const conversation = replaceBytes(this.conversation, this.at, bytes);
      parts.push(...partsBetween(this.conversation, conversation));
      this.set(conversation);
    }
    this.#add({ title: words.editOfXml, kind: 'text', parts, before }, textPace(changes, parts, now));
  }

  /**
   * Puts bytes in the place of others in the message on show. The XML follows by the smallest edit.
   * @param now ms on any clock that only goes forward
   * @returns false where there is no such message
   * @throws RangeError where the span lies outside the message: a fault of the caller
   */
  editBytes({ start, end, bytes, title, select, typing }: ByteEdit, now = performance.now()): boolean {
    if (!this.conversation.exchanges[this.at.exchange]) return false;
    const [old, before, at] = [this.message?.bytes, this.sight, this.at];
    const was = { read: this.xml.printedRead, before: this.decoded };
    const splice = { at: start, removed: (old ?? NOTHING).slice(start, end), inserted: bytes.slice() };
    const parts: Part[] = old
      ? [{ kind: 'bytes', at, splice }]
      : partsBetween(this.conversation, replaceBytes(this.conversation, at, bytes));
    this.#applyTalk(parts);
    const gap = { at: start, removed: end - start, inserted: bytes.length };
    const change = { ...was, after: this.decoded, at: gap };
    const followed = this.xml.follow(keyOf(this.conversation, at), this.decoded, change);
    if (followed) parts.push(...followed.parts);
    else this.xml.reprint(change);
    this.selection.select(select ?? { start, end: start + bytes.length }, 'bytes');
    const { tokens } = this.decoded;
    const last = start + bytes.length - 1;
    const ends = tokens.end(Math.max(0, tokens.atOffset(last))) === last + 1;
    this.#add({ title, kind: 'bytes', parts, before }, { now, typing, ends });
    this.#tell(followed?.fate);
    return true;
  }

  /**
   * Puts another conversation in the place of the one on show, as one step, which can be taken back.
   * @param title what was done, for whoever takes it back: “5 bytes taken out”
   * @param at the message on show from now on; the same place where absent
   */
  change(title: string, conversation: Conversation, at: At = this.at): void {
    const [before, old] = [this.sight, this.conversation];
    const parts: Part[] = partsBetween(old, conversation);
    if (parts.length === 0) return this.show(at);
    this.set(conversation);
    const followed = followTexts(this.xml, old, conversation);
    parts.push(...followed.parts);
    if (!isSame(at, this.at)) this.enter(at);
    for (const part of parts) {
      if (part.kind === 'bytes' && isSame(part.at, at)) this.selection.follow(part.splice);
    }
    this.#add({ title, kind: 'change', parts, before }, { now: 0 });
    this.#tell(followed.fate);
  }

  /** Takes the last step back: what it concerns is on show then, as it was before. @returns what was taken back */
  undo(): Step | undefined {
    const step = this.#history.back();
    if (step) this.#replay(partsBack(step), step.before);
    return step;
  }

  /** Does again what was taken back last. @returns what was done again */
  redo(): Step | undefined {
    const step = this.#history.forth();
    if (step) this.#replay(step.parts, step.after);
    return step;
  }

  /** What is typed next is a step of its own. */
  endStep(): void {
    this.#history.stop();
  }

  /** Shows another message of the conversation. */
  show(at: At): void {
    if (isSame(at, this.at)) return;
    this.endStep();
    this.enter(at);
    this.xml.print();
  }

  /** Another conversation: nothing that was done to the former can be taken back. */
  protected begin(conversation: Conversation): void {
    this.#revision++;
    this.set(conversation);
    this.xml.clear();
    this.#history.clear();
    this.#toldOfSpelling = false;
  }

  protected examineAndPrint(): void {
    this.examiner.examine(this.conversation);
    this.xml.print();
  }

  #add(step: Omit<Step, 'after'>, pace: Pace): void {
    this.selection.clamp(this.bytes.length);
    this.#history.add({ ...step, after: this.sight }, pace);
    this.#settle();
  }

  #replay(parts: readonly Part[], sight: Sight): void {
    const messageOf = messagesByKey(this.conversation); // as it is before
    this.#applyTalk(parts);
    this.return(sight);
    for (const part of parts) {
      if (isTalk(part)) continue;
      this.xml.apply(part, (key) => {
        const message = messageOf(key);
        return message && decodedOf(message);
      });
    }
    this.#settle();
  }

  #applyTalk(parts: readonly Part[]): void {
    let { conversation } = this;
    for (const part of parts) if (isTalk(part)) conversation = applyTalk(conversation, part);
    this.set(conversation);
  }

  #tell(fate: Fate | undefined): void {
    if (fate === 'broken') this.#ontold(words.brokenAside);
    if (fate !== 'put aside' || this.#toldOfSpelling) return;
    this.#toldOfSpelling = true;
    this.#ontold(words.spellingAside);
  }

  /** The state is another one. */
  #settle(): void {
    this.#revision++;
    this.set(withSizeNow(this.conversation));
    this.examiner.examine(this.conversation, true);
    this.xml.print();
    this.#onchange();
  }
}
