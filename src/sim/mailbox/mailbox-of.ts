import { removeFolder } from './mailbox.ts';
import { newMailbox, type Filling } from './new-mailbox.ts';
import { FOLDER, type Mailbox } from './types.ts';

const MAIL: readonly number[] = [FOLDER.inbox, FOLDER.drafts, FOLDER.deleted, FOLDER.sent, FOLDER.outbox];

/** The mailbox a run begins with. @param folders `mail`: the five folders of the case, and no others */
export function mailboxOf(filling: Filling, folders: 'all' | 'mail'): Mailbox {
  const all = newMailbox(filling);
  if (folders === 'all') return all;
  return all.folders
    .filter(({ type }) => !MAIL.includes(type))
    .reduce((mailbox, { id }) => removeFolder(mailbox, id), all);
}
