import {
  messagesOf,
  messageTitle,
  otherSide,
  messageAt,
  type Conversation,
  type PlacedMessage,
} from '../../conversation/index.ts';
import { contextOf } from '../../doctor/index.ts';

/** A message that another can be compared with. */
export interface Reference extends PlacedMessage {
  title: string;
  command: string | undefined;
}

/** The messages of a conversation that have bytes, in its order. */
export function referencesIn(conversation: Conversation): Reference[] {
  return messagesOf(conversation).flatMap(({ message, exchange, side }, i) => {
    if (!message.bytes?.length) return [];
    const partner = messageAt(conversation, { exchange, side: otherSide(side) });
    const command = contextOf(message, side, partner).command?.value;
    return [{ message, exchange, side, command, title: `${i + 1}. ${messageTitle(message, side, command)}` }];
  });
}

/** What a reference should be like. */
export interface Wanted {
  command: string | undefined;
  side: Reference['side'];
  /** Bytes. */
  size: number;
}

/** Samples with messages of real servers, as they were recorded or published; the best known first. */
export const REAL_SERVERS: readonly string[] = [
  'exchange-sync-reply',
  'exchange-sync-request',
  'zpush-14-1',
  'sogo-14-1',
];

/** True for a message of the same command, going the same way. */
export const fits = ({ command, side }: Reference, wanted: Wanted): boolean =>
  command !== undefined && command === wanted.command && side === wanted.side;

/** The reference that is most like a message: its command and side, and its size. −1 where there is none at all. */
export function nearest(references: readonly Reference[], wanted: Wanted): number {
  let best = -1;
  let least = Infinity;
  references.forEach(({ command, side, message }, i) => {
    const other = (command === wanted.command ? 0 : 2) + (side === wanted.side ? 0 : 1);
    const far = other * 1e9 + Math.abs((message.bytes?.length ?? 0) - wanted.size);
    if (far < least) [best, least] = [i, far];
  });
  return best;
}
