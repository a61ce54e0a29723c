import { words } from '#words/message-dialogs.ts';
import {
  messageAt,
  messagesOf,
  otherSide,
  replaceMessage,
  type Conversation,
  type Message,
  type NewExchange,
  type Side,
} from '../../conversation/index.ts';
import { onOwnSides } from '../../doctor/index.ts';
import { readPaste, type Candidate } from '../../intake/index.ts';
import { xmlToBytes, XmlError } from '../../xml/index.ts';

/** What a person pasted, as exchanges; none where there is nothing in it. */
export interface PastedExchanges {
  exchanges: readonly NewExchange[];
  /** Whether it says whose the messages are. */
  sideKnown: boolean;
  /** What it was taken for, and why. */
  why: string;
}

/** The exchanges in what was pasted, in order. */
export function exchangesIn(text: string): PastedExchanges {
  const candidates = readPaste(text);
  const found = candidates.find(({ conversation }) => conversation.exchanges.length > 0);
  if (!found) {
    return { exchanges: [], sideKnown: false, why: candidates[0]?.why ?? words.nothingToRead };
  }
  try {
    const { sideKnown, why } = found;
    const read = withXml(found);
    return { exchanges: (sideKnown ? read : onOwnSides(read)).exchanges, sideKnown, why };
  } catch (error) {
    if (error instanceof XmlError) return { exchanges: [], sideKnown: false, why: error.message };
    throw error;
  }
}

/** The conversation of a reading, the bytes of its XML included. */
function withXml({ conversation, xml, xmlOf = { exchange: 0, side: 'response' } }: Candidate): Conversation {
  if (xml === undefined) return conversation;
  const message = { ...messageAt(conversation, xmlOf), bytes: xmlToBytes(xml) };
  return replaceMessage(conversation, xmlOf, message);
}

/** The first message of a side, or the first at all where nothing says whose it is; without what was said of its side. */
export function oneMessage({ exchanges, sideKnown }: PastedExchanges, side: Side): Message | undefined {
  const all = messagesOf(asConversation(exchanges));
  const found = all.find((each) => each.side === side) ?? (sideKnown ? undefined : all[0]);
  if (!found) return undefined;
  const { readAs: _, sideTold: _told, ...message } = found.message;
  return message;
}

/** The exchanges with lone messages put on a side. */
export function onSide(exchanges: readonly NewExchange[], side: Side): NewExchange[] {
  return exchanges.map((exchange) => {
    const other = exchange[otherSide(side)];
    if (!other || exchange[side]) return exchange;
    const { [otherSide(side)]: _, ...rest } = exchange;
    return { ...rest, [side]: { ...other, readAs: { ...other.readAs, side } } };
  });
}

const asConversation = (exchanges: readonly NewExchange[]): Conversation => ({
  format: 1,
  title: '',
  exchanges: exchanges.map((exchange, i) => ({ ...exchange, id: String(i) })),
});
