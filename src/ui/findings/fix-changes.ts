import {
  applyEdits,
  messageAt,
  messagesOf,
  type Conversation,
  type Message,
  type MessagePlace,
  readingOf,
} from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import type { Fix } from '../../doctor/index.ts';
import { listingRows, type Listing } from '../../explain/index.ts';
import { fixPreview, type PreviewRow } from './fix-preview.ts';

/** What a fix does to one message. Sizes in bytes. */
export interface FixChange {
  place: MessagePlace;
  message: Message | undefined;
  rows: PreviewRow[];
  was: number;
  becomes: number;
}

/** What a fix does, message by message; mostly it is one. */
export function fixChanges(conversation: Conversation, fix: Fix): FixChange[] {
  const after = applyEdits(conversation, fix.edits);
  return messagesOf(conversation).flatMap(({ message, exchange, side }) => {
    const place = { exchange, side };
    const edits = fix.edits.filter((edit) => edit.place.exchange === exchange && edit.place.side === side);
    if (edits.length === 0) return [];
    const before = listingOf(message);
    const then = listingOf(messageAt(after, place));
    const was = before.decoded.bytes.length;
    const becomes = then.decoded.bytes.length;
    return [{ place, message, rows: fixPreview(before, then, edits), was, becomes }];
  });
}

function listingOf(message: Message | undefined): Listing {
  return listingRows(decode(message?.bytes ?? new Uint8Array(), readingOf(message ?? {})));
}
