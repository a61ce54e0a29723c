import { grouped } from '../bytes/index.ts';
import type { Conversation, Message, Side } from './types.ts';

/** '1 byte', '37 bytes', '3,014 bytes'; with digits in groups, whatever the reader's place. */
export function byteCount(count: number): string {
  return `${grouped(count)} byte${count === 1 ? '' : 's'}`;
}

/** What a paste is called, with the size it had. */
const SIZED = /^(Pasted(?: \S+)?), [\d,]+ bytes?$/;

/** A conversation whose title says how large its message is: as it is now, and nothing of it where there are more. */
export function withSizeNow(conversation: Conversation): Conversation {
  const [, called] = SIZED.exec(conversation.title) ?? [];
  if (called === undefined) return conversation;
  const [one, ...more] = conversation.exchanges.flatMap(({ request, response }) =>
    [request, response].filter((message) => message !== undefined),
  );
  const title = one?.bytes && more.length === 0 ? `${called}, ${byteCount(one.bytes.length)}` : called;
  return title === conversation.title ? conversation : { ...conversation, title };
}

/** How large a message is, in words: 'not captured', 'empty', 'no body' or '37 bytes'. */
export function sizeText(message: Message | undefined): string {
  if (!message?.bytes) return 'not captured';
  if (message.bytes.length > 0) return byteCount(message.bytes.length);
  return message.http?.method === 'OPTIONS' ? 'no body' : 'empty';
}

/** What a side is called before a person. */
export const sideWord = (side: Side): string => (side === 'request' ? 'request' : 'reply');

/**
 * A message in a few words: 'Sync reply · 200 · 37 bytes', 'WML 1.3 · 37 bytes'.
 * @param side who wrote it; `undefined` where nothing says so
 * @param what its command, or the title of its document type; left out where nobody knows
 */
export function messageTitle(message: Message | undefined, side: Side | undefined, what?: string): string {
  const status = message?.http?.status;
  const words = [what, side && sideWord(side)].filter((word) => word !== undefined).join(' ');
  const called = what === undefined ? capitalised(words || 'message') : words;
  return [called, ...(status === undefined ? [] : [String(status)]), sizeText(message)].join(' · ');
}

/** What a message is called that has no command: `OPTIONS`, the request as its reply; `undefined` for other methods. */
export function methodTitle(message: Message | undefined, partner: Message | undefined): string | undefined {
  const method = message?.http?.method ?? partner?.http?.method;
  return method === 'OPTIONS' ? method : undefined;
}

const capitalised = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);
