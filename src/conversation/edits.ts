import { joined } from '../bytes/index.ts';
import { messageAt, type MessagePlace } from './places.ts';
import type { Conversation, Exchange, Message, Place, Side } from './types.ts';

/** A splice: `bytes` stand for what the place spans. An empty span inserts, no bytes delete. */
export interface Edit {
  place: Place;
  bytes: Uint8Array;
}

/**
 * Applies splices at once. All places are those of the conversation before any edit. Edits of one message do
 * not overlap; they may touch, and insertions at one offset stand in the order given.
 * @returns a new conversation; what no edit touches is the same object as before
 * @throws RangeError where a place lies outside its message or edits overlap: a fault of whoever made them
 */
export function applyEdits(conversation: Conversation, edits: readonly Edit[]): Conversation {
  const ofMessage = new Map<string, Edit[]>();
  for (const edit of edits) {
    const key = `${edit.place.exchange} ${edit.place.side}`;
    const group = ofMessage.get(key);
    if (group) group.push(edit);
    else ofMessage.set(key, [edit]);
  }
  const replaced = [...ofMessage.values()].flatMap((group) => {
    const place = group[0]?.place;
    return place ? [{ ...place, bytes: splice(bytesAt(conversation, place), group) }] : [];
  });
  return replaceAllBytes(conversation, replaced);
}

function bytesAt(conversation: Conversation, place: Place): Uint8Array {
  const message = messageAt(conversation, place);
  if (!message) throw new RangeError(`No ${place.side} in exchange ${place.exchange}`);
  return message.bytes ?? new Uint8Array(0);
}

function splice(bytes: Uint8Array, edits: readonly Edit[]): Uint8Array {
  const inOrder = [...edits].sort((a, b) => a.place.start - b.place.start || a.place.end - b.place.end);
  const parts: Uint8Array[] = [];
  let at = 0;
  for (const { place, bytes: inserted } of inOrder) {
    const { start, end } = place;
    if (!(start >= at && end >= start && end <= bytes.length)) {
      throw new RangeError(
        `Edit of bytes ${start} to ${end}: overlaps another or lies outside ${bytes.length}`,
      );
    }
    parts.push(bytes.subarray(at, start), inserted);
    at = end;
  }
  parts.push(bytes.subarray(at));
  return joined(parts);
}

/** The conversation with other bytes in one message, which must be there; its HTTP facts stay. */
export function replaceBytes(
  conversation: Conversation,
  place: MessagePlace,
  bytes: Uint8Array,
): Conversation {
  return replaceAllBytes(conversation, [{ ...place, bytes }]);
}

/**
 * The conversation with other bytes in messages; their HTTP facts stay.
 * @returns a new conversation; without any, the very one
 * @throws RangeError where there is no such exchange: a fault of the caller
 */
export function replaceAllBytes(
  conversation: Conversation,
  replaced: readonly (MessagePlace & { readonly bytes: Uint8Array })[],
): Conversation {
  if (replaced.length === 0) return conversation;
  const exchanges = [...conversation.exchanges];
  for (const { exchange, side, bytes } of replaced) {
    const before = exchanges[exchange];
    if (!before) throw new RangeError(`No exchange ${exchange}`);
    exchanges[exchange] = withMessage(before, side, { ...before[side], bytes });
  }
  return { ...conversation, exchanges };
}

/**
 * The conversation with another message at a place; without one where `message` is `undefined`.
 * @throws RangeError where there is no such exchange: a fault of the caller
 */
export function replaceMessage(
  conversation: Conversation,
  place: MessagePlace,
  message: Message | undefined,
): Conversation {
  const before = conversation.exchanges[place.exchange];
  if (!before) throw new RangeError(`No exchange ${place.exchange}`);
  const exchanges = [...conversation.exchanges];
  exchanges[place.exchange] = withMessage(before, place.side, message);
  return { ...conversation, exchanges };
}

function withMessage(exchange: Exchange, side: Side, message: Message | undefined): Exchange {
  const after = { ...exchange };
  if (message) after[side] = message;
  else delete after[side];
  return after;
}
