import {
  messageAt,
  object,
  oneOf,
  wholeNumber,
  type Conversation,
  type MessagePlace,
} from '../conversation/index.ts';

/** What a link shows when it is opened; anything absent is left to the page. */
export interface View {
  /** The message on show: an index into the exchanges, and a side. */
  message?: MessagePlace;
  /** Bytes of that message, half-open. */
  selection?: { start: number; end: number };
}

const MOST = 0xffff_ffff;
const number = wholeNumber(0, MOST);

/** A view from outside. Fields that this build does not know are let be: those of an older page or of a newer one. */
export const checkView = object({
  message: object({ exchange: number, side: oneOf('request', 'response') }, ['exchange', 'side']),
  selection: object({ start: number, end: number }, ['start', 'end']),
});

/** The view without what points outside the conversation. */
export function fittingView(view: View, conversation: Conversation): View {
  const { message, selection, ...rest } = view;
  const shown = message && messageAt(conversation, message);
  if (!message || !shown) return rest;
  const fits = selection && selection.start <= selection.end && selection.end <= (shown.bytes?.length ?? 0);
  return fits ? { ...rest, message, selection } : { ...rest, message };
}
