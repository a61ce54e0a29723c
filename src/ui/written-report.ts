import { words } from '#words/copies.ts';
import { messageAt, messagesOf, type Conversation } from '../conversation/index.ts';
import { toldOf, type Judged, type ReportOrder } from '../export/index.ts';
import type { Banner, PageState } from '../state/index.ts';
import { inTurns } from '../worker/index.ts';

/** What wrote a report or a file. */
const PAGE = 'WBXML Playground';
/** Ms that a report may take before it is told: what is there sooner needs no words. */
const SOON = 150;
/** What a message costs besides its bytes, and how often these are read: by how large it is, it is done beside the page. */
const EACH = 4096;
const READ_ONCE = 2;
const UNDER_EVERY_VERSION = 8;

/**
 * Writes a report, beside the page where that takes long, and offers to end it then. What the page has found out about
 * the messages is not found out again.
 * @param from the exchange of the conversation on show that is the first of the report's
 * @returns `undefined` where a person ended it, or it could not be written, which is told
 */
export async function writtenReport(
  { core, notices, workspace }: PageState,
  order: Omit<ReportOrder, 'page' | 'known'>,
  from = 0,
): Promise<string | undefined> {
  const { conversation, form } = order;
  const known = await knownOf(workspace, conversation, from);
  const times = form === 'html' ? UNDER_EVERY_VERSION : READ_ONCE;
  const size = messagesOf(conversation).reduce(
    (sum, { message }) => sum + EACH + times * (message.bytes?.length ?? 0),
    0,
  );
  core.cancel('report'); // one that was asked for before is not waited for any more
  return new Promise((done) => {
    const act = (): void => core.cancel('report');
    const banner: Banner = { tone: 'note', text: words.writing, action: { label: words.cancel, act } };
    const timer = setTimeout(() => notices.show(banner), SOON);
    const end = (text?: string): void => {
      clearTimeout(timer);
      if (notices.banner === banner) notices.close();
      done(text);
    };
    const oncancel = (): void => {
      end();
      notices.say(words.cancelled);
    };
    const failed = (): void => {
      end();
      notices.refuse(words.notWritten);
    };
    core.run('report', { ...order, page: PAGE, known }, size, { oncancel }).then(end, failed);
  });
}

/** What is known of every message, where the conversation is the one on show, or a part of it, as it is now. */
async function knownOf(
  workspace: PageState['workspace'],
  conversation: Conversation,
  from: number,
): Promise<Judged[]> {
  const { examiner, revision } = workspace;
  const isKnown = (): boolean =>
    !examiner.pending && !examiner.isBehind && !examiner.stopped && revision === workspace.revision;
  const messages = messagesOf(conversation);
  const known: Judged[] = [];
  await inTurns(
    messages,
    ({ exchange, side, message }) => {
      const place = { exchange: exchange + from, side };
      const judged = messageAt(workspace.conversation, place) === message && examiner.of(place);
      if (judged) known.push(toldOf(judged));
    },
    isKnown,
  );
  return isKnown() && known.length === messages.length ? known : [];
}
