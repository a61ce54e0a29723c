import { words } from '#words/share.ts';
import type { Conversation } from '../conversation/index.ts';
import { personalIn, personalWords } from '../share/index.ts';
import type { Banner } from '../state/index.ts';

/** What is told when a conversation leaves the page in some form; nothing where there is nothing about people in it. */
export function personalNotice(conversation: Conversation, redact: () => void): Banner | undefined {
  const personal = personalWords(personalIn(conversation));
  if (personal === '') return undefined;
  return { tone: 'note', text: words.handedOn(personal), action: { label: words.redactIt, act: redact } };
}
