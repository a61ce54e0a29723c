import type { Conversation, Message, Side } from '../conversation/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { inspect, worstFirst } from './examination.ts';
import type { Finding } from './types.ts';

export interface ExamineOptions {
  /** Gives a message that the caller has read already; read here where it gives nothing. */
  decoded?: (message: Message) => Decoded | undefined;
}

/**
 * Examines every message of a conversation.
 * @returns findings, worst first, then by place. Never throws, whatever the bytes.
 */
export function examine(conversation: Conversation, options: ExamineOptions = {}): Finding[] {
  const findings = conversation.exchanges.flatMap((entry, exchange) => {
    const of = (side: Side, message: Message | undefined, partner: Message | undefined): Finding[] =>
      message ? inspect(message, { exchange, side, partner }, options.decoded?.(message)).findings : [];
    return [
      ...of('request', entry.request, entry.response),
      ...of('response', entry.response, entry.request),
    ];
  });
  return findings.sort(worstFirst);
}
