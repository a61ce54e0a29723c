import type { Message } from '../../conversation/index.ts';
import type { Judgement } from '../reading/judgement.ts';
import type { Reading } from '../reading/judge.ts';
import { reactionOf } from '../reading/reaction.ts';
import { syncAnswer, type SyncAnswer } from './answer.ts';
import { emptied, takeOver } from './store.ts';
import { withoutRepeat, type Turn } from './turn.ts';
import type { PhoneCollection } from './types.ts';

const POLICY = ['140', '141', '142', '143', '144'];
const PASSING = ['5', '16', '111'];

/** What a phone does about a reply to Sync, or about getting none. */
export function takeSync(
  turn: Turn,
  folder: string,
  request: Message,
  reply: Message | undefined,
  reading: Reading | undefined,
): void {
  const collection = turn.state.collections[folder];
  if (!collection) return;
  const waits = collection.state === 'K0-WAIT';
  const status = reply?.http?.status ?? 200;
  if (!reply || !reading) {
    if (waits) turn.takeFor(folder, 'C19', 'No answer came.', { state: 'K0' });
    else turn.takeFor(folder, 'C31', 'No answer came.', { repeat: request });
    return;
  }
  if (status === 449) {
    needPolicy(turn, folder, request, 'HTTP 449: a policy is wanted.', waits);
    return;
  }
  if (status !== 200) {
    httpError(turn, folder, request, status, waits);
    return;
  }
  const { judgement, tree } = reading;
  if (judgement.verdict === 'crashes') {
    turn.set({ shows: 'The app closes.' });
    if (waits) turn.takeFor(folder, 'C67', judgement.why, { state: 'K0' });
    else turn.takeFor(folder, 'C68', judgement.why, { repeat: request });
    return;
  }
  if (!judgement.goesOn) {
    notUnderstood(turn, folder, request, judgement, waits);
    return;
  }
  const answer = syncAnswer(tree, folder, turn.profile.reader);
  if (!tree || !answer.named) {
    if (answer.status !== '1') otherStatus(turn, folder, request, answer, waits);
    else {
      const why = tree ? 'The folder is left out: nothing changed.' : judgement.why;
      replace(turn, folder, done(collection, { due: false, sent: 0 }));
      turn.takeFor(folder, 'C23', why, { state: 'IDLE' });
    }
    return;
  }
  if (answer.status !== '1') otherStatus(turn, folder, request, answer, waits);
  else if (waits) prime(turn, folder, collection, answer, judgement);
  else takeItems(turn, folder, collection, answer);
}

const done = (collection: PhoneCollection, change: Partial<PhoneCollection>): PhoneCollection => ({
  ...withoutRepeat(collection),
  rounds: 0,
  failures: 0,
  ...change,
});

/** Replaces a collection whole, so that what it was to repeat is gone. */
function replace(turn: Turn, folder: string, collection: PhoneCollection): void {
  turn.set({ collections: { ...turn.state.collections, [folder]: collection } });
}

function prime(
  turn: Turn,
  folder: string,
  collection: PhoneCollection,
  answer: SyncAnswer,
  judgement: Judgement,
): void {
  const { key = '0' } = answer;
  // What comes with the first answer is not asked for; nobody has reported that it is refused.
  const taken = takeOver(emptied(collection), answer);
  replace(turn, folder, { ...done(collection, { items: taken.items }), rounds: collection.rounds });
  const why = judgement.verdict === 'accepts' ? `The key is ${key}.` : `The key is ${key}. ${judgement.why}`;
  turn.takeFor(folder, 'C16', why, { state: 'PRIMED', key });
}

function takeItems(turn: Turn, folder: string, collection: PhoneCollection, answer: SyncAnswer): void {
  const { key = collection.key, more, commands } = answer;
  const taken = takeOver(collection, answer);
  replace(turn, folder, done(taken, {}));
  const count = `${commands.length} change${commands.length === 1 ? '' : 's'}`;
  const stays = more && key === collection.key ? reactionOf('key-not-moved-on', turn.profile) : undefined;
  if (stays?.verdict === 'rejects') {
    const why = `${count}; there is more, but the key is still ${key}: it ${stays.does ?? 'asks no further'}.`;
    turn.takeFor(folder, 'C76', why, { state: 'IDLE', key });
  } else if (more) {
    turn.takeFor(folder, 'C21', `${count}; there is more. The key is ${key}.`, { state: 'SYNCING', key });
  } else {
    turn.takeFor(folder, 'C22', `${count}, and that is all. The key is ${key}.`, { state: 'IDLE', key });
  }
}

function notUnderstood(
  turn: Turn,
  folder: string,
  request: Message,
  judgement: Judgement,
  waits: boolean,
): void {
  const { roundsBeforeZero, oddReplySeconds } = turn.profile.parameters;
  const rounds = (turn.state.collections[folder]?.rounds ?? 0) + 1;
  if (waits) {
    turn.takeFor(folder, 'C17', judgement.why, { state: 'K0', rounds });
    if (judgement.odd) turn.rest(oddReplySeconds, 'It waits for the rest of the reply.');
    return;
  }
  if (judgement.odd) {
    turn.takeFor(folder, 'C24', judgement.why, { rounds, repeat: request });
    turn.rest(oddReplySeconds, 'It waits for the rest of the reply.');
    return;
  }
  if (rounds < roundsBeforeZero) {
    turn.takeFor(folder, 'C25', judgement.why, { rounds, repeat: request });
    return;
  }
  startAnew(turn, folder, 'C50', `${judgement.why} That was number ${rounds} in a row.`);
}

function startAnew(turn: Turn, folder: string, row: 'C50' | 'C26' | 'C30', why: string): void {
  const collection = turn.state.collections[folder];
  if (!collection) return;
  const before = turn.state;
  turn.takeFor(folder, row, why, { state: 'K0', key: '0' });
  const { rounds } = before.collections[folder] ?? collection;
  replace(turn, folder, {
    ...done(emptied(collection), { state: 'K0', key: '0', due: true, sent: 0 }),
    rounds: row === 'C50' ? 0 : rounds,
  });
}

function otherStatus(
  turn: Turn,
  folder: string,
  request: Message,
  { status, atTop }: SyncAnswer,
  waits: boolean,
): void {
  const why = `Status ${status}${atTop ? ' at the top' : ''}.`;
  const { retrySeconds } = turn.profile.parameters;
  if (POLICY.includes(status)) {
    needPolicy(turn, folder, request, why, waits);
    return;
  }
  if (status === '12') {
    if (waits) turn.take('C18', why, { treeDue: true });
    else turn.take('C29', why, { treeDue: true });
    if (waits) turn.change(folder, { state: 'K0' });
    else turn.change(folder, { repeat: request });
    return;
  }
  if (waits) {
    turn.takeFor(folder, 'C69', why, { state: 'K0' });
    turn.rest(retrySeconds, 'It tries again later.');
  } else if (status === '3') startAnew(turn, folder, 'C26', `${why} The key is no longer known.`);
  else {
    const row = PASSING.includes(status) ? 'C28' : 'C27';
    turn.takeFor(folder, row, why, { state: 'BACKOFF', repeat: request });
    turn.set({ shows: row === 'C27' ? 'Cannot Get Mail' : turn.state.shows });
    turn.rest(retrySeconds, 'It tries again later.');
  }
}

function needPolicy(turn: Turn, folder: string, request: Message, why: string, waits: boolean): void {
  if (waits) {
    turn.take('C18', why, { account: 'C-PROV1' });
    turn.change(folder, { state: 'K0' });
  } else {
    turn.change(folder, { repeat: request });
    turn.take('C55', why, { account: 'C-PROV1' });
  }
}

function httpError(turn: Turn, folder: string, request: Message, status: number, waits: boolean): void {
  const { errorsBeforeReload, retrySeconds } = turn.profile.parameters;
  const why = `HTTP ${status}.`;
  const failures = (turn.state.collections[folder]?.failures ?? 0) + 1;
  turn.set({ shows: 'Cannot Get Mail' });
  if (waits) turn.takeFor(folder, 'C19', why, { state: 'K0', failures });
  else if (status === 503) turn.takeFor(folder, 'C28', why, { state: 'BACKOFF', repeat: request, failures });
  else if (failures >= errorsBeforeReload)
    startAnew(turn, folder, 'C30', `${why} Number ${failures} in a row.`);
  else turn.takeFor(folder, 'C51', why, { repeat: request, failures });
  turn.rest(retrySeconds, 'It tries again later.');
}
