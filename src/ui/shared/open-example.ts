import type { Conversation } from '../../conversation/index.ts';
import type { View } from '../view.svelte.ts';

/** Opens an example in the place of what is on show; Back leads to it again. */
export function openExample({ page, narrow, looks }: View, conversation: Conversation): void {
  page.opener.openExample(conversation);
  if (narrow) looks.pane = 'bytes';
}
