import type { Message } from '../../conversation/index.ts';
import { headerOf, versionBit } from '../../eas/index.ts';
import type { Node } from '../message/tree.ts';
import type { Reading } from '../reading/judge.ts';
import { treeAnswer } from './answer.ts';
import { takeJob } from './job-reply.ts';
import { takeProvision } from './provision-reply.ts';
import { NO_ANSWER, failure, policyWhy, wantsPolicy } from './refusal.ts';
import type { Turn } from './turn.ts';
import type { Pending } from './types.ts';
import { withWanted } from './wanted.ts';

/** What a phone does about a reply to anything but Sync and Ping, or about getting none. */
export function takeReply(
  turn: Turn,
  pending: Pending,
  reply: Message | undefined,
  reading: Reading | undefined,
): void {
  const root = reading?.tree?.root;
  switch (pending.command) {
    case 'OPTIONS':
      takeOptions(turn, reply, reading);
      return;
    case 'Provision':
      takeProvision(turn, reply, reading, root);
      return;
    case 'FolderSync':
      takeTree(turn, reply, reading, root);
      return;
    case 'Settings':
      takeSettings(turn, reply, reading, root);
      return;
    default:
      takeJob(turn, pending, reply, reading, root);
  }
}

function takeOptions(turn: Turn, reply: Message | undefined, reading: Reading | undefined): void {
  const { retrySeconds } = turn.profile.parameters;
  if (reply?.http?.status === 401) {
    turn.take('C03', 'HTTP 401: name or password is wrong.', { shows: 'Enter Password' });
    turn.rest(retrySeconds, 'It waits for its owner.');
    return;
  }
  const offered = (headerOf(reply?.http, 'MS-ASProtocolVersions') ?? '')
    .split(',')
    .map((each) => each.trim());
  const both = turn.profile.versions.filter((version) => offered.includes(version));
  const version = both.reduce((best, each) => (versionBit(each) > versionBit(best) ? each : best), '');
  if (!reply || (reply.http?.status ?? 200) !== 200) {
    turn.take('C52', reply ? (reading?.judgement.why ?? NO_ANSWER) : NO_ANSWER);
    turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  if (version === '') {
    const why =
      offered[0] === '' ? 'No version is offered.' : `None of ${offered.join(', ')} is known to it.`;
    turn.take('C04', why);
    return;
  }
  turn.take('C02', `${version} is the highest that both know.`, { account: 'C-PRE', version });
}

/** Goes for a policy first where the server wants that. @returns whether it does */
function goesForPolicy(turn: Turn, reply: Message | undefined, root: Node | undefined): boolean {
  if (!wantsPolicy(reply, root)) return false;
  const { account } = turn.state;
  const row = account === 'C-PRE' ? 'C05' : account === 'C-HIER0' ? 'C73' : 'C55';
  turn.take(row, policyWhy(reply, root), { account: 'C-PROV1' });
  return true;
}

function takeSettings(
  turn: Turn,
  reply: Message | undefined,
  reading: Reading | undefined,
  root: Node | undefined,
): void {
  const { account } = turn.state;
  const { retrySeconds } = turn.profile.parameters;
  if (goesForPolicy(turn, reply, root)) return;
  const failed = failure(reply, reading);
  if (failed !== undefined) {
    const row = account === 'C-PRE' ? 'C52' : account === 'C-HIER0' ? 'C75' : 'C54';
    turn.take(row, failed);
    turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  const done = { settingsDone: true };
  if (account === 'C-PRE') {
    turn.take('C06', 'Settings is answered: no policy is wanted.', { ...done, account: 'C-HIER0' });
  } else if (account === 'C-HIER0') turn.take('C74', 'The server knows what phone this is.', done);
  else turn.take('C61', 'The server knows what phone this is.', done);
}

function takeTree(
  turn: Turn,
  reply: Message | undefined,
  reading: Reading | undefined,
  root: Node | undefined,
): void {
  const { account } = turn.state;
  const { retrySeconds } = turn.profile.parameters;
  if (goesForPolicy(turn, reply, root)) return;
  const failed = failure(reply, reading);
  if (failed !== undefined) {
    const unusable = reply?.http?.status === 200 || reply?.http?.status === undefined;
    const row =
      account === 'C-HIER0' ? 'C12' : account === 'C-TREE' ? 'C54' : unusable && reply ? 'C72' : 'C52';
    turn.take(row, failed);
    // A reply that says nothing is asked for again at once; an error or silence takes its time.
    if (!reply || !unusable) turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  const answer = treeAnswer(root);
  if (answer.status === '9' || answer.status === '12') {
    const change = { treeKey: '0', account: 'C-HIER0', treeDue: false } as const;
    if (account === 'C-TREE') turn.take('C13', `Status ${answer.status}: from the beginning.`, change);
    else turn.take('C12', `Status ${answer.status}.`);
    return;
  }
  if (answer.status !== '1') {
    turn.take(
      account === 'C-HIER0' ? 'C12' : account === 'C-TREE' ? 'C54' : 'C72',
      `Status ${answer.status}.`,
    );
    turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  if (account === 'C-PRE') {
    turn.take('C06', 'FolderSync is answered: no policy is wanted.', { account: 'C-HIER0' });
  }
  keepTree(turn, answer);
}

function keepTree(turn: Turn, { key, added, removed }: ReturnType<typeof treeAnswer>): void {
  const isNew = turn.state.account === 'C-HIER0';
  if (isNew && added.length === 0) {
    turn.take('C12', 'The tree is empty.');
    return;
  }
  const gone = new Set(isNew ? turn.state.folders.map(({ id }) => id) : removed);
  const fresh = new Map(added.map((folder) => [folder.id, folder]));
  const kept = turn.state.folders
    .filter(({ id }) => !gone.has(id) || fresh.has(id))
    .map((folder) => fresh.get(folder.id) ?? folder);
  const known = new Set(kept.map(({ id }) => id));
  const folders = [...kept, ...added.filter(({ id }) => !known.has(id))];
  const why = isNew
    ? `${added.length} folders, under key ${key}.`
    : `${added.length} folders new or changed, ${removed.length} gone; the key is ${key}.`;
  turn.take(isNew ? 'C11' : 'C53', why, { account: 'C-TREE', treeKey: key, treeDue: false, folders });
  const start = withWanted(turn.state);
  turn.set(start.phone);
  for (const folder of start.started) {
    turn.taken.push({
      machine: 'phone',
      row: 'C14',
      why: 'It is one of the folders that are kept on the phone.',
      folder,
      before: 'C-TREE',
      after: 'K0',
    });
  }
  for (const folder of start.gone) turn.take('C70', `Folder ${folder} is no longer there.`);
}
