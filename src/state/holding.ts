import { bytesOf } from '../conversation/index.ts';
import {
  difference,
  dropJournal,
  newName,
  put,
  writeJournal,
  type Journal,
  type JournalEntry,
  type Kept,
  type KeptText,
  type Refusal,
  type Saving,
} from '../storage/index.ts';

/** Ms without a change until it is saved; the journal has it meanwhile. Larger ones rest longer: see `restOf`. */
const REST = 400;
/** Ms after which it is saved though it is changed still. */
const LONGEST_REST = 4_000;
/** Bytes and characters that a journal takes. The browser gives some 5,000,000 characters to all of them. */
const JOURNAL_MOST = 600_000;
/** Ms until the browser is asked again after it refused; doubled up to the longest. */
const AGAIN = 2_000;
const LONGEST_AGAIN = 60_000;

/** A state that is saved, and its stamp there. */
export interface Saved {
  kept: Kept;
  stamp: string;
}

/** How one conversation comes to be held. */
export interface Held {
  id: string;
  /** What is saved of it, where something is. */
  base?: Saved | undefined;
  /** True where this page saved that itself: then nobody else can have saved something else since. */
  ours?: boolean;
  /** Journals of pages that are gone, which are in it: dropped as soon as that is safe here. */
  adopts?: readonly Journal[] | undefined;
}

/** What is saved of a conversation, and whether this page saved it. */
export type Followed = Pick<Held, 'base'> & { ours: boolean };

/** What others are told. */
export interface Tell {
  /** The browser refuses to save, or does so no more. */
  trouble(why: Refusal | undefined): void;
  /** Another page saved something else under the id: from now on this one has another. */
  copied(from: string, to: string): void;
}

/**
 * Keeps one conversation: every change goes to a journal at once, and to the database a moment later. A journal says
 * what stands now against what is saved; while something is being saved, against that too, so that whichever of the
 * two is found later, the journal follows it.
 */
export class Holding {
  readonly #page: string;
  readonly #tell: Tell;
  readonly #facts: () => Pick<Saving['facts'], 'worst'>;
  #now: () => Kept;
  #id: string;
  #base: Saved | undefined;
  #going: Saved | undefined;
  #ours: boolean;
  #adopts: readonly Journal[];
  #copy = false;
  #changed = false;
  #safe = true;
  #tries = 0;
  /** `since`: of one that rests, when it was first put off. */
  #timer: { due: number; since?: number; handle: ReturnType<typeof setTimeout> } | undefined;
  #saving: Promise<void> | undefined;
  #over = false;

  /**
   * @param page name of the page that holds it
   * @param now what is on show
   * @param facts what is known of it beside
   */
  constructor(
    page: string,
    held: Held,
    now: () => Kept,
    facts: () => Pick<Saving['facts'], 'worst'>,
    tell: Tell,
  ) {
    this.#page = page;
    this.#id = held.id;
    this.#base = held.base;
    this.#ours = held.ours ?? false;
    this.#adopts = held.adopts ?? [];
    this.#now = now;
    this.#facts = facts;
    this.#tell = tell;
  }

  get id(): string {
    return this.#id;
  }

  /** All of it, as it is now. */
  get kept(): Kept {
    return this.#now();
  }

  /** True where all of it is saved. */
  get settled(): boolean {
    return !this.#changed && this.#going === undefined;
  }

  /** True where the last change would be lost, were the page to end now. */
  get atRisk(): boolean {
    return !this.#safe && !this.settled;
  }

  /** It was changed: that is in the journal when this returns, if it fits in there. */
  changed(): void {
    if (this.#over) return;
    this.#changed = true;
    this.#safe = this.#journal();
    // Until it is saved once, another page may save something else under the same id: that is found out at once.
    if (this.#tries === 0 && this.#safe && this.#ours) this.#rest();
    else this.#schedule(this.#tries > 0 ? AGAIN : 0);
  }

  /** It is not saved yet, and is to be soon: by whoever says so, or when it is left. @param isKept a journal has it */
  owe(isKept: boolean): void {
    this.#changed = true;
    this.#safe = isKept;
  }

  /** Something else comes on show: what is held stays as it is now. */
  leave(): void {
    const kept = this.#now();
    this.#now = () => kept;
    if (this.#changed) void this.save();
  }

  /** Stops keeping it. @returns what there was, for whoever holds it next */
  stop(): { kept: Kept; held: Held; changed: boolean } {
    this.#over = true;
    clearTimeout(this.#timer?.handle);
    this.#tell.trouble(undefined);
    return {
      kept: this.#now(),
      held: { id: this.#id, base: this.#base, ours: this.#ours, adopts: this.#adopts },
      changed: !this.settled,
    };
  }

  /** It was deleted, here or in the list: nothing of it is kept until it is changed again. @returns what it followed */
  forget(): Followed {
    const followed = { base: this.#base, ours: this.#ours };
    clearTimeout(this.#timer?.handle);
    this.#timer = undefined;
    this.#changed = false;
    this.#going = undefined; // what comes of it is of what was deleted
    this.#base = undefined;
    this.#ours = false;
    this.#tell.trouble(undefined);
    dropJournal({ id: this.#id, page: this.#page });
    return followed;
  }

  /** What was deleted is back, and nothing was saved in its place. */
  follow({ base, ours }: Followed): void {
    if (this.#base) return;
    this.#base = base;
    this.#ours = ours;
  }

  /** Saves what has changed, now. @returns when that is done, or has failed */
  async save(): Promise<void> {
    while (this.#saving) await this.#saving;
    if (!this.#changed || this.#over) return;
    this.#saving = this.#save();
    await this.#saving;
  }

  async #save(): Promise<void> {
    clearTimeout(this.#timer?.handle);
    this.#timer = undefined;
    const kept = this.#now();
    const stamp = this.#base && isSame(this.#base.kept, kept) ? this.#base.stamp : newName();
    const going = { kept, stamp };
    this.#going = going;
    this.#changed = false;
    const result = await put({
      ...{ id: this.#id, kept, stamp, page: this.#page, after: this.#base?.stamp },
      titleBefore: this.#base?.kept.conversation.title,
      facts: { saved: Date.now(), ...this.#facts(), ...(this.#copy && { copy: true }) },
    });
    this.#saving = undefined;
    if (this.#over || this.#going !== going) return;
    this.#going = undefined;
    if (result === 'saved') this.#saved(going);
    else if (result === 'other') this.#become(newName());
    else this.#failed(result);
  }

  #saved(base: Saved): void {
    this.#base = base;
    this.#ours = true;
    this.#tries = 0;
    this.#tell.trouble(undefined);
    this.#dropAdopted();
    if (!this.#changed) dropJournal({ id: this.#id, page: this.#page });
    else {
      this.#safe = this.#journal();
      if (this.#safe) this.#rest();
      else this.#schedule(0);
    }
  }

  /** From now on it has another id, under which nothing is saved yet. */
  #become(id: string): void {
    const former = { id: this.#id, page: this.#page };
    this.#id = id;
    this.#base = undefined;
    this.#ours = false;
    this.#copy = true;
    this.changed();
    if (this.#safe) dropJournal(former);
    this.#tell.copied(former.id, id);
  }

  #failed(why: Refusal): void {
    this.#changed = true;
    this.#tell.trouble(why);
    this.#schedule(Math.min(AGAIN * 2 ** this.#tries++, LONGEST_AGAIN));
  }

  /** Saves when nothing is changed any more: to save a large one takes longer than a key may. */
  #rest(): void {
    const now = performance.now();
    const since = this.#timer ? this.#timer.since : now;
    if (since === undefined) return; // it is due otherwise
    clearTimeout(this.#timer?.handle);
    this.#timer = undefined;
    this.#schedule(Math.max(0, Math.min(restOf(this.#now()), since + LONGEST_REST - now)), since);
  }

  #schedule(ms: number, since?: number): void {
    const due = performance.now() + ms;
    if (this.#timer && this.#timer.due <= due) return;
    clearTimeout(this.#timer?.handle);
    const handle = setTimeout(() => void this.save(), ms);
    this.#timer = { due, handle, ...(since !== undefined && { since }) };
  }

  /** Writes the journal. @returns false where it does not fit, or the browser refuses */
  #journal(): boolean {
    const now = this.#now();
    const entries = [this.#entryAfterBase(now)];
    if (this.#going) entries.push(entry(this.#going, now));
    const all = entries.filter((one) => one !== undefined);
    if (all.length < entries.length) return false;
    const journal = { id: this.#id, page: this.#page, when: Date.now(), entries: all };
    if (!writeJournal(journal)) return false;
    this.#dropAdopted();
    return true;
  }

  #entryAfterBase(now: Kept): JournalEntry | undefined {
    if (this.#ours && this.#base) return entry(this.#base, now);
    // Another page may save something else over the base before this one saves: all of it, where it fits.
    const whole = difference(undefined, now, JOURNAL_MOST);
    if (whole) return { after: this.#base?.stamp ?? '', whole: true, difference: whole };
    return this.#base && entry(this.#base, now);
  }

  #dropAdopted(): void {
    for (const journal of this.#adopts) dropJournal(journal);
    this.#adopts = [];
  }
}

/** Whether all that a record holds is the same, but for what was looked at: that is kept beside it. */
const isSame = (one: Kept, other: Kept): boolean =>
  one.conversation === other.conversation &&
  one.texts.length === other.texts.length &&
  one.texts.every((text, i) => isSameText(text, other.texts[i]));

const isSameText = (one: KeptText, other: KeptText | undefined): boolean =>
  other !== undefined &&
  one.text === other.text &&
  one.broken === other.broken &&
  one.exchange === other.exchange &&
  one.side === other.side;

function entry({ kept, stamp }: Saved, now: Kept): JournalEntry | undefined {
  const made = difference(kept, now, JOURNAL_MOST);
  return made && { after: stamp, whole: false, difference: made };
}

/** Ms between a change and its being saved: the more bytes, the longer, since all of them are written. */
function restOf({ conversation }: Kept): number {
  return Math.min(REST + bytesOf(conversation) / 10_000, LONGEST_REST);
}
