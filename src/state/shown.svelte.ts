import { words } from '#words/page.ts';
import { firstWithBytes, type Conversation } from '../conversation/index.ts';
import { FIRST_SAMPLE, firstConversation } from '../samples/index.ts';
import { turn } from '../worker/index.ts';
import { newName } from '../storage/index.ts';
import type { AddressBar } from './address-bar.svelte.ts';
import type { First, Keeper, Opened, Unsaved } from './keeper.svelte.ts';
import type * as Keeping from './keeping.ts';
import type { Notices } from './notices.svelte.ts';
import { painted } from './painted.ts';
import type { Intake, Showing, Source } from './source.ts';
import type { Stage } from './stage.svelte.ts';
import type { Workspace } from './workspace.svelte.ts';
import { sampleHash, savedHash } from './written-address.ts';

/** What is not saved: the browser refuses, or a part of this page is missing. */
export type NotKept = Omit<Unsaved, 'why'> & { why: Unsaved['why'] | 'missing' };

/**
 * What is asked for comes on show now.
 * @returns false where something that was asked for later is there already: then it stays
 */
export type Claim = () => boolean;

/** A sample that somebody changed. */
export interface LeftSample {
  /** Its address. */
  href: string;
  /** What is said of it, while its bytes are on show. */
  note: string;
  /** Its bytes are on show again. */
  isBack: boolean;
}

/** The conversation on show: where it comes from, that it is kept, and that it becomes a person's own when changed. */
export class Shown {
  readonly workspace: Workspace;
  readonly #notices: Notices;
  readonly #stage: Stage;
  readonly #address: AddressBar;
  #keeper = $state.raw<Keeper>();
  #loading: Promise<Keeper | undefined> | undefined;
  #missing = $state(false);
  #source = $state.raw<Source>({ kind: 'first' });
  #greets = $state(true);
  #intake = $state.raw<Intake>();
  #count = $state(0);
  #asked = 0;
  /** Number of what was asked for and came on show last. */
  #came = 0;
  #shows = $state(0);
  /** What is on show came from it, and what is said of it still holds. */
  #sample: Conversation | undefined;
  /** What it was before a person changed it. */
  #left = $state.raw<{ href: string; sample: Conversation }>();

  constructor(workspace: Workspace, notices: Notices, stage: Stage, address: AddressBar) {
    this.workspace = workspace;
    this.#notices = notices;
    this.#stage = stage;
    this.#address = address;
    workspace.onchange(() => this.changed());
    this.show({ kind: 'first' }, { conversation: firstConversation() });
  }

  /** What keeps it; `undefined` where that cannot be loaded: this page was replaced, or there is no way to its files. */
  keeping(): Promise<Keeper | undefined> {
    this.#loading ??= import('./keeping.ts').then(
      (keeping) => this.#begin(keeping),
      () => {
        this.#loading = undefined; // the next change may do better
        this.#missing = true;
        return undefined;
      },
    );
    return this.#loading;
  }

  #begin({ Keeper, keptOf, worstOf }: typeof Keeping): Keeper {
    const keeper = new Keeper({
      now: () => keptOf(this.workspace, this.#stage.simulation?.step),
      facts: () => worstOf(this.workspace),
      copied: (id) => this.#copied(id),
      erased: () => this.letGo(),
      news: (text) => this.#notices.show({ tone: 'note', text }),
    });
    this.#keeper = keeper;
    this.#missing = false;
    if (this.id !== undefined) {
      keeper.hold({ id: this.id }); // changed before this was here
      keeper.changed();
    }
    return keeper;
  }

  /** What is not saved; absent where all is, or needs no saving. */
  get unsaved(): NotKept | undefined {
    return this.#missing && this.id !== undefined ? { why: 'missing' } : this.#keeper?.unsaved;
  }

  /** Loads what reads a text. @returns false where this page was replaced, or there is no way to its files */
  ready(): Promise<boolean> {
    return this.workspace.ready().then(
      () => true,
      () => this.#notices.refuse(words.noReader),
    );
  }

  get source(): Source {
    return this.#source;
  }

  /** Id under which it is kept in this browser; absent where it is not. */
  get id(): string | undefined {
    return this.#source.kind === 'local' ? this.#source.id : undefined;
  }

  /** True until something is opened: a change of what stood there first leaves everything in its place. */
  get greets(): boolean {
    return this.#greets;
  }

  /** How the last paste was read, while it is on show. */
  get intake(): Intake | undefined {
    return this.#intake;
  }

  /** How often another conversation took the place of the one on show; a change of it is none. */
  get shows(): number {
    return this.#shows;
  }

  /** The sample that was changed here, where something is said of it. */
  get left(): LeftSample | undefined {
    if (!this.#left) return undefined;
    const { href, sample } = this.#left;
    return { href, note: sample.note ?? '', isBack: this.workspace.isAs(sample) };
  }

  /** Conversations that were opened so far. */
  get count(): number {
    return this.#count;
  }

  /** Something is asked for, which may take its time. */
  ask(): Claim {
    const asked = ++this.#asked;
    return () => {
      if (asked < this.#came) return false;
      this.#came = asked;
      return true;
    };
  }

  /**
   * Shows a conversation instead of the one on show.
   * @param opened how it was kept, where it was
   * @param before what is waited for before more is shown of it than its bytes
   */
  show(source: Source, showing: Showing, opened?: Omit<Opened, 'kept'>, before?: Promise<unknown>): void {
    const { conversation, at, selection, xml, texts, simulation, intake } = showing;
    const held = opened?.held ?? (source.kind === 'local' ? { id: source.id } : undefined);
    this.#keeper?.hold(held);
    this.#source = source;
    this.#greets = source.kind === 'first';
    this.#intake = intake;
    this.#count++;
    this.#shows++;
    this.#left = undefined;
    this.#sample = source.kind === 'sample' || source.kind === 'first' ? conversation : undefined;
    this.#notices.close();
    this.#notices.say(''); // what was done last was done to something else
    this.#stage.set(simulation);
    const place = at && { exchange: at.exchange, side: at.side };
    const text = xml?.replace(/\r\n?/g, '\n'); // as the editor has it: both count places in the same text
    this.workspace.open(conversation, place, text, before);
    if (texts && texts.length > 0) this.workspace.restore(texts);
    if (selection) this.workspace.select(selection, 'address');
    if (opened?.changed) this.#keeper?.changed();
  }

  /**
   * Shows something that only this browser knows, under an address of its own. It is kept before more is made of it
   * than its rows: in a journal before it is shown; in the database, where it is too large for one, while they are.
   * @returns false where something that was asked for later is on show
   */
  async showNew(showing: Showing, claim = this.ask()): Promise<boolean> {
    const { conversation, at, xml, simulation } = showing;
    const whole = simulation?.whole(conversation) ?? conversation;
    const { exchange, side } = at ?? firstWithBytes(conversation) ?? FRONT;
    const view = { exchange, side };
    const texts = xml === undefined || !at ? (showing.texts ?? []) : [{ ...at, text: xml, broken: true }];
    const keeper = await this.keeping();
    if (!claim()) return false;
    const { held, isKept } = keeper?.keepFirst({ conversation: whole, view, texts }) ?? NOT_KEPT();
    const hash = savedHash(held.id);
    this.#address.push(hash);
    keeper?.crashes.begin(hash, conversation);
    await turn(); // to keep it and to show it are not done in one go
    if (!claim()) return false;
    const safe = painted().then(() => keeper?.keepOwed(held.id, isKept));
    this.show({ kind: 'local', id: held.id }, showing, { held, changed: false }, safe);
    keeper?.owe(isKept);
    return true;
  }

  /** A person changed what is on show: from now on it is theirs, and what it came from stays as it was. */
  changed(): void {
    this.#leaveSample();
    if (this.#source.kind !== 'local') {
      const id = newName();
      this.#source = { kind: 'local', id };
      this.#address.push(savedHash(id));
      this.#keeper?.hold({ id });
      this.#count++;
    }
    if (this.#keeper) this.#keeper.changed();
    else void this.keeping(); // takes up what was changed
  }

  #leaveSample(): void {
    const sample = this.#sample;
    if (!sample || !this.workspace.leaveNote(sample)) return;
    this.#sample = undefined;
    const id = this.#source.kind === 'sample' ? this.#source.id : FIRST_SAMPLE;
    if (sample.note !== undefined) this.#left = { href: sampleHash(id), sample };
  }

  /** Other bytes or another message are looked at. */
  looked(): void {
    this.#keeper?.looked();
  }

  /** Nothing of it is kept any more; the next change begins anew, under another id. */
  letGo(): void {
    this.#keeper?.letGo();
    this.#source = { kind: 'link' };
    this.#address.settle('#');
  }

  /** It is kept under another id from now on. */
  #copied(id: string): void {
    this.#source = { kind: 'local', id };
    this.#address.settle(savedHash(id));
  }
}

const NOT_KEPT = (): First => ({ held: { id: newName() }, isKept: true });
const FRONT = { exchange: 0, side: 'response' } as const;
