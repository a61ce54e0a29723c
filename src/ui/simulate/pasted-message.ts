import { words } from '#words/simulate.ts';
import { messageAt, messagesOf, type Message, type Side } from '../../conversation/index.ts';
import { readPaste, type Candidate } from '../../intake/index.ts';
import { xmlToBytes, XmlError } from '../../xml/index.ts';

/** What a person pasted, as one message; absent where there is none in it. */
export interface PastedMessage {
  message?: Message;
  /** What it was taken for, and why. */
  why: string;
}

/** The reply in what was pasted. */
export const replyIn = (text: string): PastedMessage => pasted(text, 'response');

/** The request in what was pasted. */
export const requestIn = (text: string): PastedMessage => pasted(text, 'request');

/** The first message of a side in the best reading that has one. */
function pasted(text: string, side: Side): PastedMessage {
  const candidates = readPaste(text);
  for (const candidate of candidates) {
    if (candidate.xml !== undefined) return fromText(candidate, candidate.xml);
    const all = messagesOf(candidate.conversation).filter(({ message }) => fits(message));
    // Bytes that say no side were put down as a response.
    const found = all.find((each) => each.side === side) ?? (candidate.sideKnown ? undefined : all[0]);
    if (found) return { message: withoutReading(found.message), why: candidate.why };
  }
  const [best] = candidates;
  if (!best || best.conversation.exchanges.length === 0) return { why: best?.why ?? words.nothingToRead };
  return { why: side === 'request' ? words.noRequestIn(best.why) : words.noReplyIn(best.why) };
}

function fromText({ conversation, xmlOf, why }: Candidate, xml: string): PastedMessage {
  try {
    const message = (xmlOf && messageAt(conversation, xmlOf)) ?? {};
    return { message: { ...withoutReading(message), bytes: xmlToBytes(xml) }, why };
  } catch (error) {
    if (error instanceof XmlError) return { why: error.message };
    throw error;
  }
}

/** Bytes, or at least an HTTP status that says something by itself. */
const fits = ({ bytes, http }: Message): boolean => bytes !== undefined || http?.status !== undefined;

/** Its side is where it is put now. */
function withoutReading({ readAs: _, sideTold: _told, recorded: _part, ...message }: Message): Message {
  return message;
}
