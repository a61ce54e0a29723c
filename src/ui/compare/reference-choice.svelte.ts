import { sameBytes } from '../../bytes/index.ts';
import type { Conversation } from '../../conversation/index.ts';
import { loadGallery, type SampleSection } from '../../samples/index.ts';
import type { View } from '../view.svelte.ts';
import { fits, nearest, REAL_SERVERS, referencesIn, type Reference, type Wanted } from './references.ts';
import type { Pasted } from './read-pasted.ts';

/** What stand for the conversation on show, and for a paste, among the ids of samples. */
export const HERE = 'here';
export const PASTED = 'pasted';

/** A sample of a real server with messages that fit. */
export interface Server {
  id: string;
  title: string;
  /** How many fit. */
  count: number;
}

const keyOf = ({ exchange, side }: Reference): string => `${exchange} ${side}`;

/** Which message the one on show is compared with: what fits best, until a person picks another. */
export class ReferenceChoice {
  readonly #view: View;
  #from = $state<string>();
  #picked = $state<string>();
  #sections = $state.raw<readonly SampleSection[]>([]);
  #samples = $state.raw<ReadonlyMap<string, Conversation>>(new Map());
  #pasted = $state.raw<Pasted>();
  #failed = $state(false);

  readonly wanted: Wanted = $derived.by(() => {
    const { context, bytes } = this.#view.page.workspace;
    return { command: context.command?.value, side: context.side.value, size: bytes.length };
  });
  readonly servers: readonly Server[] = $derived.by(() =>
    REAL_SERVERS.flatMap((id) => {
      const sample = this.#samples.get(id);
      const count = sample ? referencesIn(sample).filter((one) => fits(one, this.wanted)).length : 0;
      return sample && count > 0 ? [{ id, title: sample.title, count }] : [];
    }),
  );
  /** The other samples. */
  readonly sections: readonly SampleSection[] = $derived.by(() =>
    this.#sections.map(({ title, samples }) => ({
      title,
      samples: samples.filter(({ id }) => !this.servers.some((server) => server.id === id)),
    })),
  );
  /** Where the reference is from: the id of a sample, `HERE`, `PASTED`; empty where nothing fits. */
  readonly from: string = $derived.by(() => this.#from ?? this.#fitting());
  readonly conversation: Conversation | undefined = $derived.by(() => {
    if (this.from === HERE) return this.#view.page.workspace.conversation;
    return this.from === PASTED ? this.#pasted?.conversation : this.#samples.get(this.from);
  });
  readonly references: readonly Reference[] = $derived.by(() => {
    const { message } = this.#view.page.workspace;
    return (this.conversation ? referencesIn(this.conversation) : []).filter(
      (one) => one.message !== message,
    );
  });
  readonly reference: Reference | undefined = $derived.by(
    () =>
      this.references.find((one) => keyOf(one) === this.#picked) ??
      this.references[nearest(this.references, this.wanted)],
  );

  constructor(view: View) {
    this.#view = view;
    void this.#start();
  }

  /** What was pasted last, as it was read. */
  get pasted(): Pasted | undefined {
    return this.#pasted;
  }

  /** True where a sample could not be loaded. */
  get failed(): boolean {
    return this.#failed;
  }

  /** Which of `references` it is. */
  get picked(): string {
    return this.reference ? keyOf(this.reference) : '';
  }

  keyOf(reference: Reference): string {
    return keyOf(reference);
  }

  /** Takes the reference from elsewhere. */
  async choose(from: string): Promise<void> {
    this.#from = from;
    this.#picked = undefined;
    await this.#load(from);
  }

  /** Takes another message of the same conversation. */
  pick(key: string): void {
    this.#picked = key;
  }

  paste(pasted: Pasted): void {
    this.#picked = undefined;
    this.#pasted = pasted;
  }

  async #start(): Promise<void> {
    await Promise.all(REAL_SERVERS.map((id) => this.#load(id)));
  }

  async #load(id: string): Promise<void> {
    if (id === HERE || id === PASTED || id === '' || this.#samples.has(id)) return;
    this.#failed = false;
    try {
      const { sampleById, sampleSections } = await loadGallery();
      this.#sections = sampleSections;
      const sample = await sampleById(id)?.load();
      if (sample) this.#samples = new Map([...this.#samples, [id, sample]]);
    } catch {
      this.#failed = true;
    }
  }

  /** The best known server with a message that fits and is another one. */
  #fitting(): string {
    const { bytes } = this.#view.page.workspace;
    const isOther = ({ id }: Server): boolean => {
      const sample = this.#samples.get(id);
      const likely = (sample ? referencesIn(sample) : []).filter((one) => fits(one, this.wanted));
      return likely.some(({ message }) => message.bytes && !sameBytes(message.bytes, bytes));
    };
    return this.servers.find(isOther)?.id ?? '';
  }
}
