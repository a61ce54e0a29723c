import type { Conversation } from '../conversation/index.ts';
import sections from '../../samples/index.json?gallery';
import { conversationOf } from './conversation-of.ts';

/** A conversation that ships with the page. */
export interface Sample {
  /** Stands in addresses; once shipped it stays. */
  id: string;
  title: string;
  /** What it is, or what happened, in one sentence. */
  note: string;
  /** Loads its file; rejects where that cannot be loaded, as from a page that was replaced since. */
  load(): Promise<Conversation>;
}

export interface SampleSection {
  title: string;
  samples: readonly Sample[];
}

/** Every sample, in the sections of the gallery. */
export const sampleSections: readonly SampleSection[] = sections.map(({ title, samples }) => ({
  title,
  samples: samples.map((row) => ({ ...row, load: async () => conversationOf(await row.load()) })),
}));

const byId = new Map(sampleSections.flatMap(({ samples }) => samples.map((sample) => [sample.id, sample])));

/** The sample with this id, or `undefined`. */
export const sampleById = (id: string): Sample | undefined => byId.get(id);
