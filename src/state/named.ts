import { words } from '#words/named.ts';
import { frontOf, messagesOf } from '../conversation/index.ts';
import { firstConversation, loadGallery } from '../samples/index.ts';
import type { NotOpened, Opened } from './keeper.svelte.ts';
import type { Showing, Source } from './source.ts';
import { STORY, chapterPlace } from './story.svelte.ts';

/** A conversation that an address names, and what of it is shown first. */
export interface Named extends Showing {
  source: Source;
  /** How it was kept in this browser, where it was. */
  opened?: Opened;
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
  find: (id: string) => Promise<Opened | NotOpened>,
): Promise<Named | NotNamed> {
  const { readHash } = await import('../share/index.ts');
  const address = readHash(hash);
  switch (address.kind) {
    case 'start':
      return { source: { kind: 'first' }, conversation: firstConversation() };
    case 'sample':
      return namedSample(address.id, address.step);
    case 'saved': {
      const found = await find(address.id);
      if (typeof found === 'string') return { refused: words.notOpened(words.kept[found]) };
      return namedKept(address.id, found);
    }
    case 'link':
      return namedLink(address.hash);
    case 'rule': // opens beside a conversation: see AddressBar
      return { refused: words.noConversation(address.id) };
    case 'unknown':
      return { refused: words.notOpened(address.text) };
  }
}

/** What was kept under an id, to be shown. */
export function namedKept(id: string, opened: Opened): Named {
  const { conversation, view, texts } = opened.kept;
  const { selection, step } = view;
  return { source: { kind: 'local', id }, conversation, at: view, selection, step, texts, opened };
}

/** Why an address was not opened, where what the tab had on show is on show again. */
export const refusedBesideFormer = (why: string): string => words.former(why);

async function namedSample(id: string, step = 0): Promise<Named | NotNamed> {
  const gallery = await loadGallery().catch(() => undefined);
  const sample = gallery?.sampleById(id);
  if (gallery && !sample) return { refused: words.noSample(id) };
  const conversation = await sample?.load().catch(() => undefined);
  if (!conversation) {
    return { refused: words.sampleNotLoaded };
  }
  const places = messagesOf(conversation);
  const at =
    id === STORY ? chapterPlace(conversation, step || 1) : places[(step || frontOf(conversation)) - 1];
  return { source: { kind: 'sample', id }, conversation, at };
}

async function namedLink(hash: string): Promise<Named | NotNamed> {
  const { fromLink, isLinkProblem } = await import('../share/index.ts');
  const read = await fromLink(hash);
  if (isLinkProblem(read)) return { refused: words.notOpened(read.text) };
  const { conversation, view } = read;
  return { source: { kind: 'link' }, conversation, at: view.message, selection: view.selection };
}
