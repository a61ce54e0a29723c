import type { Conversation, Exchange, Message, Side } from '../conversation/index.ts';
import type { PasteProblem, PasteProblemCode } from './types.ts';

/**
 * Faults of a recording or of a paste by which bytes of a message are lost; a chunk or a packing that is wrong may have been
 * sent so.
 */
const LOSES: ReadonlySet<PasteProblemCode> = new Set([
  'cut-off',
  'not-printed',
  'missing-bytes',
  'lost-segments',
  'lost-characters',
  'unfinished',
  'odd-digit',
  'bad-digit',
  'out-of-range',
  'bad-base64',
  'bad-escape',
]);

type Lost = Pick<PasteProblem, 'code' | 'severity'>;

/** Whether bytes of a message are lost by a fault. */
export const losesBytes = ({ code, severity }: Lost): boolean => severity === 'error' && LOSES.has(code);

/** The exchange, with one of its messages as a part of what was sent. */
export function recordedInPart(exchange: Exchange, side: Side): Exchange {
  const message = exchange[side];
  return message?.bytes ? { ...exchange, [side]: { ...message, recorded: 'in part' } } : exchange;
}

/** What is said of a message that was read with these faults. */
export const recordedOf = (faults: readonly Lost[]): Pick<Message, 'recorded'> =>
  faults.some(losesBytes) ? { recorded: 'in part' } : {};

/** The conversation, where it holds one message that was read with these faults. */
export function withRecorded(conversation: Conversation, faults: readonly Lost[]): Conversation {
  const [first, second] = conversation.exchanges;
  if (!first || second || (first.request && first.response) || !faults.some(losesBytes)) return conversation;
  const side = first.request ? 'request' : 'response';
  return { ...conversation, exchanges: [recordedInPart(first, side)] };
}
