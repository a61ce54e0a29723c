import type { Exchange, Message, Side } from '../conversation/index.ts';
import type { Candidate, PasteKind } from './types.ts';

/** Readings that put messages on a side although no word says whose they are, or that carry what a page knew of them. */
const WITHOUT_WORDS: readonly PasteKind[] = ['carried', 'fixture', 'report'];

/**
 * A reading whose words say whose its messages are, with that said of each, so that whoever has the conversation alone
 * knows it, too. HTTP says it by itself.
 */
export function withSidesTold(candidate: Candidate): Candidate {
  const { conversation, sideKnown, kind } = candidate;
  if (!sideKnown || WITHOUT_WORDS.includes(kind)) return candidate;
  const exchanges = conversation.exchanges.map((exchange): Exchange => {
    const { request, response } = exchange;
    return {
      ...exchange,
      ...(request && { request: toldToBe(request, 'request') }),
      ...(response && { response: toldToBe(response, 'response') }),
    };
  });
  return { ...candidate, conversation: { ...conversation, exchanges } };
}

function toldToBe(message: Message, side: Side): Message {
  const { method, url, status } = message.http ?? {};
  const saysItself = method !== undefined || url !== undefined || status !== undefined;
  return saysItself ? message : { ...message, sideTold: side };
}
