import { conversationFromValue, type Conversation } from '../conversation/index.ts';
import gallery from '../../samples/index.json?gallery';

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
export const sampleSections: readonly SampleSection[] = gallery.sections.map(({ title, samples }) => ({
  title,
  samples: samples.map((row) => ({ ...row, load: async () => conversationOf(await row.load()) })),
}));

const byId = new Map(sampleSections.flatMap(({ samples }) => samples.map((sample) => [sample.id, sample])));

/** The sample with this id, or `undefined`. */
export const sampleById = (id: string): Sample | undefined => byId.get(id);

/** The id of the sample a person meets first. It is part of the page itself. */
export const FIRST_SAMPLE: string = gallery.firstId;

/** That sample's conversation, at once. */
export const firstConversation = (): Conversation => conversationOf(gallery.first);

/** Samples are tested: one that cannot be read is a fault of ours. */
function conversationOf(value: unknown): Conversation {
  const read = conversationFromValue(value);
  if (!read.ok) throw new Error(read.problem.text);
  return read.value;
}
