import { words } from '#words/openings.ts';
import {
  LIMITS,
  messagesOf,
  otherSide,
  type Conversation,
  type Exchange,
  type Side,
} from '../conversation/index.ts';
import type { KeptText } from '../storage/index.ts';
import type { Showing } from './source.ts';

/** What a file was read as. */
export interface FileTalk {
  name: string;
  conversation: Conversation;
  /** Whether it says whose its messages are; else each was put down as a response. */
  sideKnown: boolean;
  /** Texts of its messages, where these are XML. */
  texts?: readonly KeptText[];
}

/** What a file was read as, or why it was not, in a sentence. */
export type ReadFile = FileTalk | { name: string; why: string };

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
 * of its file; what else a file said of itself as a whole (its title, a run) is not of the whole any more. Where a
 * message does not say whose it is, the name of its file may: `12-Sync-request.bin`; and `12-Sync-response.bin` right
 * behind it is its reply.
 */
export function severalFiles(files: readonly ReadFile[]): SeveralFiles {
  const exchanges: Exchange[] = [];
  const texts: KeptText[] = [];
  const taken: string[] = [];
  const left: string[] = [];
  /** The file of a request that waits for its reply, as `pairName` calls both. */
  let asked: string | undefined;
  for (const file of files) {
    if ('why' in file) {
      left.push(file.why);
      continue;
    }
    const { name, conversation, texts: own = [] } = sided(file);
    const pair = pairName(name);
    const [only, more] = conversation.exchanges;
    const last = exchanges.at(-1);
    if (last && !more && only?.response && !only.request && pair !== undefined && pair === asked) {
      exchanges[exchanges.length - 1] = { ...last, response: only.response };
      asked = undefined;
    } else if (exchanges.length + conversation.exchanges.length > LIMITS.exchanges) {
      left.push(words.noRoomFor(name, LIMITS.exchanges));
      continue;
    } else {
      const named = name.slice(0, LIMITS.name);
      for (const exchange of conversation.exchanges) {
        exchanges.push({ name: named, ...exchange, id: String(exchanges.length + 1) }); // each file counts from 1
      }
      asked = only?.request && !more && !only.response ? pair : undefined;
    }
    const before = exchanges.length - conversation.exchanges.length;
    for (const text of own) texts.push({ ...text, exchange: before + text.exchange });
    taken.push(name);
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

const REQUEST = /(?<![a-z])req(?:uest)?(?![a-z])/i;
const RESPONSE = /(?<![a-z])(?:resp?|response|reply)(?![a-z])/i;

/** Whose message a file holds, as its name says; `undefined` where it says nothing, or both. */
function sideIn(name: string): Side | undefined {
  const [request, response] = [REQUEST.test(name), RESPONSE.test(name)];
  return request === response ? undefined : request ? 'request' : 'response';
}

/** What the files of a request and its reply are both called, but for whose they are and their form; `undefined` where nothing says so. */
const pairName = (name: string): string | undefined =>
  sideIn(name) &&
  name
    .replace(/\.\w+$/, '')
    .replace(REQUEST, '')
    .replace(RESPONSE, '');

/** A file of one message with it on the side that its name says, where it says none itself. */
function sided(file: FileTalk): FileTalk {
  const { conversation, sideKnown, texts = [] } = file;
  const [only, more] = conversation.exchanges;
  const side = sideIn(file.name);
  if (sideKnown || !only || more || !side || only[side] || !only[otherSide(side)]) return file;
  const { request, response, ...rest } = only;
  const message = request ?? response;
  const exchange: Exchange = { ...rest, ...(message && { [side]: message }) };
  return {
    ...file,
    conversation: { ...conversation, exchanges: [exchange] },
    texts: texts.map((text) => ({ ...text, side })),
  };
}
