import { words } from '#words/openings.ts';
import { LIMITS, messagesOf, type Conversation, type Exchange } from '../conversation/index.ts';
import type { KeptText } from '../storage/index.ts';
import type { Showing } from './source.ts';

/** What a file was read as, or why it was not, in a sentence. */
export type ReadFile =
  { name: string; conversation: Conversation; texts?: readonly KeptText[] } | { name: string; why: string };

/** Files as one conversation. */
export interface SeveralFiles {
  /** `undefined` where none of them could be read. */
  showing: Showing | undefined;
  /** What is told of it: how many messages came of them, or which were left out, and why. */
  says: string;
  /** Files were left out. */
  isPart: boolean;
}

/**
 * Puts what was read of files into one conversation, in the order of the files. An exchange without a name gets that
 * of its file; what else a file said of itself as a whole (its title, a run) is not of the whole any more.
 */
export function severalFiles(files: readonly ReadFile[]): SeveralFiles {
  const exchanges: Exchange[] = [];
  const texts: KeptText[] = [];
  const taken: string[] = [];
  const left: string[] = [];
  for (const file of files) {
    if ('why' in file) {
      left.push(file.why);
      continue;
    }
    const found = file.conversation.exchanges;
    if (exchanges.length + found.length > LIMITS.exchanges) {
      left.push(words.noRoomFor(file.name, LIMITS.exchanges));
      continue;
    }
    const before = exchanges.length;
    const named = file.name.slice(0, LIMITS.name);
    for (const exchange of found) {
      exchanges.push({ name: named, ...exchange, id: String(exchanges.length + 1) }); // each file counts from 1
    }
    for (const text of file.texts ?? []) texts.push({ ...text, exchange: before + text.exchange });
    taken.push(file.name);
  }
  const [first] = taken;
  const leftOut = left.join(' ');
  if (first === undefined) return { showing: undefined, says: leftOut, isPart: true };
  const title = words.filesTitle(first, taken.length - 1).slice(0, LIMITS.title);
  const conversation: Conversation = { format: 1, title, exchanges };
  const opened = words.filesOpened(taken.length, messagesOf(conversation).length);
  return {
    showing: { conversation, texts },
    says: left.length > 0 ? `${opened} ${leftOut}` : opened,
    isPart: left.length > 0,
  };
}
