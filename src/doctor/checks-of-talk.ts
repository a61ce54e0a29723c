import { messagesOf, type Conversation, type MessagePlace } from '../conversation/index.ts';
import { examineAll } from './examine.ts';
import { examineTalk } from './examine-talk.ts';
import type { Check } from './types.ts';
import { Whole } from './whole.ts';

/**
 * What was asked of a conversation: of each message alone, in its exchange and in the conversation, in the order of
 * the timeline; of one message where a place is given.
 */
export function checks(conversation: Conversation, place?: MessagePlace): Check[] {
  const places = messagesOf(conversation);
  const known = examineAll(conversation);
  const whole = new Whole(places, known, examineTalk(conversation, known));
  return (place ? [place] : places).flatMap((one) => whole.of(one)?.checks ?? []);
}
