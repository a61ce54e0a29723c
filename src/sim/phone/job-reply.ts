import type { Message } from '../../conversation/index.ts';
import { FOLDER } from '../mailbox/types.ts';
import { all, child, textAt, type Node } from '../message/tree.ts';
import type { Reading } from '../reading/judge.ts';
import { failure, policyWhy, wantsPolicy } from './refusal.ts';
import type { Turn } from './turn.ts';
import type { Job, Pending } from './types.ts';

/** What a phone does about a reply to a mail, a move, an answer or a fetch, or about getting none. */
export function takeJob(
  turn: Turn,
  pending: Pending,
  reply: Message | undefined,
  reading: Reading | undefined,
  root: Node | undefined,
): void {
  const { retrySeconds } = turn.profile.parameters;
  const [job, ...jobs] = turn.state.jobs;
  if (!job) return;
  if (wantsPolicy(reply, root)) {
    turn.take('C55', policyWhy(reply, root), { account: 'C-PROV1' });
    return;
  }
  const failed = failure(reply, reading) ?? noWordOfMail(job, root);
  if (failed !== undefined) {
    turn.take('C64', failed, { shows: job.kind === 'mail' ? 'Cannot Send Mail' : turn.state.shows });
    turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  const due = (...folders: readonly string[]): void => {
    for (const folder of folders) turn.change(folder, { due: true });
  };
  switch (job.kind) {
    case 'mail': {
      const status = root ? textAt(root, 'ComposeMail:Status') : undefined;
      // 118 says that it was sent before: the answer to that was lost.
      if (status === undefined || status === '118') turn.take('C63', `${pending.command}: sent.`, { jobs });
      else turn.take('C65', `${pending.command} Status ${status}.`, { jobs, shows: 'Cannot Send Mail' });
      return;
    }
    case 'move': {
      const response = child(root, 'Move:Response');
      const status = textAt(response, 'Move:Status') ?? '';
      if (status === '3') {
        turn.take('C63', 'MoveItems Status 3: moved.', { jobs });
        moveLocally(turn, job.item.folder, job.item.id, job.to, textAt(response, 'Move:DstMsgId') ?? '');
      } else turn.take('C65', `MoveItems Status ${status}: the item stays where it is.`, { jobs });
      due(job.item.folder, job.to);
      return;
    }
    case 'answer': {
      const result = child(root, 'MeetingResponse:Result');
      const status = textAt(result, 'MeetingResponse:Status') ?? '';
      turn.take(status === '1' ? 'C63' : 'C65', `MeetingResponse Status ${status}.`, { jobs });
      due(
        job.item.folder,
        ...turn.state.folders.filter(({ type }) => type === FOLDER.calendar).map(({ id }) => id),
      );
      return;
    }
    case 'open': {
      const fetched = all(child(root, 'ItemOperations:Response'), 'ItemOperations:Fetch')[0];
      const status = textAt(fetched, 'ItemOperations:Status') ?? textAt(root, 'ItemOperations:Status') ?? '';
      turn.take(status === '1' ? 'C63' : 'C65', `ItemOperations Status ${status}.`, { jobs });
      return;
    }
    default:
      job satisfies never;
  }
}

/** A mail that was sent is answered with nothing; a body without a Status says neither. @see MS-ASCMD 2.2.1.17 */
const noWordOfMail = ({ kind }: Job, root: Node | undefined): string | undefined =>
  kind === 'mail' && root && textAt(root, 'ComposeMail:Status') === undefined
    ? 'The body has no Status.'
    : undefined;

/** The item in its new folder, under its new id. */
function moveLocally(turn: Turn, from: string, id: string, to: string, newId: string): void {
  const source = turn.state.collections[from];
  const target = turn.state.collections[to];
  const item = source?.items.find((each) => each.id === id);
  if (!source || !item) return;
  turn.change(from, {
    items: source.items.filter((each) => each.id !== id),
    changes: source.changes.filter((change) => change.kind === 'add' || change.id !== id),
  });
  if (target && newId !== '') {
    turn.change(to, { items: [...target.items.filter((each) => each.id !== newId), { ...item, id: newId }] });
  }
}
