import { applyEditsWithLength, type Conversation } from '../conversation/index.ts';
import type { Finding } from './types.ts';

/**
 * The conversation with a finding's fix in it; the same one where the finding has none. What was given stays as it is.
 * @param finding of this very conversation: places are those before any edit
 */
export const applyFix = (conversation: Conversation, { fix }: Finding): Conversation =>
  fix ? applyEditsWithLength(conversation, fix.edits) : conversation;
