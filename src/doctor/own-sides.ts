import type { Conversation, Exchange, Message, Side } from '../conversation/index.ts';
import { LIMITS, readingOf } from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';
import { Halves, placeOf } from './context.ts';

/** Bytes of a message that are read for its side: what tells the sides apart stands near the top. */
const HEAD = 16 * 1024;

/** How the sentences of a note begin that are about a reply. */
const REPLY = /(^|\. )Reply: /g;

const placeAlone = (message: Message) => {
  const { bytes } = message;
  const decoded = bytes?.length ? decode(bytes.subarray(0, HEAD), readingOf(message)) : undefined;
  return placeOf(new Halves(message), 'response', decoded);
};

/** The side that a message by itself reads as; `response` where nothing in it tells. */
export const sideAlone = (message: Message): Side => placeAlone(message).side.value;

/**
 * A conversation in which nothing said whose the messages are, so that each was put down as a response, with each on the
 * side it reads as; a reply that comes next after a request of its command is that one's.
 */
export function onOwnSides(conversation: Conversation): Conversation {
  const exchanges: Exchange[] = [];
  /** The command of the request before, where that waits for its reply. */
  let asked: string | undefined;
  for (const exchange of conversation.exchanges) {
    const { request, response, note, ...rest } = exchange;
    const place = !request && response ? placeAlone(response) : undefined;
    const command = place?.command?.value;
    const last = exchanges.at(-1);
    if (place?.side.value === 'request' && response) {
      const turned = note?.replace(REPLY, '$1Request: ');
      exchanges.push({ ...rest, ...(turned !== undefined && { note: turned }), request: response });
      asked = command;
    } else if (last && response && asked !== undefined && asked === command) {
      const both = [last.note, note].filter((one) => one !== undefined).join(' ');
      const kept = both !== '' && both.length <= LIMITS.note ? { note: both } : {};
      exchanges[exchanges.length - 1] = { ...last, ...kept, response };
      asked = undefined;
    } else {
      exchanges.push(exchange);
      asked = undefined;
    }
  }
  const isSame =
    exchanges.length === conversation.exchanges.length &&
    exchanges.every((one, i) => one === conversation.exchanges[i]);
  if (isSame) return conversation;
  return { ...conversation, exchanges: exchanges.map((exchange, i) => ({ ...exchange, id: String(i + 1) })) };
}
