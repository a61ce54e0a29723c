import { messageAt, replaceBytes, type Conversation, type MessagePlace } from '../../conversation/index.ts';
import { startFrom, type Candidate, type StartAt } from '../../intake/index.ts';

/**
 * Where a message begins inside the bytes it was found in: they end with it.
 * @returns `undefined` where it was edited since, so that they do not
 */
export function startOf({ whole }: StartAt, message: Uint8Array | undefined): number | undefined {
  if (!message || message.length > whole.length) return undefined;
  const offset = whole.length - message.length;
  return message.every((byte, i) => byte === whole[offset + i]) ? offset : undefined;
}

/**
 * The conversation with the message that begins at another byte, and what is said of it then.
 * @param offset what is outside the bytes is brought inside
 */
export function withStart(
  conversation: Conversation,
  at: MessagePlace,
  candidate: Candidate,
  offset: number,
): { conversation: Conversation; offset: number } {
  const moved = startFrom(candidate, offset);
  const [exchange] = moved.conversation.exchanges;
  const bytes = (exchange?.request ?? exchange?.response)?.bytes;
  if (!bytes || !moved.startAt || !messageAt(conversation, at)) return { conversation, offset };
  const isTitled = conversation.title === candidate.conversation.title;
  const title = isTitled ? moved.conversation.title : conversation.title;
  return { conversation: { ...replaceBytes(conversation, at, bytes), title }, offset: moved.startAt.offset };
}
