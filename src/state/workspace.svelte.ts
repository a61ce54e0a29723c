import { sameBytes } from '../bytes/index.ts';
import {
  messageAt,
  messagesOf,
  otherSide,
  replaceBytes,
  replaceMessage,
  applyEdits,
  type Conversation,
  type Message,
  type ReadAs,
  readingOf,
} from '../conversation/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { bodyKind, type Check, type Finding, type Fix } from '../doctor/index.ts';
import { listingRows } from '../explain/index.ts';
import type { KeptText } from '../storage/index.ts';
import type { Core } from '../worker/index.ts';
import { Examiner } from './examiner.svelte.ts';
import { factsOf } from './facts.ts';
import { MessageText, type Fate } from './message-text.svelte.ts';
import type { Change } from './own-text.ts';
import { Selection, type Origin, type Span } from './selection.svelte.ts';
import { textPace } from './history-pace.ts';
import { applyTalk, isTalk, partsBetween, type Part, type Where } from './history-part.ts';
import { spliceBetween } from './history-splice.ts';
import { History, partsBack, type Pace, type Sight, type Step } from './history.svelte.ts';
import { followTexts, keyOf, messageOfKey, placeOfKey } from './text-keys.ts';
import { together } from './together.ts';

/** Which message is on show. */
export type At = Where;

/** What an editor tells of an edit: the changes in the text before it, last place first. */
export interface TextEdit {
  changes: readonly Change[];
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
const NO_CONVERSATION: Conversation = { format: 1, title: '', exchanges: [] };
const NO_DOCTOR = 'The rules could not be loaded.';
const STOPPED = 'Not examined: it was cancelled.';
const BROKEN_ASIDE = 'The XML had an error and no bytes of its own; it is put aside. Undo brings it back.';
const SPELLING_ASIDE =
  'The XML is printed anew from the bytes: your own spelling of it could not be kept. Undo brings it back.';
const isSame = (a: At, b: At): boolean => a.exchange === b.exchange && a.side === b.side;

/**
 * One conversation and one message of it on show. The message's bytes are what everything is made from; only
 * while a person edits the XML is their text the truth, and the bytes follow it whenever it can be read.
 */
export class Workspace {
  readonly selection = new Selection();
  readonly examiner: Examiner;
  /** What was done and can be taken back, and what was taken back. */
  readonly #history = new History();
  readonly #text: MessageText;
  #conversation = $state.raw(NO_CONVERSATION);
  #at = $state.raw<At>({ exchange: 0, side: 'response' });
  #shown = $state(0);
  #revision = $state(0);
  #closed = $state.raw<Step>();
  #toldOfSpelling = false;
  #ontold: (text: string) => void = () => undefined;
  #onchange: () => void = () => undefined;
  #withMore: (conversation: Conversation) => Conversation = (conversation) => conversation;

  readonly message: Message | undefined = $derived(messageAt(this.#conversation, this.#at));
  readonly bytes: Uint8Array = $derived(this.message?.bytes ?? NOTHING);
  readonly #options = $derived(readingOf(this.message ?? {}));
  readonly decoded = $derived(decode(this.bytes, this.#options));
  readonly listing = $derived(listingRows(this.decoded));
  /** What the body is: WBXML, nothing, or something else. */
  readonly body = $derived(bodyKind(this.message ?? {}));
  readonly partner: Message | undefined = $derived(
    messageAt(this.#conversation, { ...this.#at, side: otherSide(this.#at.side) }),
  );
  /** Every message of the conversation, in order, and which of them is on show. */
  readonly steps: readonly At[] = $derived(
    messagesOf(this.#conversation).map(({ exchange, side }) => ({ exchange, side })),
  );
  readonly step: number = $derived.by(() => {
    const at = this.#at;
    return this.steps.findIndex((one) => isSame(one, at));
  });

  readonly #examination = $derived.by(() => this.examiner.of(this.#at));
  /** What the message was found to be: command, side, version. */
  readonly context = $derived(
    this.#examination?.context ?? {
      side: { value: this.#at.side, how: 'guessed' as const, why: 'It stands there.' },
    },
  );
  /** Findings about the message on show, worst first. */
  readonly findings: readonly Finding[] = $derived(this.#examination?.findings ?? []);
  /** What was asked of it, question by question. */
  readonly checks: readonly Check[] = $derived(this.#examination?.checks ?? []);
  /** The one sentence about the message. */
  readonly verdict: string = $derived.by(
    () =>
      this.examiner.verdictOf(this.#at) ??
      (this.examiner.failed ? NO_DOCTOR : this.examiner.stopped ? STOPPED : 'Examining…'),
  );
  /** Further facts for the line above it: a few words each. */
  readonly facts: readonly string[] = $derived(factsOf(this.decoded, this.context.version));

  /** What whoever made the conversation wrote about it, and about the exchange on show. */
  readonly note: string = $derived(
    [this.#conversation.note, this.#conversation.exchanges[this.#at.exchange]?.note]
      .filter(Boolean)
      .join(' '),
  );

  constructor(core: Core) {
    this.examiner = new Examiner(core);
    this.#text = new MessageText(
      core,
      () => ({
        key: keyOf(this.#conversation, this.#at),
        bytes: this.bytes,
        decoded: this.decoded,
        options: this.#options,
        isWbxml: this.body.kind === 'wbxml',
      }),
      () => this.#revision,
    );
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  /** The conversation with what else is to be kept, saved or shared of it. */
  get whole(): Conversation {
    return this.#withMore(this.#conversation);
  }

  get at(): At {
    return this.#at;
  }

  /** Changes with every other message on show, not with edits of it. */
  get shown(): number {
    return this.#shown;
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
    return last?.kind === 'change' && last !== this.#closed ? last.title : undefined;
  }

  /** The XML of the message; absent while a large one is being printed. */
  get text(): string | undefined {
    return this.#text.text;
  }

  /** True where the XML is too long to be shown whole: its elements are shown one at a time. */
  get isLong(): boolean {
    return this.#text.isLong;
  }

  /** True while the text cannot be encoded: the bytes are from before its first error. */
  get broken(): boolean {
    return this.#text.broken;
  }

  /** What is wrong with a text that a person wrote, in UTF-16 units; also what is merely worth a notice. */
  get textProblems(): MessageText['problems'] {
    return this.#text.problems;
  }

  /** The text of the message on show where it cannot be encoded yet. */
  get draft(): string | undefined {
    return this.#text.draft;
  }

  /** The texts that a person wrote, of whichever message. */
  get texts(): readonly KeptText[] {
    return this.#text.owns.flatMap(({ key, ...text }) => {
      const at = placeOfKey(this.#conversation, key);
      return at ? [{ ...at, ...text }] : [];
    });
  }

  /** Gives messages the texts they had; only when `ready`. One that became other bytes today is left. */
  restore(texts: readonly KeptText[]): void {
    for (const { exchange, side, text, broken } of texts) {
      const at = { exchange, side };
      const message = messageAt(this.#conversation, at);
      if (!message) continue;
      const key = keyOf(this.#conversation, at);
      const bytes = this.#text.put(key, text, decodedOf(message).doctype.id);
      if (!bytes || sameBytes(bytes, message.bytes ?? NOTHING)) continue;
      if (broken) this.#conversation = replaceBytes(this.#conversation, at, bytes);
      else this.#text.drop(key);
    }
    this.selection.clamp(this.bytes.length);
    this.#examineAndPrint();
  }

  /** Loads what reads XML: before it is there nothing is linked, and no text can be opened or edited. */
  ready(): Promise<void> {
    return this.#text.ready();
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
    this.#closed = this.#history.last;
  }

  /** From now on the conversation is kept with what `more` puts to it. */
  keepWith(more: (conversation: Conversation) => Conversation): void {
    this.#withMore = more;
  }

  /**
   * Shows a conversation instead of the one on show.
   * @param at the message to begin with; its first one with bytes where absent or not there
   * @param text XML that is the message's own text, spelt as it is; only when `ready`
   */
  open(conversation: Conversation, at?: At, text?: string): void {
    this.#revision++;
    this.#conversation = conversation;
    this.#text.clear();
    this.#history.clear();
    this.#toldOfSpelling = false;
    const asked = at && conversation.exchanges[at.exchange] ? at : undefined;
    const first = messagesOf(conversation).find(({ message }) => message.bytes?.length);
    this.#enter(asked ?? first ?? this.steps[0] ?? { exchange: 0, side: 'response' });
    const bytes = text === undefined ? undefined : this.#text.take(text);
    if (bytes) this.#conversation = replaceBytes(conversation, this.#at, bytes);
    this.selection.clamp(this.bytes.length);
    this.#examineAndPrint();
  }

  /** Examines, and writes, what a person had ended. */
  examineAgain(): void {
    this.#examineAndPrint();
  }

  /** Shows another message of the conversation. */
  show(at: At): void {
    if (isSame(at, this.#at)) return;
    this.#history.stop();
    this.#enter(at);
    this.#text.print();
  }

  /** Shows the message `by` steps on, where there is one. */
  walk(by: number): void {
    const at = this.steps[this.step + by];
    if (at) this.show(at);
  }

  /**
   * Takes over an edit of the XML.
   * @param now ms on any clock that only goes forward
   */
  edit({ changes }: TextEdit, now = performance.now()): void {
    const before = this.#sight();
    const taken = this.#text.edit(changes);
    if (!taken) return;
    const parts: Part[] = taken.parts;
    const { bytes } = taken;
    if (bytes && this.message?.bytes) {
      const splice = spliceBetween(this.message.bytes, bytes);
      if (splice) parts.push({ kind: 'bytes', at: this.#at, splice });
      if (splice) this.#conversation = replaceBytes(this.#conversation, this.#at, bytes);
    } else if (bytes) {
      const conversation = replaceBytes(this.#conversation, this.#at, bytes);
      parts.push(...partsBetween(this.#conversation, conversation));
      this.#conversation = conversation;
    }
    this.#add({ title: 'edit of the XML', kind: 'text', parts, before }, textPace(changes, parts, now));
  }

  /**
   * Puts bytes in the place of others in the message on show. The XML follows by the smallest edit.
   * @param now ms on any clock that only goes forward
   * @returns false where there is no such message
   * @throws RangeError where the span lies outside the message: a fault of the caller
   */
  editBytes({ start, end, bytes, title, select, typing }: ByteEdit, now = performance.now()): boolean {
    if (!this.#conversation.exchanges[this.#at.exchange]) return false;
    const [old, before, at] = [this.message?.bytes, this.#sight(), this.#at];
    const splice = { at: start, removed: (old ?? NOTHING).slice(start, end), inserted: bytes.slice() };
    const parts: Part[] = old
      ? [{ kind: 'bytes', at, splice }]
      : partsBetween(this.#conversation, replaceBytes(this.#conversation, at, bytes));
    for (const part of parts) if (isTalk(part)) this.#conversation = applyTalk(this.#conversation, part);
    const followed = this.#text.follow(keyOf(this.#conversation, at), this.decoded);
    if (followed) parts.push(...followed.parts);
    this.selection.select(select ?? { start, end: start + bytes.length }, 'bytes');
    const { tokens } = this.decoded;
    const last = start + bytes.length - 1;
    const ends = tokens.end(Math.max(0, tokens.atOffset(last))) === last + 1;
    this.#add({ title, kind: 'bytes', parts, before }, { now, typing, ends });
    this.#tell(followed?.fate);
    return true;
  }

  /** Reads the message on show as a person says; nothing said: as it is found to be. */
  readAs(readAs: ReadAs): void {
    const { readAs: _, ...rest } = this.message ?? {};
    const next: Message = Object.keys(readAs).length > 0 ? { ...rest, readAs } : rest;
    const side = readAs.side ?? this.#at.side;
    const turns = side !== this.#at.side && !this.partner;
    const at = turns ? { ...this.#at, side } : this.#at;
    const without = turns ? replaceMessage(this.#conversation, this.#at, undefined) : this.#conversation;
    this.#change('read otherwise', replaceMessage(without, at, next), at);
    this.seen(); // it is told where it was chosen
  }

  /** Applies the fix of a finding, where it has one. */
  fix({ fix }: Finding): void {
    if (fix) this.apply(fix);
  }

  /** Applies a fix as one step, which can be taken back. */
  apply({ title, edits }: Fix): void {
    this.change(title, applyEdits(this.#conversation, edits));
  }

  /**
   * Puts another conversation in the place of the one on show, as one step, which can be taken back.
   * @param title what was done, for whoever takes it back: “5 bytes taken out”
   * @param at the message on show from now on; the same place where absent
   */
  change(title: string, conversation: Conversation, at: At = this.#at): void {
    this.#change(title, conversation, at);
  }

  /** Applies the fixes of findings as one step. Those that meet an earlier one's bytes are left. */
  fixAll(findings: readonly Finding[]): void {
    const { edits, count } = together(findings);
    if (count > 0) this.apply({ title: `${count} fixes`, edits });
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

  /** Shows the bytes of a place; of an empty one the byte it stands before. */
  point({ exchange, side, start, end }: Pick<Finding, 'exchange' | 'side' | 'start' | 'end'>): void {
    this.show({ exchange, side });
    const size = this.bytes.length;
    const from = Math.max(0, Math.min(start, size - 1));
    this.selection.select({ start: from, end: Math.max(end, Math.min(from + 1, size)) }, 'finding');
  }

  select(span: Span, origin: Origin): void {
    this.selection.select(span, origin);
    this.selection.clamp(this.bytes.length);
  }

  /** Selects the bytes that a span of the text stands for; of a caret those of the character behind it. */
  selectText(start: number, end: number): void {
    const span = this.toBytes(start, Math.max(end, start + 1));
    if (span && span.end > span.start) this.selection.select(span, 'xml');
  }

  /** The bytes of a span of the text; `undefined` where it stands for none, or the text cannot be encoded. */
  toBytes(start: number, end: number): Span | undefined {
    return this.#text.toBytes(start, end);
  }

  /** The text of a span of bytes. */
  toText(span: Span): Span | undefined {
    return this.#text.toText(span);
  }

  #sight(): Sight {
    return { at: this.#at, span: this.selection.span };
  }

  #enter({ exchange, side }: At): void {
    this.#at = { exchange, side };
    this.#shown++;
    this.selection.select({ start: 0, end: Math.min(1, this.bytes.length) }, 'address');
    this.selection.point(undefined);
  }

  #change(title: string, conversation: Conversation, at: At): void {
    const [before, old] = [this.#sight(), this.#conversation];
    const parts: Part[] = partsBetween(old, conversation);
    if (parts.length === 0) return this.show(at);
    this.#conversation = conversation;
    const followed = followTexts(this.#text, old, conversation);
    parts.push(...followed.parts);
    if (!isSame(at, this.#at)) this.#enter(at);
    this.#add({ title, kind: 'change', parts, before }, { now: 0 });
    this.#tell(followed.fate);
  }

  #add(step: Omit<Step, 'after'>, pace: Pace): void {
    this.selection.clamp(this.bytes.length);
    this.#history.add({ ...step, after: this.#sight() }, pace);
    this.#settle();
  }

  #replay(parts: readonly Part[], { at, span }: Sight): void {
    const [old, other] = [this.#conversation, !isSame(at, this.#at)];
    for (const part of parts) if (isTalk(part)) this.#conversation = applyTalk(this.#conversation, part);
    this.#at = at;
    if (other) this.#shown++;
    for (const part of parts) {
      if (isTalk(part)) continue;
      this.#text.apply(part, (key) => {
        const message = messageOfKey(old, key);
        return message && decodedOf(message);
      });
    }
    this.selection.select(span, 'address');
    this.selection.clamp(this.bytes.length);
    this.#settle();
  }

  #tell(fate: Fate | undefined): void {
    if (fate === 'broken') this.#ontold(BROKEN_ASIDE);
    if (fate !== 'put aside' || this.#toldOfSpelling) return;
    this.#toldOfSpelling = true;
    this.#ontold(SPELLING_ASIDE);
  }

  /** The state is another one. */
  #settle(): void {
    this.#revision++;
    this.#examineAndPrint();
    this.#onchange();
  }

  #examineAndPrint(): void {
    this.examiner.examine(this.#conversation);
    this.#text.print();
  }
}

const decodedOf = (message: Message): Decoded => decode(message.bytes ?? NOTHING, readingOf(message));
