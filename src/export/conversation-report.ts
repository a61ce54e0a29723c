import type { Conversation, Side } from '../conversation/index.ts';
import { fixtureJson } from './fixture.ts';
import { htmlReport } from './html-report.ts';
import { messageReports, type Judged } from './message-report.ts';
import { conversationMarkdown, reportMarkdown } from './report.ts';

/** What a conversation can be told in: `message` is Markdown of one of its messages. */
export type ReportForm = 'fixture' | 'html' | 'markdown' | 'message';

/** What is to be written; all of it can be sent between threads. */
export interface ReportOrder {
  conversation: Conversation;
  form: ReportForm;
  /** What writes it: 'WBXML Playground'. */
  page: string;
  /** The whole address that opens it, for Markdown. */
  link?: string;
  /** Of the one message: that of this side of the first exchange. */
  side?: Side;
  /** What was found out about each message, in the order of `messagesOf`; used where it is known of all. */
  known?: readonly (Judged | undefined)[];
}

/** The text of a report or a fixture. */
export function conversationReport({ conversation, form, page, link, side, known }: ReportOrder): string {
  const ends = { page, ...(link && { link }) };
  switch (form) {
    case 'fixture':
      return fixtureJson(conversation, page, known);
    case 'html':
      return htmlReport(conversation, page, known);
    case 'markdown':
      return conversationMarkdown(conversation, messageReports(conversation, false, known), ends);
    case 'message': {
      const one = messageReports(conversation, false, known).find((each) => each.side === side);
      if (!one) return '';
      const { title, facts, findings, listing } = one;
      return reportMarkdown({ title, facts, findings, ...(listing !== undefined && { listing }), ...ends });
    }
    default:
      return form satisfies never;
  }
}

/** What was found out, without what a report does not tell: what is sent to whoever writes it is less. */
export const toldOf = ({ body, context, findings, checks }: Judged): Judged => ({
  body,
  context,
  checks,
  findings: findings.map(({ fix: _, related: _also, ...told }) => told),
});
