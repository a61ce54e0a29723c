import { expect, test } from 'vitest';
import {
  conversationFromJson,
  conversationToJson,
  LIMITS,
  type Conversation,
} from '../conversation/index.ts';
import { copyOf } from './copy-of.ts';

test.each([
  { length: 0, copied: ' (copy)'.length },
  { length: LIMITS.title - 7, copied: LIMITS.title },
  { length: LIMITS.title - 6, copied: LIMITS.title },
  { length: LIMITS.title, copied: LIMITS.title },
])('a copy of a title of $length characters says that it is one, and can be read', ({ length, copied }) => {
  const title = 'T'.repeat(length);
  const conversation: Conversation = { format: 1, title, exchanges: [] };
  const copy = copyOf({ conversation, view: { exchange: 0, side: 'request' }, texts: [] }, title);
  expect(copy.conversation.title).toMatch(/^T* \(copy\)$/);
  expect(copy.conversation.title).toHaveLength(copied);
  expect(conversationFromJson(conversationToJson(copy.conversation)).ok).toBe(true);
});
