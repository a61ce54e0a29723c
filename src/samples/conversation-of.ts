import { conversationFromValue, type Conversation } from '../conversation/index.ts';

/** The conversation of a sample's file. Samples are tested: one that cannot be read is a fault of ours. */
export function conversationOf(value: unknown): Conversation {
  const read = conversationFromValue(value);
  if (!read.ok) throw new Error(read.problem.text);
  return read.value;
}
