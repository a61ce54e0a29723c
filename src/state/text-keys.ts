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

/** Where messages stand, by their key; `undefined` where the exchange is not there. */
export function placesByKey({ exchanges }: Conversation): (key: string) => Where | undefined {
  const places = new Map<string, number>();
  exchanges.forEach(({ id }, i) => {
    if (!places.has(id)) places.set(id, i);
  });
  return (key) => {
    const space = key.indexOf(' ');
    const exchange = places.get(key.slice(space + 1));
    return exchange === undefined ? undefined : { exchange, side: key.slice(0, space) as Side };
  };
}

/** A message as it is read; one without bytes as an empty one. */
export const decodedOf = (message: Message): Decoded =>
  decode(message.bytes ?? new Uint8Array(), readingOf(message));

/** Messages by their key; `undefined` where one is not there. */
export function messagesByKey(conversation: Conversation): (key: string) => Message | undefined {
  const placeOf = placesByKey(conversation);
  return (key) => {
    const at = placeOf(key);
    return at && messageAt(conversation, at);
  };
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
  if (texts.keys.length === 0) return { parts };
  const [was, is] = [messagesByKey(before), messagesByKey(after)];
  for (const key of texts.keys) {
    const [old, now] = [was(key), is(key)];
    if (old === now) continue;
    const there = old && placeNow(after, old);
    if (there && isReadAlike(old, there.message)) {
      const to = keyOf(after, there);
      if (to !== key) moved.push([key, to]);
      continue;
    }
    const isAlike = old && now && isReadAlike(old, now);
    if (isAlike && !old.bytes && !now.bytes) continue; // all there is of it is the text
    const done =
      isAlike && now.bytes ? texts.follow(key, decode(now.bytes, readingOf(now))) : texts.drop(key);
    parts.push(...(done?.parts ?? []));
    if (done && now) fates.push(done.fate); // who takes the message away knows what becomes of its text
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
