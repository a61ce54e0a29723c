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
  type Side,
  readingOf,
} from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import { bodyKind, type Check, type Finding, type Fix } from '../doctor/index.ts';
import { listingRows } from '../explain/index.ts';
import type { KeptText } from '../storage/index.ts';
import type { Core } from '../worker/index.ts';
import { Examiner } from './examiner.svelte.ts';
import { factsOf } from './facts.ts';
import { MessageText } from './message-text.svelte.ts';
import type { Change } from './own-text.ts';
import { Selection, type Origin, type Span } from './selection.svelte.ts';
import { StepsBack } from './steps-back.svelte.ts';
import { together } from './together.ts';

/** Which message is on show. */
export interface At {
  exchange: number;
  side: Side;
}

/** What an editor tells of an edit: the changes in the text before it, last place first. */
export interface TextEdit {
  changes: readonly Change[];
}

/** `bytes` in the place of a span. */
export interface ByteEdit extends Span {
  bytes: Uint8Array;
  title: string;
  /** What kind of typing it is, where it is some. */
  typing?: string | undefined;
}

const NOTHING = new Uint8Array();
const NO_CONVERSATION: Conversation = { format: 1, title: '', exchanges: [] };
const NO_DOCTOR = 'The rules could not be loaded.';
const STOPPED = 'Not examined: it was cancelled.';
const keyOf = ({ exchange, side }: At): string => `${exchange} ${side}`;

function placeOf(key: string): At {
  const [exchange, side] = key.split(' ');
  return { exchange: Number(exchange), side: side === 'request' ? side : 'response' };
}

/**
 * One conversation and one message of it on show. The message's bytes are what everything is made from; only
 * while a person edits the XML is their text the truth, and the bytes follow it whenever it can be read.
 */
export class Workspace {
  readonly selection = new Selection();
  readonly examiner: Examiner;
  /** What was mended and can be taken back. */
  readonly stepsBack = new StepsBack();
  readonly #text: MessageText;
  #conversation = $state.raw(NO_CONVERSATION);
  #at = $state.raw<At>({ exchange: 0, side: 'response' });
  #shown = $state(0);
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
    const { exchange, side } = this.#at;
    return this.steps.findIndex((at) => at.exchange === exchange && at.side === side);
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
    this.#text = new MessageText(core, () => ({
      bytes: this.bytes,
      decoded: this.decoded,
      options: this.#options,
      isWbxml: this.body.kind === 'wbxml',
    }));
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

  /** Texts that a person wrote: that of the message on show, and others that cannot be encoded yet. */
  get texts(): readonly KeptText[] {
    const { own, aside, broken } = this.#text;
    const others = aside.map(([key, text]) => ({ ...placeOf(key), text, broken: true }));
    return own === undefined ? others : [{ ...this.#at, text: own, broken }, ...others];
  }

  /** Gives messages the texts they had; only when `ready`. One that became other bytes today is left. */
  restore(texts: readonly KeptText[]): void {
    for (const { exchange, side, text, broken } of texts) {
      const at = { exchange, side };
      const message = messageAt(this.#conversation, at);
      if (!message) continue;
      const doctype = decode(message.bytes ?? NOTHING, readingOf(message)).doctype.id;
      if (keyOf(at) !== keyOf(this.#at)) {
        if (broken) this.#text.putAside(keyOf(at), text, doctype);
        continue;
      }
      const bytes = this.#text.take(text, doctype);
      const same = bytes !== undefined && sameBytes(bytes, this.bytes);
      if (bytes && !same && !broken) this.#text.drop();
      else if (!same) this.#takeBytes(bytes);
    }
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
    this.#conversation = conversation;
    this.#text.clear();
    this.stepsBack.clear();
    const asked = at && conversation.exchanges[at.exchange] ? at : undefined;
    const first = messagesOf(conversation).find(({ message }) => message.bytes?.length);
    this.#enter(asked ?? first ?? this.steps[0] ?? { exchange: 0, side: 'response' });
    if (text !== undefined) this.#takeBytes(this.#text.take(text));
    this.#examineAndPrint();
  }

  /** Examines, and writes, what a person had ended. */
  examineAgain(): void {
    this.#examineAndPrint();
  }

  /** Shows another message of the conversation. */
  show(at: At): void {
    if (keyOf(at) === keyOf(this.#at)) return;
    this.#text.turn(keyOf(this.#at), keyOf(at));
    this.#enter(at);
    this.#text.print();
  }

  /** Shows the message `by` steps on, where there is one. */
  walk(by: number): void {
    const at = this.steps[this.step + by];
    if (at) this.show(at);
  }

  /** Takes over an edit of the XML. */
  edit({ changes }: TextEdit): void {
    const { taken, bytes } = this.#text.edit(changes);
    if (!taken) return;
    this.#takeBytes(bytes);
    this.stepsBack.clear();
    this.examiner.examine(this.#conversation);
    this.#onchange();
  }

  /** Puts bytes in the place of others in the message on show: one step with what was typed before it. */
  editBytes({ start, end, bytes, title, typing }: ByteEdit): boolean {
    const before = this.#conversation;
    const goesOn = typing !== undefined && this.stepsBack.last?.title === title;
    this.#replace(applyEdits(before, [{ place: { ...this.#at, start, end }, bytes }]));
    if (!goesOn) this.stepsBack.add({ title, before, at: this.#at });
    return true;
  }

  /** Reads the message on show as a person says; nothing said: as it is found to be. */
  readAs(readAs: ReadAs): void {
    const { readAs: _, ...rest } = this.message ?? {};
    const next: Message = Object.keys(readAs).length > 0 ? { ...rest, readAs } : rest;
    const side = readAs.side ?? this.#at.side;
    const turns = side !== this.#at.side && !this.partner;
    const without = turns ? replaceMessage(this.#conversation, this.#at, undefined) : this.#conversation;
    if (turns) this.#at = { ...this.#at, side };
    this.stepsBack.clear();
    this.#replace(replaceMessage(without, this.#at, next));
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
    const [before, atBefore] = [this.#conversation, this.#at];
    this.#replace(conversation);
    this.stepsBack.add({ title, before, at: atBefore });
    this.show(at);
  }

  /** Applies the fixes of findings as one step. Those that meet an earlier one's bytes are left. */
  fixAll(findings: readonly Finding[]): void {
    const { edits, count } = together(findings);
    if (count > 0) this.apply({ title: `${count} fixes`, edits });
  }

  /** Takes the last step back: the conversation stands as before it, and the message that was on show is. */
  undo(): void {
    const step = this.stepsBack.take();
    if (!step) return;
    this.#replace(step.before);
    this.show(step.at);
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

  /** Selects the bytes that a span of the text stands for. */
  selectText(start: number, end: number): void {
    const span = this.toBytes(start, end);
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

  #enter({ exchange, side }: At): void {
    this.#at = { exchange, side };
    this.#shown++;
    this.selection.select({ start: 0, end: Math.min(1, this.bytes.length) }, 'address');
    this.selection.point(undefined);
  }

  /** The bytes of a person's text; none while it cannot be encoded. */
  #takeBytes(bytes: Uint8Array | undefined): void {
    if (!bytes) return;
    this.#conversation = replaceBytes(this.#conversation, this.#at, bytes);
    this.selection.clamp(bytes.length);
  }

  /** The message on show changed otherwise than by its text, which is printed anew. */
  #replace(conversation: Conversation): void {
    this.#conversation = conversation;
    this.#text.drop();
    this.selection.clamp(this.bytes.length);
    this.#examineAndPrint();
    this.#onchange();
  }

  #examineAndPrint(): void {
    this.examiner.examine(this.#conversation);
    this.#text.print();
  }
}
