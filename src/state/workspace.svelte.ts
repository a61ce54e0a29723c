import { words } from '#words/workspace.ts';
import { sameBytes } from '../bytes/index.ts';
import {
  applyEditsWithLength,
  firstWithBytes,
  messageAt,
  replaceAllBytes,
  replaceBytes,
  type Conversation,
  type Side,
} from '../conversation/index.ts';
import type { Finding, Fix } from '../doctor/index.ts';
import type { KeptText } from '../storage/index.ts';
import { EditedTalk } from './edited-talk.svelte.ts';
import type { MessageText, TextStep } from './message-text.svelte.ts';
import type { Span } from './selection.svelte.ts';
import { decodedOf, keyOf, placesByKey } from './text-keys.ts';
import { together } from './together.ts';
import type { At } from './talk-view.svelte.ts';

const NOTHING = new Uint8Array();

/**
 * What a person works on: conversations are opened in it, walked through, mended and kept. What is on show is a
 * `TalkView`; how it is changed, and how a change is taken back, an `EditedTalk`.
 */
export class Workspace extends EditedTalk {
  #withMore: (conversation: Conversation) => Conversation = (conversation) => conversation;

  /** The conversation with what else is to be kept, saved or shared of it. */
  get whole(): Conversation {
    return this.#withMore(this.conversation);
  }

  /** The XML of the message; absent while a large one is being printed. */
  get text(): string | undefined {
    return this.xml.text;
  }

  /** How the XML came of another text when bytes were changed, where it did. */
  get textStep(): TextStep | undefined {
    return this.xml.step;
  }

  /** True where the XML is not shown whole, as it is too long or not waited for: its elements are, one at a time. */
  get isLong(): boolean {
    return this.xml.isLong;
  }

  /** True where it is not since a person ended its being written. */
  get isTextEnded(): boolean {
    return this.xml.ended;
  }

  /** True while the text cannot be encoded: the bytes are from before its first error. */
  get broken(): boolean {
    return this.xml.broken;
  }

  /** What is wrong with a text that a person wrote, in UTF-16 units; also what is merely worth a notice. */
  get textProblems(): MessageText['problems'] {
    return this.xml.problems;
  }

  /** The texts that a person wrote, of whichever message. */
  get texts(): readonly KeptText[] {
    const { owns } = this.xml;
    if (owns.length === 0) return [];
    const placeOf = placesByKey(this.conversation);
    return owns.flatMap(({ key, ...text }) => {
      const at = placeOf(key);
      return at ? [{ ...at, ...text }] : [];
    });
  }

  /** Gives messages the texts they had; only when `ready`. One that became other bytes today is left. */
  restore(texts: readonly KeptText[]): void {
    const { conversation } = this;
    const placed = texts.flatMap((text) => {
      const message = messageAt(conversation, text);
      if (!message) return [];
      const doctype = decodedOf(message).doctype.id;
      return [{ ...text, message, doctype, key: keyOf(conversation, text) }];
    });
    const replaced: (KeptText & { bytes: Uint8Array })[] = [];
    this.xml.putAll(placed, (text, bytes) => {
      if (!bytes || sameBytes(bytes, text.message.bytes ?? NOTHING)) return true;
      if (text.broken) replaced.push({ ...text, bytes });
      return text.broken;
    });
    this.set(replaceAllBytes(conversation, replaced));
    this.selection.clamp(this.bytes.length);
    this.examineAndPrint();
  }

  /** Loads what reads XML: before it is there nothing is linked, and no text can be opened or edited. */
  ready(): Promise<void> {
    return this.xml.ready();
  }

  /**
   * What is said of a sample of one exchange is about its bytes: once they are others, it is said no more. A way through
   * many messages is still the same way.
   * @returns whether they are others
   */
  leaveNote(sample: Conversation): boolean {
    const { note: _, ...rest } = this.conversation;
    if (sample.exchanges.length > 1 || this.isAs(sample)) return false;
    this.set(rest);
    return true;
  }

  /** Whether the first exchange has the bytes that it has in a sample. */
  isAs({ exchanges: [was] }: Conversation): boolean {
    const [is] = this.conversation.exchanges;
    const isSame = (side: Side) => sameBytes(was?.[side]?.bytes ?? NOTHING, is?.[side]?.bytes ?? NOTHING);
    return isSame('request') && isSame('response');
  }

  /** From now on the conversation is kept with what `more` puts to it. */
  keepWith(more: (conversation: Conversation) => Conversation): void {
    this.#withMore = more;
  }

  /**
   * Shows a conversation instead of the one on show.
   * @param at the message to begin with; its first one with bytes where absent or not there
   * @param text XML that is the message's own text, spelt as it is; only when `ready`
   * @param before what is waited for before more is made of it than rows of bytes; nothing where absent
   */
  open(conversation: Conversation, at?: At, text?: string, before?: Promise<unknown>): void {
    this.begin(conversation);
    const asked = at && messageAt(conversation, at) ? at : undefined;
    this.enter(asked ?? firstWithBytes(conversation) ?? this.steps[0] ?? { exchange: 0, side: 'response' });
    const bytes = text === undefined ? undefined : this.xml.take(text);
    if (bytes) this.set(replaceBytes(conversation, this.at, bytes));
    this.selection.clamp(this.bytes.length);
    if (before) this.#goOnAfter(before);
    else this.examineAndPrint();
  }

  /** Examines and prints later, unless a change does so before. */
  #goOnAfter(before: Promise<unknown>): void {
    const { revision } = this;
    this.examiner.clear();
    this.xml.hold();
    void before.then(() => {
      if (revision === this.revision) this.examineAndPrint();
    });
  }

  /** Examines, and writes, what a person had ended. */
  examineAgain(): void {
    this.examiner.examine(this.conversation);
    this.xml.printAgain();
  }

  /** Shows the message `by` steps on, where there is one. */
  walk(by: number): void {
    const at = this.steps[this.step + by];
    if (at) this.show(at);
  }

  /** Applies the fix of a finding, where it has one. */
  fix({ fix }: Finding): void {
    if (fix && !this.examiner.isBehind) this.apply(fix);
  }

  /** Applies a fix as one step, which can be taken back; HTTP’s word of the length follows. */
  apply({ title, edits }: Fix): void {
    this.change(title, applyEditsWithLength(this.conversation, edits));
  }

  /** Applies the fixes of findings as one step. Those that meet an earlier one's bytes are left. */
  fixAll(findings: readonly Finding[]): void {
    const { edits, count } = together(findings);
    if (count > 0 && !this.examiner.isBehind) this.apply({ title: words.fixes(count), edits });
  }

  /** Shows the bytes of a place; of an empty one the byte it stands before. */
  point({ exchange, side, start, end }: Pick<Finding, 'exchange' | 'side' | 'start' | 'end'>): void {
    this.show({ exchange, side });
    const size = this.bytes.length;
    const from = Math.max(0, Math.min(start, size - 1));
    this.selection.select({ start: from, end: Math.max(end, Math.min(from + 1, size)) }, 'finding');
  }

  /** Selects the bytes that a span of the text stands for; of a caret those of the character behind it. */
  selectText(start: number, end: number): void {
    const span = this.toBytes(start, Math.max(end, start + 1));
    if (span && span.end > span.start) this.selection.select(span, 'xml');
  }

  /** The bytes of a span of the text; `undefined` where it stands for none, or the text cannot be encoded. */
  toBytes(start: number, end: number): Span | undefined {
    return this.xml.toBytes(start, end);
  }

  /** The text of a span of bytes. */
  toText(span: Span): Span | undefined {
    return this.xml.toText(span);
  }
}
