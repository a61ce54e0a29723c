import { turnMessage, type Arranged } from './arrange.ts';
import { replaceMessage } from './edits.ts';
import { messageAt, otherSide, type MessagePlace } from './places.ts';
import type { Conversation, Exchange, Http, Message, ReadAs, Side } from './types.ts';

/** What a person calls a conversation and an exchange of it, and what they wrote about both; '' for nothing. */
export interface Words {
  title: string;
  note: string;
  exchangeName: string;
  exchangeNote: string;
}

/** The words of a conversation and of one exchange. */
export function wordsOf(conversation: Conversation, exchange: number): Words {
  const { name = '', note = '' } = conversation.exchanges[exchange] ?? {};
  return {
    title: conversation.title,
    note: conversation.note ?? '',
    exchangeName: name,
    exchangeNote: note,
  };
}

/** The conversation with other words; an empty title leaves the one there is, any other empty text takes it away. */
export function withWords(conversation: Conversation, exchange: number, words: Words): Conversation {
  const title = words.title.trim() === '' ? conversation.title : words.title.trim();
  const named = withText({ ...conversation, title }, 'note', words.note);
  const before = conversation.exchanges[exchange];
  if (!before) return named;
  const after = withText(withText(before, 'name', words.exchangeName), 'note', words.exchangeNote);
  return { ...named, exchanges: conversation.exchanges.with(exchange, after) };
}

function withText<T extends Conversation | Exchange>(holder: T, field: keyof T & string, text: string): T {
  const { [field]: _, ...rest } = holder;
  return (text.trim() === '' ? rest : { ...rest, [field]: text.trim() }) as T;
}

/** The conversation with other HTTP facts of a message; without any where all of them are absent. */
export function withHttp(conversation: Conversation, at: MessagePlace, http: Http): Conversation {
  const { http: _, ...message } = messageAt(conversation, at) ?? {};
  const isThere = Object.values(http).some((value) => value !== undefined);
  return replaceMessage(conversation, at, isThere ? { ...message, http } : message);
}

/** Which messages a person's word is about. */
export type Reach = 'message' | 'exchange' | 'conversation';

/** How far each part of a person's word can reach: a side is one message's, a command an exchange's. */
const FARTHEST: Record<keyof ReadAs, readonly Reach[]> = {
  side: ['message'],
  command: ['message', 'exchange'],
  doctype: ['message', 'exchange', 'conversation'],
  version: ['message', 'exchange', 'conversation'],
};
const SIDES: readonly Side[] = ['request', 'response'];
const FIELDS = ['doctype', 'command', 'side', 'version'] as const;

/**
 * The conversation with messages read as a person says. On the message itself all of `readAs` holds, and nothing
 * else; where it stands alone, it also moves to the side it is said to be of. On the others within `reach`, what
 * differs from what was said of the message before, as far as it can reach: what is said of them alone stays.
 */
export function readMessagesAs(
  conversation: Conversation,
  at: MessagePlace,
  readAs: ReadAs,
  reach: Reach = 'message',
): Arranged {
  const before = messageAt(conversation, at)?.readAs ?? {};
  const changed = FIELDS.filter(
    (field) => readAs[field] !== before[field] && FARTHEST[field].includes(reach),
  );
  const said = withReadAs(conversation, at, reach, (own, isIt) =>
    isIt ? readAs : changed.reduce<ReadAs>((all, field) => put(all, field, readAs), own),
  );
  const isAlone = said.exchanges[at.exchange]?.[otherSide(at.side)] === undefined;
  const turns = isAlone && readAs.side !== undefined && readAs.side !== at.side;
  return turns ? turnMessage(said, at) : { conversation: said, at };
}

/** The conversation with nothing said of the messages within `reach`: they are what they are found to be. */
export const readAsFound = (conversation: Conversation, at: MessagePlace, reach: Reach): Conversation =>
  withReadAs(conversation, at, reach, () => ({}));

function withReadAs(
  conversation: Conversation,
  at: MessagePlace,
  reach: Reach,
  next: (said: ReadAs, isIt: boolean) => ReadAs,
): Conversation {
  const exchanges = conversation.exchanges.map((exchange, index) => {
    if (reach !== 'conversation' && index !== at.exchange) return exchange;
    const after = { ...exchange };
    for (const side of SIDES) {
      const isIt = index === at.exchange && side === at.side;
      if (reach === 'message' && !isIt) continue;
      const message = exchange[side];
      if (message) after[side] = withSaid(message, next(message.readAs ?? {}, isIt));
    }
    return SIDES.every((side) => after[side] === exchange[side]) ? exchange : after;
  });
  return { ...conversation, exchanges };
}

/** The same object where nothing changes: then nobody has to examine it anew. */
function withSaid(message: Message, said: ReadAs): Message {
  const before = message.readAs ?? {};
  if (FIELDS.every((field) => before[field] === said[field])) return message;
  const { readAs: _, ...rest } = message;
  return Object.keys(said).length > 0 ? { ...rest, readAs: said } : rest;
}

function put(said: ReadAs, field: keyof ReadAs, { [field]: value }: ReadAs): ReadAs {
  const { [field]: _, ...rest } = said;
  return value === undefined ? rest : { ...rest, [field]: value };
}
