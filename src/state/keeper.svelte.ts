import { words } from '#words/keeping.ts';
import {
  dropJournal,
  eraseAll,
  ERASED,
  eraseValues,
  find,
  newName,
  onValue,
  readJournals,
  readLastView,
  readTab,
  recover,
  saveNew,
  take,
  writeLastView,
  writeTab,
  type Kept,
  type KeptView,
  type Recovery,
  type Refusal,
  type Saving,
} from '../storage/index.ts';
import { CrashWatch } from './crash-watch.ts';
import { Holding, type Followed, type Held } from './holding.ts';

/** Ms after which a page that wrote nothing more is taken to be gone: one that stands saves sooner. */
const GONE_AFTER = 10_000;
/** Ms between a step or a selection and its being kept. */
const VIEW_AFTER = 150;
/** Ms that more than the rows of a large paste waits for it to be saved. */
const PATIENCE = 3_000;

/** A conversation that was looked up, to be held when it is shown. */
export interface Opened {
  kept: Kept;
  held: Held;
  /** True where it holds what is not saved yet. */
  changed: boolean;
}

/** How something new is to be held, and whether it is kept by now. */
export interface First {
  held: Held;
  isKept: boolean;
}

/** Why one cannot be opened; `unread`: what reads it could not be loaded. */
export type NotOpened = 'none' | 'newer' | 'unreadable' | 'unread' | Refusal;

/** Something the browser does not save, and why. */
export interface Unsaved {
  why: Refusal;
  /** Present where it is not on show any more: all of it. */
  left?: Kept['conversation'];
}

/** What is known of a conversation beside what is saved of it. */
export interface Forgotten {
  id: string;
  view: KeptView | undefined;
  /** The saved state that it follows, where it was on show. */
  followed?: Followed;
}

/** What a keeper asks and tells. */
export interface Around {
  /** What is on show. */
  now: () => Kept;
  /** What is known of it beside. */
  facts: () => Pick<Saving['facts'], 'worst'>;
  /** What is on show has another id from now on. */
  copied: (id: string) => void;
  /** All was erased in another tab. */
  erased: () => void;
  /** What a person should know of how something was kept, in a sentence or two. */
  news: (text: string) => void;
}

/** Keeps what is on show, so that whatever ends the page, the next one finds it again. */
export class Keeper {
  /** Each time the page is loaded it has another name. */
  readonly page = newName();
  readonly crashes = new CrashWatch(this.page, (opening) => this.isGone(opening));
  readonly #now: () => Kept;
  readonly #facts: () => Pick<Saving['facts'], 'worst'>;
  readonly #onCopied: (id: string) => void;
  readonly #news: (text: string) => void;
  /** What this tab had on show before this page. */
  readonly #before = readTab();
  #former = this.#before;
  /** What the browser refuses to save, on show or left. */
  #refused = $state.raw<ReadonlyMap<Holding, Refusal>>(new Map());
  #holding = $state.raw<Holding>();
  /** Left, but not saved yet. */
  readonly #left = new Map<string, Holding>();
  #view: ReturnType<typeof setTimeout> | undefined;

  constructor({ now, facts, copied, erased, news }: Around) {
    this.#now = now;
    this.#facts = facts;
    this.#news = news;
    this.#onCopied = copied;
    onValue(ERASED, (value) => {
      if (value === undefined) return;
      eraseValues('session');
      erased();
    });
    addEventListener('pagehide', () => this.#leavePage());
    addEventListener('visibilitychange', () => document.hidden && this.#leavePage());
    addEventListener('beforeunload', (event) => {
      if (this.#all().some(({ atRisk }) => atRisk)) event.preventDefault();
    });
  }

  /** All of what is on show, as it is now. */
  get kept(): Kept {
    return this.#now();
  }

  /** What the browser does not save: what is on show before what was left; absent where all of it is. */
  get unsaved(): Unsaved | undefined {
    const shown = this.#holding && this.#refused.get(this.#holding);
    if (shown) return { why: shown };
    for (const [{ kept }, why] of this.#refused) return { why, left: kept.conversation };
    return undefined;
  }

  /** What this tab showed before this page was loaded. */
  get former(): string | undefined {
    return this.#before?.id;
  }

  /** From now on what is on show is kept as that; not at all where it needs no keeping. */
  hold(held: Held | undefined): void {
    const left = this.#holding;
    for (const [id, one] of this.#left) if (one.settled) this.#left.delete(id);
    if (left && !left.settled) {
      left.leave();
      this.#left.set(left.id, left);
    }
    if (this.#view !== undefined) {
      clearTimeout(this.#view);
      this.#keepView(); // of what is on show still
    }
    this.#holding = held && this.#begin(held, this.#now, this.#facts);
    writeTab(held && { id: held.id, page: this.page });
  }

  /** What is on show was changed: when this returns that is safe, if it is not too large. */
  changed(): void {
    this.#holding?.changed();
  }

  /** Another message or other bytes are looked at. */
  looked(): void {
    if (!this.#holding) return;
    this.#view ??= setTimeout(() => this.#keepView(), VIEW_AFTER);
  }

  /** Saves what has changed, now. @returns false where the browser refuses */
  async save(): Promise<boolean> {
    await this.#holding?.save();
    return this.#holding?.settled ?? true;
  }

  /** Saves what has changed of one, whether it is on show or was left. */
  async saveOne(id: string): Promise<void> {
    await this.#all()
      .find((holding) => holding.id === id)
      ?.save();
  }

  /**
   * Keeps something before it is shown, if it is not too large: should showing it stop the page, it is there.
   * @returns how it is to be held from then on
   */
  keepFirst(kept: Kept): First {
    const id = newName();
    const holding = this.#begin({ id }, () => kept);
    holding.changed();
    const isKept = !holding.atRisk;
    return { held: holding.stop().held, isKept };
  }

  /** What is on show is to be saved soon: nothing else comes on show without it. @param isKept a journal has it */
  owe(isKept: boolean): void {
    this.#holding?.owe(isKept);
  }

  /** Saves what is owed, if it is on show still. @returns when it is kept, or that takes too long */
  async keepOwed(id: string, isKept: boolean): Promise<void> {
    if (this.#holding?.id !== id) return;
    if (!isKept) await Promise.race([this.save(), after(PATIENCE)]);
    if (this.#holding?.id === id) this.changed(); // once more when it rests, with what was found out meanwhile
  }

  /** Looks up a conversation, with all that any page did to it. */
  async find(id: string): Promise<Opened | NotOpened> {
    const left = this.#left.get(id);
    await left?.save();
    if (left && !left.settled) return this.#takeOver(left);
    const found = await find(id);
    const journals = readJournals(id).filter(({ page }) => page !== this.page);
    const { now, beside, done, lost } = recover(found, journals);
    const ofTab = this.#former?.id === id ? this.#former.kept : undefined;
    this.#former = undefined;
    const saved = found.kind === 'read' ? found : undefined;
    const kept = now?.kept ?? ofTab ?? saved?.kept;
    if (found.kind !== 'refused') await this.#tidy({ beside, done, lost });
    if (!kept) return found.kind === 'refused' ? found.why : found.kind === 'read' ? 'none' : found.kind;
    const adopts = now && this.isGone(now.journal) ? [now.journal] : [];
    const base = saved && { kept: saved.kept, stamp: saved.stamp };
    const view = readLastView(id) ?? kept.view;
    return {
      kept: { ...kept, view },
      held: { id, base, adopts },
      changed: adopts.length > 0 || (ofTab !== undefined && !now),
    };
  }

  /** Saves what was found of a conversation, without showing it. */
  async settle({ kept, held, changed }: Opened): Promise<void> {
    if (!changed) return;
    const holding = this.#begin(held, () => kept);
    holding.changed();
    await holding.save();
    // Whoever opens it takes it over: else it would go on trying, and write over what is saved of it later.
    if (!holding.settled) this.#left.set(holding.id, holding);
  }

  /** True where the page that wrote this is gone, as far as one can tell. */
  isGone({ page, when }: { page: string; when: number }): boolean {
    return page === this.#before?.page || (page !== this.page && Date.now() - when > GONE_AFTER);
  }

  /** Deletes a conversation. */
  async delete(id: string): Promise<void> {
    this.forget(id);
    await take([id]);
  }

  /** It was deleted. @returns what is to be known of it again, should it be brought back */
  forget(id: string): Forgotten {
    const view = readLastView(id);
    writeLastView(id, undefined);
    for (const journal of readJournals(id)) dropJournal(journal);
    this.#left.get(id)?.stop();
    this.#left.delete(id);
    if (this.#holding?.id !== id) return { id, view };
    const followed = this.#holding.forget();
    writeTab(undefined);
    return { id, view, followed };
  }

  /** It was deleted and is back as it was: what is on show of it follows that again. */
  remember({ id, view, followed }: Forgotten): void {
    writeLastView(id, view);
    if (!followed || this.#holding?.id !== id) return;
    this.#holding.follow(followed);
    writeTab({ id, page: this.page });
  }

  /** Erases all that this page keeps in this browser. @returns false where the browser refuses */
  async eraseAll(): Promise<boolean> {
    this.letGo();
    return (await eraseAll()).ok;
  }

  /** Lets go of everything: nothing that is on show is kept any more. */
  letGo(): void {
    for (const left of this.#left.values()) left.stop();
    this.#left.clear();
    this.#holding?.forget();
    this.#holding?.stop(); // a save that fails later would be tried again, with what is on show then
    this.#holding = undefined;
    clearTimeout(this.#view);
    this.#view = undefined;
  }

  #begin(held: Held, now: () => Kept, facts = (): Pick<Saving['facts'], 'worst'> => ({})): Holding {
    const holding: Holding = new Holding(this.page, held, now, facts, {
      trouble: (why) => this.#refuse(holding, why),
      copied: (from, to) => this.#copied(from, to),
    });
    return holding;
  }

  #refuse(holding: Holding, why: Refusal | undefined): void {
    if (this.#refused.get(holding) === why) return;
    const others = [...this.#refused].filter(([other]) => other !== holding);
    this.#refused = new Map(why ? [...others, [holding, why]] : others);
  }

  /** What is on show, and what was left but is not saved yet. */
  #all(): Holding[] {
    return [...(this.#holding ? [this.#holding] : []), ...this.#left.values()];
  }

  #takeOver(left: Holding): Opened {
    this.#left.delete(left.id);
    const { kept, held } = left.stop();
    return { kept, held, changed: true };
  }

  /** What other pages left beside what is saved becomes copies; what is done with goes. */
  async #tidy({ beside, done, lost }: Omit<Recovery, 'now'>): Promise<void> {
    for (const { journal, kept } of beside) {
      if (!this.isGone(journal) || !(await saveNew(kept, { saved: Date.now(), copy: true })).ok) continue;
      dropJournal(journal);
      this.#news(words.foundBeside);
    }
    for (const journal of [...done, ...lost]) if (this.isGone(journal)) dropJournal(journal);
    if (lost.some((journal) => this.isGone(journal))) this.#news(words.changeLost);
  }

  #copied(from: string, to: string): void {
    const left = this.#left.get(from);
    if (left) {
      this.#left.delete(from);
      this.#left.set(to, left);
    }
    if (this.#holding?.id === to) {
      writeTab({ id: to, page: this.page });
      this.#onCopied(to);
    }
    this.#news(words.copied);
  }

  #keepView(): void {
    this.#view = undefined;
    if (this.#holding) writeLastView(this.#holding.id, this.#now().view);
  }

  #leavePage(): void {
    if (this.#view !== undefined) {
      clearTimeout(this.#view);
      this.#keepView();
    }
    for (const holding of this.#all()) void holding.save(); // the journal has it, if this is not heard any more
  }
}

const after = (ms: number): Promise<void> => new Promise((done) => setTimeout(done, ms));
