import type { Conversation, Message, Place, Side } from './types.ts';

/** Which message: an index into `Conversation.exchanges`, and a side. Every `Place` is one. */
export type MessagePlace = Pick<Place, 'exchange' | 'side'>;

/** A message with its place. */
export interface PlacedMessage extends MessagePlace {
  message: Message;
}

/** The message of a place, or `undefined` where there is none. */
export function messageAt(conversation: Conversation, place: MessagePlace): Message | undefined {
  return conversation.exchanges[place.exchange]?.[place.side];
}

/** Every message in the order of the timeline: exchange by exchange, the request first. */
export function messagesOf(conversation: Conversation): PlacedMessage[] {
  const messages: PlacedMessage[] = [];
  conversation.exchanges.forEach(({ request, response }, exchange) => {
    if (request) messages.push({ exchange, side: 'request', message: request });
    if (response) messages.push({ exchange, side: 'response', message: response });
  });
  return messages;
}

/** Bytes of all messages. */
export const bytesOf = (conversation: Conversation): number =>
  messagesOf(conversation).reduce((sum, { message }) => sum + (message.bytes?.length ?? 0), 0);

/** The first message with bytes: what a conversation is opened at; `undefined` where there is none. */
export function firstWithBytes({ exchanges }: Conversation): PlacedMessage | undefined {
  for (const [exchange, { request, response }] of exchanges.entries()) {
    if (request?.bytes?.length) return { exchange, side: 'request', message: request };
    if (response?.bytes?.length) return { exchange, side: 'response', message: response };
  }
  return undefined;
}

/**
 * The number, as the timeline counts, of the message that a sample is opened at: the reply of its only exchange, which
 * is what such a sample is about; else its first message.
 */
export const frontOf = ({ exchanges: [one, ...more] }: Conversation): number =>
  one?.request && one.response && more.length === 0 ? 2 : 1;

/** The number of a message in the timeline, from 1; 0 where there is none. */
export function stepOf(conversation: Conversation, place: MessagePlace): number {
  const messages = messagesOf(conversation);
  return messages.findIndex(({ exchange, side }) => exchange === place.exchange && side === place.side) + 1;
}

/** The other side of an exchange. */
export const otherSide = (side: Side): Side => (side === 'request' ? 'response' : 'request');

/** Some exchanges of a conversation, as one of its own: of what it came from, a run maybe, nothing is left. */
export const partOf = (
  { format, title, exchanges }: Conversation,
  isIn: (exchange: number) => boolean,
): Conversation => ({ format, title, exchanges: exchanges.filter((_, exchange) => isIn(exchange)) });
