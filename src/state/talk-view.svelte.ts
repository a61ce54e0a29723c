import { words } from '#words/workspace.ts';
import {
  messageAt,
  messagesOf,
  otherSide,
  readingOf,
  type Conversation,
  type Message,
} from '../conversation/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import { bodyKind, type Check, type Finding } from '../doctor/index.ts';
import { listingRows } from '../explain/index.ts';
import type { Core } from '../worker/index.ts';
import { Examiner } from './examiner.svelte.ts';
import { factsOf } from './facts.ts';
import type { Where } from './history-part.ts';
import type { Sight } from './history.svelte.ts';
import { Selection, type Origin, type Span } from './selection.svelte.ts';

/** Which message is on show. */
export type At = Where;

const NOTHING = new Uint8Array();
const NO_CONVERSATION: Conversation = { format: 1, title: '', exchanges: [] };

/** Whether two places are of the same message. */
export const isSame = (a: At, b: At): boolean => a.exchange === b.exchange && a.side === b.side;

/** One conversation, one message of it on show, and all that follows from these two: nothing here changes either. */
export abstract class TalkView {
  readonly selection = new Selection();
  readonly examiner: Examiner;
  #conversation = $state.raw(NO_CONVERSATION);
  #at = $state.raw<At>({ exchange: 0, side: 'response' });
  #shown = $state(0);
  readonly #ahead = new WeakMap<Message, Decoded>();

  readonly message: Message | undefined = $derived(messageAt(this.#conversation, this.#at));
  readonly bytes: Uint8Array = $derived(this.message?.bytes ?? NOTHING);
  /** How the bytes are read, where a person said so. */
  protected readonly options = $derived(readingOf(this.message ?? {}));
  readonly decoded: Decoded = $derived(this.#decodedAhead(this.message) ?? decode(this.bytes, this.options));
  readonly listing = $derived(listingRows(this.decoded));
  /** What the body is: WBXML, nothing, or something else. */
  readonly body = $derived(bodyKind(this.message ?? {}));
  /** There is a body, and it is something else than WBXML. */
  readonly isForeign = $derived(!['wbxml', 'absent', 'empty'].includes(this.body.kind));
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
      side: { value: this.#at.side, how: 'guessed' as const, why: words.standsThere },
    },
  );
  /** Findings about the message on show, worst first. */
  readonly findings: readonly Finding[] = $derived(this.#examination?.findings ?? []);
  /** What was asked of it, question by question. */
  readonly checks: readonly Check[] = $derived(this.#examination?.checks ?? []);
  /** The one sentence about the message. */
  readonly verdict: string = $derived.by(() => this.examiner.verdictOf(this.#at) ?? words[this.examiner.why]);
  /** Further facts for the line above it: a few words each. */
  readonly facts: readonly string[] = $derived(factsOf(this.decoded, this.context.version));

  /** What whoever made the conversation wrote about it, and about the exchange on show. */
  readonly note: string = $derived(
    [this.#conversation.note, this.#conversation.exchanges[this.#at.exchange]?.note]
      .filter(Boolean)
      .join(' '),
  );

  /** @param afterPicture settles when a change is painted: what is not seen of it at once follows then */
  constructor(core: Core, afterPicture?: () => Promise<void>) {
    this.examiner = new Examiner(core, afterPicture);
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  get at(): At {
    return this.#at;
  }

  /** Changes with every other message on show, not with edits of it. */
  get shown(): number {
    return this.#shown;
  }

  /** A message was decoded elsewhere, read as it says itself: it need not be decoded again. */
  isDecoded(message: Message, decoded: Decoded): void {
    this.#ahead.set(message, decoded);
  }

  #decodedAhead(message: Message | undefined): Decoded | undefined {
    return message && this.#ahead.get(message);
  }

  select(span: Span, origin: Origin): void {
    this.selection.select(span, origin);
    this.selection.clamp(this.bytes.length);
  }

  /** What is on show, and what of it is selected. */
  protected get sight(): Sight {
    return { at: this.#at, span: this.selection.span };
  }

  /** Puts a conversation in the place of the one on show; whoever does says what else follows. */
  protected set(conversation: Conversation): void {
    this.#conversation = conversation;
  }

  /** Shows a message from its beginning. */
  protected enter({ exchange, side }: At): void {
    this.#at = { exchange, side };
    this.#shown++;
    this.selection.select({ start: 0, end: Math.min(1, this.bytes.length) }, 'address');
    this.selection.point(undefined);
  }

  /** Shows again what was on show, with what was selected of it. */
  protected return({ at, span }: Sight): void {
    const other = !isSame(at, this.#at);
    this.#at = at;
    if (other) this.#shown++;
    this.select(span, 'address');
  }
}
