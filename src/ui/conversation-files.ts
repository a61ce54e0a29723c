import { conversationToJson, type Conversation, type MessagePlace } from '../conversation/index.ts';
import {
  conversationFileName,
  conversationMarkdown,
  exportFileName,
  fixtureJson,
  htmlReport,
  messageReports,
} from '../export/index.ts';
import type { Copier } from './copier.ts';

/** What a whole conversation can be saved as. */
export type ConversationFile = 'conversation' | 'fixture' | 'html' | 'markdown';

/** What wrote a report or a file. */
export const PAGE = 'WBXML Playground';
/** Characters of a link that a report still carries; a longer one would be most of it. */
const LONGEST_LINK = 14_000;

/** Saves a conversation in a form. */
export async function saveConversationAs(
  file: ConversationFile,
  conversation: Conversation,
  copier: Copier,
): Promise<void> {
  const { title } = conversation;
  switch (file) {
    case 'conversation':
      copier.save(conversationFileName(title), conversationToJson(conversation), 'application/json');
      return;
    case 'fixture':
      copier.save(exportFileName(title, 'fixture.json'), fixtureJson(conversation, PAGE), 'application/json');
      return;
    case 'html':
      copier.save(exportFileName(title, 'report.html'), htmlReport(conversation, PAGE), 'text/html');
      return;
    case 'markdown':
      copier.save(exportFileName(title, 'report.md'), await markdownOf(conversation), 'text/markdown');
      return;
    default:
      file satisfies never;
  }
}

/** A conversation in Markdown, with a link that carries it where that is short enough. */
export async function markdownOf(conversation: Conversation): Promise<string> {
  const link = await reportLink(conversation);
  return conversationMarkdown(conversation, messageReports(conversation), {
    page: PAGE,
    ...(link && { link }),
  });
}

/** A link that carries a conversation; empty where it is too long for a report. */
export async function reportLink(conversation: Conversation, message?: MessagePlace): Promise<string> {
  const { toLink } = await import('../share/index.ts');
  const link = `${location.href.replace(/#.*$/, '')}${await toLink(conversation, message && { message })}`;
  return link.length <= LONGEST_LINK ? link : '';
}
