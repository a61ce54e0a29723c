import type { Conversation, Message, ReadAs, Side } from '../conversation/index.ts';
import { messageAt, replaceMessage } from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import { applyFix, contextOf, examine, verdict, type Finding } from '../doctor/index.ts';
import { listingRows } from '../explain/index.ts';
import { editXml, readXml, toXml, type XmlRead } from '../xml/index.ts';
import { SMALL, type Core } from '../worker/index.ts';
import { Selection, type Origin, type Span } from './selection.svelte.ts';

/** Which message is on show. */
export interface At {
  exchange: number;
  side: Side;
}

/** What an editor tells of an edit: the text after it, and the changes in the text before, last place first. */
export interface TextEdit {
  text: string;
  changes: readonly { from: number; to: number; insert: string }[];
}

/** A text that a person writes: it stands instead of the printed one while its message is on show. */
interface OwnText {
  text: string;
  read: XmlRead;
}

const NOTHING = new Uint8Array();
const NO_CONVERSATION: Conversation = { format: 1, title: '', exchanges: [] };
const keyOf = ({ exchange, side }: At): string => `${exchange} ${side}`;

/**
 * One conversation and one message of it on show. The message's bytes are what everything is made from; only
 * while a person edits the XML is their text the truth, and the bytes follow it whenever it can be read.
 */
export class Workspace {
  readonly selection = new Selection();
  readonly #core: Core;
  #conversation = $state.raw(NO_CONVERSATION);
  #at = $state.raw<At>({ exchange: 0, side: 'response' });
  #own = $state.raw<OwnText>();
  #printed = $state.raw<{ bytes: Uint8Array; text: string }>();
  #findings = $state.raw<readonly Finding[]>([]);
  #examining = $state(false);
  #shown = $state(0);
  /** Texts of other messages that could not be encoded yet. */
  readonly #drafts = new Map<string, OwnText>();
  #onchange: () => void = () => undefined;

  readonly message: Message | undefined = $derived(messageAt(this.#conversation, this.#at));
  readonly bytes: Uint8Array = $derived(this.message?.bytes ?? NOTHING);
  readonly #options = $derived(this.message?.readAs?.doctype === undefined ? {} : { doctype: this.message.readAs.doctype });
  readonly decoded = $derived(decode(this.bytes, this.#options));
  readonly listing = $derived(listingRows(this.decoded));
  readonly partner: Message | undefined = $derived(messageAt(this.#conversation, { ...this.#at, side: otherSide(this.#at.side) }));
  readonly context = $derived(contextOf(this.message ?? {}, this.#at.side, this.partner));
  /** Every message of the conversation, in order. */
  readonly steps: readonly At[] = $derived(stepsOf(this.#conversation));
  readonly step: number = $derived(this.steps.findIndex((at) => keyOf(at) === keyOf(this.#at)));
  /** Findings about the message on show, worst first. */
  readonly findings: readonly Finding[] = $derived(
    this.#findings.filter(({ exchange, side }) => exchange === this.#at.exchange && side === this.#at.side),
  );

  /** The XML of the message; absent while a large one is being printed. */
  readonly text: string | undefined = $derived.by(() => {
    if (this.#own) return this.#own.text;
    if (this.#printed?.bytes === this.bytes) return this.#printed.text;
    return this.bytes.length <= SMALL ? toXml(this.decoded) : undefined;
  });
  /** The text as read back, with its map to the bytes. */
  readonly read: XmlRead | undefined = $derived(
    this.#own?.read ?? (this.text === undefined ? undefined : readXml(this.text, { doctype: this.decoded.doctype.id })),
  );
  /** True while the text cannot be encoded: the bytes are from before its first error. */
  readonly broken: boolean = $derived(this.#own !== undefined && this.#own.read.bytes === undefined);

  constructor(core: Core) {
    this.#core = core;
  }

  get conversation(): Conversation {
    return this.#conversation;
  }

  get at(): At {
    return this.#at;
  }

  /** Findings about all messages. */
  get allFindings(): readonly Finding[] {
    return this.#findings;
  }

  /** True while a large conversation is being examined. */
  get examining(): boolean {
    return this.#examining;
  }

  /** Changes with every other message on show, not with edits of it. */
  get shown(): number {
    return this.#shown;
  }

  /** The text of a message that cannot be encoded yet, to be kept with the conversation. */
  get draft(): string | undefined {
    return this.broken ? this.#own?.text : undefined;
  }

  /** Calls back after every change that a person made to the conversation. */
  onchange(listener: () => void): void {
    this.#onchange = listener;
  }

  /**
   * Shows a conversation instead of the one on show.
   * @param at the message to begin with; its first one with bytes where absent or not there
   * @param text XML that is the message's own text, spelt as it is
   */
  open(conversation: Conversation, at?: At, text?: string): void {
    this.#conversation = conversation;
    this.#drafts.clear();
    const steps = stepsOf(conversation);
    const asked = at && steps.find((step) => keyOf(step) === keyOf(at));
    const withBytes = steps.find((step) => messageAt(conversation, step)?.bytes?.length);
    this.#enter(asked ?? at ?? withBytes ?? steps[0] ?? { exchange: 0, side: 'response' });
    if (text !== undefined) this.#takeText(text, readXml(text));
    this.#refresh();
  }

  /** Shows another message of the conversation. */
  show(at: At): void {
    if (keyOf(at) === keyOf(this.#at)) return;
    if (this.#own && this.broken) this.#drafts.set(keyOf(this.#at), this.#own);
    this.#enter(at);
    this.#print();
  }

  /** Shows the message `by` steps on, where there is one. */
  walk(by: number): void {
    const at = this.steps[this.step + by];
    if (at) this.show(at);
  }

  /** Takes over an edit of the XML. */
  edit({ text, changes }: TextEdit): void {
    let read = this.read;
    if (!read) return;
    for (const { from, to, insert } of changes) read = editXml(read, from, to, insert);
    this.#takeText(text, read);
    this.#onchange();
  }

  /** Reads the message on show as a person says. */
  readAs(readAs: ReadAs): void {
    const message = this.message ?? {};
    const side = readAs.side ?? this.#at.side;
    const rest = { ...message };
    delete rest.readAs;
    const { side: _, ...others } = readAs;
    const next: Message = Object.keys(others).length > 0 ? { ...rest, readAs: others } : rest;
    if (side !== this.#at.side && !this.partner) this.#turn(side, next);
    else this.#conversation = replaceMessage(this.#conversation, this.#at, next);
    this.#own = undefined;
    this.#refresh();
    this.#onchange();
  }

  /** Applies the fix of a finding, where it has one. */
  fix(finding: Finding): void {
    if (!finding.fix) return;
    this.#conversation = applyFix(this.#conversation, finding);
    this.#own = undefined;
    this.selection.clamp(this.bytes.length);
    this.#refresh();
    this.#onchange();
  }

  /** Shows the bytes a finding is about. */
  point({ exchange, side, start, end }: Pick<Finding, 'exchange' | 'side' | 'start' | 'end'>): void {
    this.show({ exchange, side });
    this.select({ start, end: Math.max(end, Math.min(start + 1, this.bytes.length)) }, 'finding');
  }

  select(span: Span, origin: Origin): void {
    this.selection.select(span, origin);
  }

  /** Selects the bytes that a span of the text stands for. */
  selectText(start: number, end: number): void {
    const span = this.toBytes(start, end);
    if (span) this.selection.select(span, 'xml');
  }

  /** The bytes of a span of the text; `undefined` where it stands for none, or the text cannot be encoded. */
  toBytes(start: number, end: number): Span | undefined {
    return this.broken ? undefined : this.read?.map.toBytes(start, end);
  }

  /** The text of a span of bytes. */
  toText({ start, end }: Span): Span | undefined {
    return this.broken || end <= start ? undefined : this.read?.map.toText(start, end);
  }

  readonly verdict = $derived.by(() => verdict(this.findings, this.#conversation, this.#at));

  #enter(at: At): void {
    this.#at = at;
    this.#own = this.#drafts.get(keyOf(at));
    this.#drafts.delete(keyOf(at));
    this.#shown++;
    this.selection.select({ start: 0, end: Math.min(1, this.bytes.length) }, 'address');
    this.selection.point(undefined);
  }

  #takeText(text: string, read: XmlRead): void {
    this.#own = { text, read };
    if (!read.bytes) return;
    this.#conversation = replaceMessage(this.#conversation, this.#at, { ...this.message, bytes: read.bytes });
    this.selection.clamp(read.bytes.length);
    this.#examine();
  }

  /** The message becomes one of the other side. */
  #turn(side: Side, message: Message): void {
    const exchanges = this.#conversation.exchanges.map((exchange, i) => {
      if (i !== this.#at.exchange) return exchange;
      const { request: _request, response: _response, ...rest } = exchange;
      return { ...rest, [side]: message };
    });
    this.#conversation = { ...this.#conversation, exchanges };
    this.#at = { ...this.#at, side };
  }

  #refresh(): void {
    this.#examine();
    this.#print();
  }

  #examine(): void {
    const conversation = this.#conversation;
    this.#core.drop('examine');
    this.#examining = sizeOf(conversation) > SMALL;
    if (!this.#examining) {
      this.#findings = examine(conversation);
      return;
    }
    void this.#core.run('examine', { conversation }).then((findings) => {
      this.#findings = findings;
      this.#examining = false;
    });
  }

  #print(): void {
    const bytes = this.bytes;
    this.#core.drop('print');
    if (bytes.length <= SMALL || this.#own) return;
    void this.#core.run('print', { bytes, options: this.#options }).then((text) => {
      this.#printed = { bytes, text };
    });
  }
}

const otherSide = (side: Side): Side => (side === 'request' ? 'response' : 'request');

/** Every message there is, a request before its response. */
export function stepsOf({ exchanges }: Conversation): At[] {
  return exchanges.flatMap((exchange, i) =>
    (['request', 'response'] as const).filter((side) => exchange[side]).map((side) => ({ exchange: i, side })),
  );
}

function sizeOf(conversation: Conversation): number {
  return stepsOf(conversation).reduce((sum, at) => sum + (messageAt(conversation, at)?.bytes?.length ?? 0), 0);
}
