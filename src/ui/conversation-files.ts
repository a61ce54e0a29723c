import { conversationToJson, type Conversation, type MessagePlace } from '../conversation/index.ts';
import { conversationFileName, exportFileName } from '../export/index.ts';
import type { PageState } from '../state/index.ts';
import type { Copier } from './copier.ts';
import { writtenReport } from './written-report.ts';

/** What a whole conversation can be saved as. */
export type ConversationFile = 'conversation' | 'fixture' | 'html' | 'markdown';

/** Characters of a link that a report still carries; a longer one would be most of it. */
const LONGEST_LINK = 14_000;

/** Ends of the names of files, and what is in them. */
const REPORTS = {
  fixture: { ending: 'fixture.json', type: 'application/json' },
  html: { ending: 'report.html', type: 'text/html' },
  markdown: { ending: 'report.md', type: 'text/markdown' },
} as const;

/** Saves a conversation in a form. @returns false where nothing came of it */
export async function saveConversationAs(
  file: ConversationFile,
  conversation: Conversation,
  page: PageState,
  copier: Copier,
): Promise<boolean> {
  const { title } = conversation;
  if (file === 'conversation') {
    copier.save(conversationFileName(title), conversationToJson(conversation), 'application/json');
    return true;
  }
  const text =
    file === 'markdown'
      ? await markdownOf(conversation, page)
      : await writtenReport(page, { conversation, form: file });
  if (text === undefined) return false;
  const { ending, type } = REPORTS[file];
  copier.save(exportFileName(title, ending), text, type);
  return true;
}

/** A conversation in Markdown, with a link that carries it where that is short enough; `undefined` where it was ended. */
export async function markdownOf(conversation: Conversation, page: PageState): Promise<string | undefined> {
  const link = await reportLink(conversation);
  return writtenReport(page, { conversation, form: 'markdown', link });
}

/** A link that carries a conversation; empty where it is too long for a report. */
export async function reportLink(conversation: Conversation, message?: MessagePlace): Promise<string> {
  const { toLink } = await import('../share/index.ts');
  const link = `${location.href.replace(/#.*$/, '')}${await toLink(conversation, message && { message })}`;
  return link.length <= LONGEST_LINK ? link : '';
}
