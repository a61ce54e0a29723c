import { words } from '#words/kept.ts';
import {
  eraseAll,
  list,
  putBack,
  rename,
  saveNew,
  take,
  type Answer,
  type Refusal,
  type Summary,
  type Taken,
} from '../storage/index.ts';
import { copyOf } from './copy-of.ts';
import type { Forgotten } from './keeper.svelte.ts';
import type { Shown } from './shown.svelte.ts';
import { sweep } from './sweep.ts';

export type Order = 'newest' | 'largest' | 'title';

const ORDERS: Record<Order, (a: Summary, b: Summary) => number> = {
  newest: (a, b) => b.saved - a.saved,
  largest: (a, b) => b.bytes - a.bytes,
  title: (a, b) => (a.title < b.title ? -1 : a.title > b.title ? 1 : 0),
};

/** Why something could not be done: the browser refuses, or what it was to be done to cannot be read. */
export type ListFault = Refusal | 'unread';

/** The conversations that this browser keeps, as a list to look through. */
export class KeptList {
  readonly #shown: Shown;
  #all = $state.raw<readonly Summary[]>();
  #fault = $state.raw<ListFault>();
  #deleted = $state.raw<{
    title: string;
    wasShown: boolean;
    taken: Taken;
    forgotten: Forgotten | undefined;
  }>();
  #persists = $state<boolean>();
  query = $state('');
  order = $state<Order>('newest');

  /** Those that match the query, in order; absent while they are looked up. */
  readonly items: readonly Summary[] | undefined = $derived.by(() => {
    const wanted = this.query.trim().toLowerCase();
    return this.#all
      ?.filter(({ title }) => title.toLowerCase().includes(wanted))
      .toSorted(ORDERS[this.order]);
  });
  readonly count: number = $derived(this.#all?.length ?? 0);
  readonly bytes: number = $derived((this.#all ?? []).reduce((sum, { bytes }) => sum + bytes, 0));

  constructor(shown: Shown) {
    this.#shown = shown;
    void this.#begin();
  }

  /** Why the list cannot be had, or something could not be done. */
  get fault(): ListFault | undefined {
    return this.#fault;
  }

  /** What was deleted last, and can be brought back. */
  get deleted(): { title: string; wasShown: boolean } | undefined {
    return this.#deleted;
  }

  /** Id of the one on show. */
  get shownId(): string | undefined {
    return this.#shown.id;
  }

  /** False where the browser may drop all of it when it runs out of room, and can be asked not to. */
  get persists(): boolean | undefined {
    return this.#persists;
  }

  /** Asks the browser to drop nothing; some ask the person. */
  async persist(): Promise<void> {
    this.#persists = await navigator.storage.persist();
  }

  /** Gives one another title. */
  async rename(id: string, title: string): Promise<void> {
    this.#fault = undefined;
    const { workspace } = this.#shown;
    if (id === this.shownId) {
      workspace.change(words.named(title), { ...workspace.conversation, title });
      await (await this.#shown.keeping())?.save();
    } else this.#take(await rename(id, title));
    await this.#load();
  }

  /** Saves a copy. */
  async duplicate({ id, title }: Summary): Promise<void> {
    this.#fault = undefined;
    const keeper = await this.#shown.keeping();
    const opened = id === this.shownId ? keeper : await keeper?.find(id);
    if (typeof opened === 'object') {
      this.#take(await saveNew(copyOf(opened.kept, title), { saved: Date.now() }));
    } else if (opened !== 'none') {
      this.#fault = opened === 'full' || opened === 'refused' ? opened : 'unread';
    }
    await this.#load();
  }

  /** Deletes one; it can be brought back while the list is open. */
  async delete({ id, title }: Summary): Promise<void> {
    this.#fault = undefined;
    const keeper = await this.#shown.keeping();
    const wasShown = id === this.shownId;
    await keeper?.saveOne(id);
    const taken = this.#take(await take([id]));
    if (!taken) return;
    this.#deleted = { title, wasShown, taken, forgotten: keeper?.forget(id) };
    await this.#load();
  }

  /** Brings back what was deleted last; where the browser refuses, that can be tried again. */
  async bringBack(): Promise<void> {
    if (!this.#deleted) return;
    this.#fault = undefined;
    const { taken, forgotten } = this.#deleted;
    const answer = await putBack(taken);
    this.#take(answer);
    if (answer.ok) {
      if (forgotten) (await this.#shown.keeping())?.remember(forgotten);
      this.#deleted = undefined;
    }
    await this.#load();
  }

  /** Erases everything that this page keeps in this browser. */
  async eraseAll(): Promise<void> {
    this.#fault = undefined;
    this.#shown.letGo();
    this.#take(await eraseAll());
    this.#deleted = undefined;
    await this.#load();
  }

  async #begin(): Promise<void> {
    const keeper = await this.#shown.keeping();
    await keeper?.save();
    if (keeper) await sweep(keeper, this.shownId);
    await this.#load();
    // A page that is not served securely has no such interface.
    const storage = (navigator as Partial<Navigator>).storage as Partial<StorageManager> | undefined;
    this.#persists = await storage?.persisted?.();
  }

  /** What was wrong before stays told. */
  async #load(): Promise<void> {
    this.#all = this.#take(await list()) ?? this.#all ?? [];
  }

  #take<T>(answer: Answer<T>): T | undefined {
    if (answer.ok) return answer.value;
    this.#fault = answer.why;
    return undefined;
  }
}
