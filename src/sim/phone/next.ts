import {
  jobRequest,
  folderSyncRequest,
  isFrom,
  optionsRequest,
  pingRequest,
  provisionOne,
  provisionTwo,
  settingsRequest,
  syncRequest,
  wipeConfirmation,
} from './requests.ts';
import type { Turn } from './turn.ts';
import { withoutRepeat } from './turn.ts';
import type { PhoneCollection } from './types.ts';
import { wantedFolders, withWanted } from './wanted.ts';

/** Sends what is to be sent next, if anything: a phone has one request out at a time. */
export function sendNext(turn: Turn): void {
  const { state, profile } = turn;
  if (state.pending || state.rest) return;
  switch (state.account) {
    case 'C-NEW':
    case 'C-WIPED':
      return;
    case 'C-OPT':
      turn.send({ command: 'OPTIONS', message: optionsRequest(profile) });
      return;
    case 'C-PRE':
      if (isFrom(state.version, '16.0-16.1') && !state.settingsDone) {
        turn.send({ command: 'Settings', message: settingsRequest(state, profile) });
      } else turn.send({ command: 'FolderSync', message: folderSyncRequest(state, profile, '0') });
      return;
    case 'C-PROV1':
      turn.send({ command: 'Provision', message: provisionOne(state, profile) });
      return;
    case 'C-PROV2':
      turn.send({ command: 'Provision', message: provisionTwo(state, profile) });
      return;
    case 'C-WIPE':
      turn.send({ command: 'Provision', message: wipeConfirmation(state, profile) });
      return;
    case 'C-HIER0':
      if (isFrom(state.version, '16.0-16.1') && !state.settingsDone) {
        // Settings was what the server refused for want of a policy: it comes first again.
        turn.send({ command: 'Settings', message: settingsRequest(state, profile) });
      } else turn.send({ command: 'FolderSync', message: folderSyncRequest(state, profile, '0') });
      return;
    case 'C-TREE':
      sendInTree(turn);
      return;
    default:
      state.account satisfies never;
  }
}

function sendInTree(turn: Turn): void {
  const { profile } = turn;
  if (turn.state.treeDue) {
    turn.send({
      command: 'FolderSync',
      message: folderSyncRequest(turn.state, profile, turn.state.treeKey),
    });
    return;
  }
  const start = withWanted(turn.state);
  turn.set(start.phone);
  if (!turn.state.settingsDone) {
    turn.take('C60', 'The server is to know what phone this is.');
    turn.send({ command: 'Settings', message: settingsRequest(turn.state, profile) });
    return;
  }
  const [job] = turn.state.jobs;
  if (job) {
    const { command, message } = jobRequest(turn.state, profile, job);
    turn.take('C62', `${command} is the first thing to be sent.`);
    turn.send({ command, message });
    return;
  }
  for (const folder of wantedFolders(turn.state)) {
    const collection = turn.state.collections[folder];
    if (collection && sendFor(turn, folder, collection)) return;
  }
  const watched = wantedFolders(turn.state).slice(0, turn.state.ping.maxFolders);
  if (watched.length === 0) return;
  const told = watched.join();
  if (told !== turn.state.ping.told) turn.set({ ping: { ...turn.state.ping, whole: true, told } });
  const before = turn.state;
  turn.send({ command: 'Ping', message: pingRequest(before, profile, watched) });
  // Said of the first folder, as it holds for all of them.
  const first = watched[0] ?? '';
  turn.taken.push({
    machine: 'phone',
    row: 'C32',
    why: `All folders are up to date: it waits for news of ${watched.length}.`,
    folder: first,
    before: `IDLE(${before.collections[first]?.key ?? ''})`,
    after: 'PINGING',
  });
}

/** Sends what this folder needs; false where it needs nothing. */
function sendFor(turn: Turn, folder: string, collection: PhoneCollection): boolean {
  const { state, key, due, changes } = collection;
  switch (state) {
    case 'K0':
    case 'K0-WAIT': {
      const message = syncRequest(turn.state, turn.profile, folder, { key: '0', changes: [] });
      const why = 'The folder has no key yet.';
      if (state === 'K0') turn.takeFor(folder, 'C15', why, { state: 'K0-WAIT', key: '0', due: true });
      turn.send({ command: 'Sync', folder, message });
      return true;
    }
    case 'PRIMED':
      turn.takeFor(folder, 'C20', `It has its first key, ${key}: now what is in the folder.`, {
        state: 'SYNCING',
      });
      sendSync(turn, folder);
      return true;
    case 'SYNCING':
      sendSync(turn, folder);
      return true;
    case 'BACKOFF':
      turn.takeFor(folder, 'C41', 'It waited long enough.', { state: 'SYNCING' });
      sendSync(turn, folder);
      return true;
    case 'IDLE':
      if (changes.length > 0) {
        turn.takeFor(folder, 'C34', `${changes.length} things were done here.`, { state: 'SYNCING' });
      } else if (due) turn.takeFor(folder, 'C33', 'The folder is due.', { state: 'SYNCING' });
      else return false;
      sendSync(turn, folder);
      return true;
    default:
      return state satisfies never;
  }
}

/** Sync of a folder that has a key: the same request where one is to be repeated. */
function sendSync(turn: Turn, folder: string): void {
  const collection = turn.state.collections[folder];
  if (!collection) return;
  if (collection.repeat) {
    // The policy key stands in a header and may be another by now.
    turn.send({ command: 'Sync', folder, message: withPolicyKey(turn, collection.repeat) });
    return;
  }
  const message = syncRequest(turn.state, turn.profile, folder, collection);
  turn.set({
    collections: {
      ...turn.state.collections,
      [folder]: { ...withoutRepeat(collection), sent: collection.changes.length, due: false },
    },
  });
  turn.send({ command: 'Sync', folder, message });
}

function withPolicyKey({ state }: Turn, message: NonNullable<PhoneCollection['repeat']>): typeof message {
  const headers = { ...message.http?.headers, 'X-MS-PolicyKey': state.policyKey };
  return { ...message, http: { ...message.http, headers } };
}
