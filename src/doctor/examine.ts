import { messageAt, messagesOf, otherSide, type Conversation, type Message } from '../conversation/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { examineTalk } from './examine-talk.ts';
import { examineMessage, type Examination } from './examination.ts';
import { withoutGrounds } from './grounds.ts';
import { neighbourVersions } from './neighbours.ts';
import type { Finding } from './types.ts';
import { worstFirst } from './worst-first.ts';

export interface ExamineOptions {
  /** Gives a message that the caller has read already; read here where it gives nothing. */
  decoded?: (message: Message) => Decoded | undefined;
}

/**
 * Examines every message of a conversation, its exchanges, and all of it together.
 * @returns findings, worst first, then by place. Never throws, whatever the bytes.
 */
export function examine(conversation: Conversation, options: ExamineOptions = {}): Finding[] {
  const known = examineAll(conversation, options);
  const found = known.flatMap(({ findings }) => findings);
  return withoutGrounds([...found, ...examineTalk(conversation, known)]).sort(worstFirst);
}

/** What is found out about each message, in the order of `messagesOf`. */
export function examineAll(conversation: Conversation, options: ExamineOptions = {}): Examination[] {
  const neighbours = neighbourVersions(conversation);
  return messagesOf(conversation).map(({ message, exchange, side }) => {
    const partner = messageAt(conversation, { exchange, side: otherSide(side) });
    const place = { exchange, side, partner, neighbours: neighbours[exchange] };
    return examineMessage(message, place, options.decoded?.(message));
  });
}
