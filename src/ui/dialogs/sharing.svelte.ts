import { messagesOf, partOf, type Conversation, type MessagePlace } from '../../conversation/index.ts';
import { REDACTION_KINDS, type Redaction, type Replaced, type Unjudged } from '../../redact/index.ts';
import type { PageState } from '../../state/index.ts';

/** Which exchanges are shared: all, those that the timeline lists, or the one on show. */
export type Scope = 'all' | 'listed' | 'one';

/**
 * What is shared: the conversation or some of its exchanges, as they are, or with what is about people replaced. It itself
 * never changes.
 */
export class Sharing {
  readonly #page: PageState;
  /** Exchanges that the timeline lists. */
  readonly #listed: ReadonlySet<number>;
  #scope = $state<Scope>('all');
  #isRedacted = $state(false);
  /** Kinds that a person wants to leave as they are. */
  #left = $state.raw<ReadonlySet<string>>(new Set());
  #withoutUnread = $state(false);
  #withoutBodies = $state(false);
  /** With every kind replaced: what there is to choose from. */
  #all = $state.raw<Redaction>();
  #now = $state.raw<Redaction>();
  /** What is on show says less than what was asked for last: nobody is handed it. */
  #making = $state(false);
  #failed = $state(false);
  #asked = 0;

  /** Which exchanges can be chosen, and how many each choice would share. */
  readonly scopes: readonly { scope: Scope; count: number }[] = $derived.by(() => {
    const all = this.#page.workspace.conversation.exchanges.length;
    const listed = this.#listed.size;
    return [
      { scope: 'all', count: all },
      ...(listed > 1 && listed < all ? [{ scope: 'listed' as const, count: listed }] : []),
      ...(all > 1 ? [{ scope: 'one' as const, count: 1 }] : []),
    ];
  });
  /** What is shared of the conversation, as it is. */
  readonly #given: Conversation = $derived.by(() => {
    const { conversation } = this.#page.workspace;
    return this.#scope === 'all' ? conversation : partOf(conversation, (exchange) => this.#isIn(exchange));
  });
  /** The conversation to share; absent while it is being made, and where that failed. */
  readonly conversation: Conversation | undefined = $derived.by(() => {
    if (!this.#isRedacted) return this.#scope === 'all' ? this.#page.workspace.whole : this.#given;
    return this.#making || !this.isKnown ? undefined : this.#now?.conversation;
  });
  readonly replaced: readonly Replaced[] = $derived.by(() => this.#now?.replaced ?? []);
  /** Every kind that occurs, how many different values there are, and whether they are replaced. */
  readonly kinds = $derived.by(() =>
    REDACTION_KINDS.flatMap(({ id, one, many }) => {
      const count = this.#all?.replaced.filter(({ kind }) => kind === id).length ?? 0;
      return count > 0
        ? [{ id, words: `${count} ${count === 1 ? one : many}`, on: !this.#left.has(id) }]
        : [];
    }),
  );
  readonly unread: readonly Unjudged[] = $derived.by(() => this.#unjudged('unread'));
  readonly bodies: readonly Unjudged[] = $derived.by(() => this.#unjudged('body'));

  /** @param listed exchanges that the timeline lists; all where nothing is asked of it */
  constructor(page: PageState, listed: Iterable<number> = []) {
    this.#page = page;
    this.#listed = new Set(listed);
  }

  get scope(): Scope {
    return this.#scope;
  }

  /** Where the message on show is in what is shared; `undefined` where it is not in it. */
  get at(): MessagePlace | undefined {
    const { exchange, side } = this.#page.workspace.at;
    if (!this.#isIn(exchange)) return undefined;
    let before = 0;
    for (let i = 0; i < exchange; i++) if (this.#isIn(i)) before++;
    return { exchange: before, side };
  }

  get isRedacted(): boolean {
    return this.#isRedacted;
  }

  get withoutUnread(): boolean {
    return this.#withoutUnread;
  }

  get withoutBodies(): boolean {
    return this.#withoutBodies;
  }

  /** True once it is known what can be replaced. */
  get isKnown(): boolean {
    return this.#all !== undefined;
  }

  /** True where what was asked for last could not be made. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Shares other exchanges: what there is to replace in them is found out anew. */
  async choose(scope: Scope): Promise<void> {
    this.#forget();
    this.#scope = scope;
    this.#all = undefined;
    await this.redact(this.#isRedacted);
  }

  /** Replaces what is about people, or nothing. */
  async redact(on: boolean): Promise<void> {
    this.#isRedacted = on;
    if (!on) this.#forget();
    if (!on || this.#all) return;
    const all = await this.#make(new Set());
    if (!all) return;
    // Nobody can look into bodies: they are left out unless asked for, and nothing is handed out before they are.
    this.#withoutBodies = all.unjudged.some(({ what }) => what === 'body');
    const isOther = this.#withoutBodies || this.#left.size > 0;
    if (!isOther || (await this.#make())) this.#all = all;
  }

  /** Replaces a kind, or leaves it as it is. */
  async switchKind(id: string): Promise<void> {
    const left = new Set(this.#left);
    if (!left.delete(id)) left.add(id);
    this.#left = left;
    await this.#make();
  }

  async leaveOutUnread(out: boolean): Promise<void> {
    this.#withoutUnread = out;
    await this.#make();
  }

  async leaveOutBodies(out: boolean): Promise<void> {
    this.#withoutBodies = out;
    await this.#make();
  }

  /** What is being made is of something that is not asked for any more. */
  #forget(): void {
    if (!this.#making) return;
    this.#asked++;
    this.#making = false;
    this.#all = undefined; // what was made before is of other choices
    this.#page.core.drop('redact');
  }

  /** @returns what was made, where nothing else was asked for meanwhile and it could be made */
  async #make(left = this.#left): Promise<Redaction | undefined> {
    const asked = ++this.#asked;
    this.#making = true;
    this.#failed = false;
    const conversation = this.#given;
    const kinds = new Set(REDACTION_KINDS.map(({ id }) => id).filter((id) => !left.has(id)));
    const choice = { kinds, withoutUnread: this.#withoutUnread, withoutBodies: this.#withoutBodies };
    const size = messagesOf(conversation).reduce((sum, { message }) => sum + (message.bytes?.length ?? 0), 0);
    const made = await this.#page.core.run('redact', { conversation, choice }, size).catch(() => undefined);
    if (asked !== this.#asked) return undefined;
    this.#failed = !made;
    if (!made) return undefined;
    this.#now = made;
    this.#making = false;
    return made;
  }

  #isIn(exchange: number): boolean {
    if (this.#scope === 'all') return true;
    return this.#scope === 'one' ? exchange === this.#page.workspace.at.exchange : this.#listed.has(exchange);
  }

  #unjudged(what: Unjudged['what']): Unjudged[] {
    return (this.#now?.unjudged ?? []).filter((each) => each.what === what);
  }
}
