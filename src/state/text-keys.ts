import {
  messageAt,
  messagesOf,
  readingOf,
  type Conversation,
  type Message,
  type PlacedMessage,
  type Side,
} from '../conversation/index.ts';
import { decode, type Decoded } from '../doctypes/index.ts';
import type { TextPart, Where } from './history-part.ts';
import type { Fate, MessageText } from './message-text.svelte.ts';

/** A message by a name that stays when exchanges change places. */
export const keyOf = ({ exchanges }: Conversation, { exchange, side }: Where): string =>
  `${side} ${exchanges[exchange]?.id ?? ''}`;

/** Where the message of a key stands; `undefined` where its exchange is not there. */
export function placeOfKey({ exchanges }: Conversation, key: string): Where | undefined {
  const [side, id] = [key.slice(0, key.indexOf(' ')) as Side, key.slice(key.indexOf(' ') + 1)];
  const exchange = exchanges.findIndex((one) => one.id === id);
  return exchange < 0 ? undefined : { exchange, side };
}

/** A message as it is read; one without bytes as an empty one. */
export const decodedOf = (message: Message): Decoded =>
  decode(message.bytes ?? new Uint8Array(), readingOf(message));

/** The message of a key; `undefined` where it is not there. */
export function messageOfKey(conversation: Conversation, key: string): Message | undefined {
  const at = placeOfKey(conversation, key);
  return at && messageAt(conversation, at);
}

/**
 * The conversation was changed as a whole: each text that a person wrote goes where its message went, follows its
 * bytes, or is put aside where the message is gone or read as another type.
 * @returns what was done to the texts, and the worst that came of it
 */
export function followTexts(
  texts: MessageText,
  before: Conversation,
  after: Conversation,
): { parts: TextPart[]; fate?: Fate } {
  const parts: TextPart[] = [];
  const moved: (readonly [string, string])[] = [];
  const fates: Fate[] = [];
  for (const key of texts.keys) {
    const [old, now] = [messageOfKey(before, key), messageOfKey(after, key)];
    if (old === now) continue;
    const there = old && placeNow(after, old);
    if (there && isReadAlike(old, there.message)) {
      const to = keyOf(after, there);
      if (to !== key) moved.push([key, to]);
      continue;
    }
    const followed =
      now?.bytes && old && isReadAlike(old, now)
        ? texts.follow(key, decode(now.bytes, readingOf(now)))
        : undefined;
    const dropped = followed ? undefined : texts.drop(key);
    parts.push(...(followed?.parts ?? []), ...(dropped ? [dropped] : []));
    if (followed) fates.push(followed.fate);
  }
  if (moved.length > 0) {
    texts.move(moved);
    parts.push({ kind: 'moved', keys: moved });
  }
  const fate = fates.find((one) => one === 'broken') ?? fates.find((one) => one === 'put aside');
  return { parts, ...(fate && { fate }) };
}

const isReadAlike = (a: Message, b: Message): boolean => a.readAs?.doctype === b.readAs?.doctype;

/** Where a message went, with the very bytes it had. */
const placeNow = (conversation: Conversation, message: Message): PlacedMessage | undefined =>
  messagesOf(conversation).find(
    (one) => one.message === message || (message.bytes && one.message.bytes === message.bytes),
  );
