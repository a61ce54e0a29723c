import { conversationFromJson, messagesOf, type Conversation } from '../conversation/index.ts';
import { firstConversation, loadGallery } from '../samples/index.ts';
import type { Kept } from '../storage/index.ts';
import type { Span } from './selection.svelte.ts';
import type { Source } from './source.ts';
import { STORY, chapterPlace } from './story.svelte.ts';
import type { At } from './workspace.svelte.ts';

/** A conversation that an address names, and what of it is shown first. */
export interface Named {
  source: Source;
  conversation: Conversation;
  at?: At | undefined;
  selection?: Span | undefined;
  /** A text of the message that could not be encoded yet. */
  draft?: string | undefined;
}

/** Why there is none, as a person is told. */
export interface NotNamed {
  refused: string;
}

/**
 * What an address names.
 * @param hash the part of it from `#` on
 * @param find gives what is kept in this browser under an id
 */
export async function named(
  hash: string,
  find: (id: string) => Promise<Kept | undefined>,
): Promise<Named | NotNamed> {
  const { readHash } = await import('../share/index.ts');
  const address = readHash(hash);
  switch (address.kind) {
    case 'start':
      return { source: { kind: 'first' }, conversation: firstConversation() };
    case 'sample':
      return namedSample(address.id, address.step ?? 1);
    case 'saved': {
      const kept = namedKept(address.id, await find(address.id));
      const text = 'This conversation was kept in another browser, or is kept no more. Nothing was opened.';
      return kept ?? { refused: text };
    }
    case 'link':
      return namedLink(address.hash);
    case 'rule': // opens beside a conversation: see AddressBar
      return { refused: `There is no conversation called “${address.id}”. Nothing was opened.` };
    case 'unknown':
      return { refused: `${address.text} Nothing was opened.` };
  }
}

/** What is kept under an id; `undefined` where nothing is, or it cannot be read. */
export function namedKept(id: string, kept: Kept | undefined): Named | undefined {
  const read = kept && conversationFromJson(kept.json);
  if (!read?.ok) return undefined;
  return { source: { kind: 'local', id }, conversation: read.value, at: kept, draft: kept?.draft };
}

async function namedSample(id: string, step: number): Promise<Named | NotNamed> {
  const gallery = await loadGallery().catch(() => undefined);
  const sample = gallery?.sampleById(id);
  if (gallery && !sample) return { refused: `There is no sample “${id}”. Nothing was opened.` };
  const conversation = await sample?.load().catch(() => undefined);
  if (!conversation) {
    return { refused: 'The sample could not be loaded.' };
  }
  const at = id === STORY ? chapterPlace(conversation, step) : messagesOf(conversation)[step - 1];
  return { source: { kind: 'sample', id }, conversation, at };
}

async function namedLink(hash: string): Promise<Named | NotNamed> {
  const { fromLink, isLinkProblem } = await import('../share/index.ts');
  const read = await fromLink(hash);
  if (isLinkProblem(read)) return { refused: `${read.text} Nothing was opened.` };
  const { conversation, view } = read;
  return { source: { kind: 'link' }, conversation, at: view.message, selection: view.selection };
}
