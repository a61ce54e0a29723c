import { replaceMessage } from './edits.ts';
import { LIMITS } from './limits.ts';
import { messageAt, messagesOf, otherSide, stepOf, type MessagePlace } from './places.ts';
import type { Conversation, Exchange, Message, Side } from './types.ts';

/** A conversation after a change of its order, and the message to be on show then. */
export interface Arranged {
  conversation: Conversation;
  at: MessagePlace;
}

/** An exchange that has no id yet. */
export type NewExchange = Omit<Exchange, 'id'> & { id?: string };

/** `count` ids that no exchange of the conversation has: the numbers after its highest. */
function freshIds({ exchanges }: Conversation, count: number): string[] {
  let highest = exchanges.length;
  for (const { id } of exchanges) {
    if (/^\d{1,15}$/.test(id)) highest = Math.max(highest, Number(id));
  }
  return Array.from({ length: count }, (_, i) => String(highest + 1 + i));
}

/** True where a conversation has room for `count` exchanges more. */
export const hasRoom = ({ exchanges }: Conversation, count = 1): boolean =>
  exchanges.length + count <= LIMITS.exchanges;

/**
 * Puts exchanges in, each with an id of its own, whatever it had before.
 * @param index the first of them stands there, 0 to the number of exchanges
 * @returns the first message that was put in is on show
 * @throws RangeError where the index is none, nothing is put in, or there is no room: a fault of the caller
 */
export function insertExchanges(
  conversation: Conversation,
  index: number,
  added: readonly NewExchange[],
): Arranged {
  const { exchanges } = conversation;
  if (!(index >= 0 && index <= exchanges.length)) throw new RangeError(`No place ${index} for an exchange`);
  const [first] = added;
  if (!first || !hasRoom(conversation, added.length)) {
    throw new RangeError(`${added.length} exchanges cannot be put in`);
  }
  const ids = freshIds(conversation, added.length);
  const named = added.map((exchange, i): Exchange => ({ ...exchange, id: ids[i] ?? '' }));
  return {
    conversation: { ...conversation, exchanges: exchanges.toSpliced(index, 0, ...named) },
    at: { exchange: index, side: first.request ? 'request' : 'response' },
  };
}

/**
 * Puts an exchange in another place.
 * @param to its index afterwards; what is outside is brought inside
 * @param side of its message that is on show
 */
export function moveExchange(conversation: Conversation, from: number, to: number, side: Side): Arranged {
  const moved = exchangeAt(conversation, from);
  const without = conversation.exchanges.toSpliced(from, 1);
  const index = Math.min(Math.max(0, Math.trunc(to)), without.length);
  const exchanges = without.toSpliced(index, 0, moved);
  return { conversation: { ...conversation, exchanges }, at: { exchange: index, side } };
}

/** Takes a message out, and its exchange where nothing is left of it. The next message is on show then. */
export function removeMessage(conversation: Conversation, at: MessagePlace): Arranged {
  const exchange = exchangeAt(conversation, at.exchange);
  if (exchange[otherSide(at.side)]) {
    const kept = { exchange: at.exchange, side: otherSide(at.side) };
    return { conversation: replaceMessage(conversation, at, undefined), at: kept };
  }
  return removeExchange(conversation, at);
}

/** Takes an exchange out with both its messages. The next message is on show then, else the one before. */
export function removeExchange(conversation: Conversation, at: MessagePlace): Arranged {
  exchangeAt(conversation, at.exchange);
  const after = { ...conversation, exchanges: conversation.exchanges.toSpliced(at.exchange, 1) };
  const places = messagesOf(after);
  const next = places.find(({ exchange }) => exchange >= at.exchange) ?? places.at(-1);
  return { conversation: after, at: next ? placeOf(next) : { exchange: 0, side: 'response' } };
}

/** Puts a copy of a message behind its exchange, as an exchange of its own. */
export function duplicateMessage(conversation: Conversation, at: MessagePlace): Arranged {
  const message = messageAt(conversation, at);
  if (!message) throw new RangeError(`No ${at.side} in exchange ${at.exchange}`);
  return insertExchanges(conversation, at.exchange + 1, [{ [at.side]: message }]);
}

/** Puts a copy of a whole exchange behind it. */
export function duplicateExchange(conversation: Conversation, at: MessagePlace): Arranged {
  const copy = exchangeAt(conversation, at.exchange);
  const { conversation: after } = insertExchanges(conversation, at.exchange + 1, [copy]);
  return { conversation: after, at: { exchange: at.exchange + 1, side: at.side } };
}

/**
 * Makes a request of a reply and the other way round; where both are there, they change places. From then on a
 * person has said which side each is of, since its HTTP facts may say the other.
 */
export function turnMessage(conversation: Conversation, at: MessagePlace): Arranged {
  const { request, response, ...rest } = exchangeAt(conversation, at.exchange);
  const turned: Exchange = {
    ...rest,
    ...(response && { request: saidToBe(response, 'request') }),
    ...(request && { response: saidToBe(request, 'response') }),
  };
  return {
    conversation: withExchange(conversation, at.exchange, turned),
    at: { exchange: at.exchange, side: otherSide(at.side) },
  };
}

const saidToBe = (message: Message, side: Side): Message => ({
  ...message,
  readAs: { ...message.readAs, side },
});

/** Parts a request from its reply, which gets an exchange of its own behind it. Names and notes stay with the request. */
export function partExchange(conversation: Conversation, at: MessagePlace): Arranged {
  const { request, response, ...rest } = exchangeAt(conversation, at.exchange);
  if (!request || !response) throw new RangeError(`Exchange ${at.exchange} has one half only`);
  const alone = withExchange(conversation, at.exchange, { ...rest, request });
  const { conversation: parted } = insertExchanges(alone, at.exchange + 1, [{ response }]);
  const exchange = at.side === 'request' ? at.exchange : at.exchange + 1;
  return { conversation: parted, at: { exchange, side: at.side } };
}

/**
 * The lone messages of the other side that a lone message can be joined with: the nearest behind it, the nearest
 * before it.
 */
export function partnersFor(conversation: Conversation, at: MessagePlace): MessagePlace[] {
  const side = otherSide(at.side);
  const isLone = (exchange: Exchange | undefined, of: Side): boolean =>
    exchange?.[of] !== undefined && exchange[otherSide(of)] === undefined;
  const { exchanges } = conversation;
  if (!isLone(exchanges[at.exchange], at.side)) return [];
  const after = exchanges.findIndex((exchange, i) => i > at.exchange && isLone(exchange, side));
  const before = exchanges.findLastIndex((exchange, i) => i < at.exchange && isLone(exchange, side));
  return [after, before].filter((exchange) => exchange >= 0).map((exchange) => ({ exchange, side }));
}

/**
 * Joins a lone request with a lone reply, in the place of the request. Name, note and unknown fields of both stay;
 * where both have one, the request's, and both notes one after the other.
 */
export function pairMessages(conversation: Conversation, one: MessagePlace, other: MessagePlace): Arranged {
  const [asked, answered] = one.side === 'request' ? [one, other] : [other, one];
  const first = exchangeAt(conversation, asked.exchange);
  const second = exchangeAt(conversation, answered.exchange);
  if (first === second || !first.request || first.response || !second.response || second.request) {
    throw new RangeError(`Exchanges ${asked.exchange} and ${answered.exchange} are not a lone half each`);
  }
  const notes = [first.note, second.note].filter((note) => note !== undefined && note !== '').join('\n');
  const joined: Exchange = { ...second, ...first };
  if (notes !== '') joined.note = notes.slice(0, LIMITS.note);
  const exchanges = conversation.exchanges.with(asked.exchange, joined).toSpliced(answered.exchange, 1);
  const exchange = asked.exchange - (answered.exchange < asked.exchange ? 1 : 0);
  return { conversation: { ...conversation, exchanges }, at: { exchange, side: one.side } };
}

/** The place of the message in the timeline from 1, and how many there are: '3 of 7'. */
export const stepWords = ({ conversation, at }: Arranged): string =>
  `${stepOf(conversation, at)} of ${messagesOf(conversation).length}`;

const placeOf = ({ exchange, side }: MessagePlace): MessagePlace => ({ exchange, side });

const withExchange = (conversation: Conversation, index: number, exchange: Exchange): Conversation => ({
  ...conversation,
  exchanges: conversation.exchanges.with(index, exchange),
});

function exchangeAt({ exchanges }: Conversation, index: number): Exchange {
  const exchange = exchanges[index];
  if (!exchange) throw new RangeError(`No exchange ${index}`);
  return exchange;
}
