import { conversationFromValue, type Conversation } from '../conversation/index.ts';
import sections from '../../samples/index.json?gallery';
import first from '../../samples/case-37-bytes/conversation.json';

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

/** The sample a person meets first; it is part of the page itself. */
export const FIRST_SAMPLE = 'case-37-bytes';

/** That sample's conversation, at once. */
export const firstConversation = (): Conversation => conversationOf(first);

// One chunk per sample, loaded when asked for.
const loaders = import.meta.glob<unknown>(
  ['../../samples/*/conversation.json', '!../../samples/case-37-bytes/conversation.json'],
  { import: 'default' },
);

/** Every sample, in the sections of the gallery. */
export const sampleSections: readonly SampleSection[] = sections.map(({ title, samples }) => ({
  title,
  samples: samples.map((row) => ({ ...row, load: () => load(row.id) })),
}));

const byId = new Map(sampleSections.flatMap(({ samples }) => samples.map((sample) => [sample.id, sample])));

/** The sample with this id, or `undefined`. */
export const sampleById = (id: string): Sample | undefined => byId.get(id);

async function load(id: string): Promise<Conversation> {
  if (id === FIRST_SAMPLE) return firstConversation();
  const loader = loaders[`../../samples/${id}/conversation.json`];
  if (!loader) throw new Error(`There is no sample ${id}`);
  return conversationOf(await loader());
}

/** Samples are tested: one that cannot be read is a fault of ours. */
function conversationOf(value: unknown): Conversation {
  const read = conversationFromValue(value);
  if (!read.ok) throw new Error(read.problem.text);
  return read.value;
}
