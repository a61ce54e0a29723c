import type { Message } from '../../conversation/index.ts';
import { all, child, textAt } from '../message/tree.ts';
import type { Reading } from '../reading/judge.ts';
import type { Turn } from './turn.ts';
import { wantedFolders } from './wanted.ts';

/** What a phone does about a reply to Ping, or about getting none. */
export function takePing(turn: Turn, reply: Message | undefined, reading: Reading | undefined): void {
  const { retrySeconds } = turn.profile.parameters;
  const [first = ''] = wantedFolders(turn.state);
  const root = reading?.tree?.root;
  const take = (row: 'C35' | 'C37' | 'C38' | 'C40', why: string): void => {
    turn.taken.push({
      machine: 'phone',
      row,
      why,
      folder: first,
      before: 'PINGING',
      after: `IDLE(${turn.state.collections[first]?.key ?? ''})`,
    });
  };
  if (!reply || !reading?.judgement.goesOn) {
    take('C40', reading?.judgement.why ?? 'The connection is lost.');
    if (reply) turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  const status = textAt(root, 'Ping:Status') ?? '';
  const { ping } = turn.state;
  switch (status) {
    case '1':
      take('C35', 'Status 1: no news.');
      turn.set({ ping: { ...ping, whole: false } });
      return;
    case '2': {
      const folders = all(child(root, 'Ping:Folders'), 'Ping:Folder').map(({ text }) => text);
      turn.set({ ping: { ...ping, whole: false } });
      for (const folder of folders) {
        turn.change(folder, { due: true });
        if (!turn.state.collections[folder]) continue;
        const key = turn.state.collections[folder].key;
        turn.taken.push({
          machine: 'phone',
          row: 'C36',
          why: `Status 2: news in folder ${folder}.`,
          folder,
          before: 'PINGING',
          after: `IDLE(${key})`,
        });
      }
      return;
    }
    case '3':
      turn.set({ ping: { ...ping, whole: true } });
      take('C37', 'Status 3: the server keeps no Ping.');
      return;
    case '5':
    case '6': {
      const heartbeat = Number(textAt(root, 'Ping:HeartbeatInterval') ?? ping.heartbeat);
      const maxFolders = Number(textAt(root, 'Ping:MaxFolders') ?? ping.maxFolders);
      turn.set({ ping: { ...ping, heartbeat, maxFolders, whole: true } });
      take('C38', `Status ${status}: ${status === '5' ? `${heartbeat} s` : `${maxFolders} folders`}.`);
      return;
    }
    case '7':
      turn.taken.push({
        machine: 'phone',
        row: 'C39',
        why: 'Status 7: the folders changed.',
        folder: first,
        before: 'PINGING',
        after: 'C-TREE',
      });
      turn.set({ treeDue: true });
      return;
    default:
      take('C40', `Status ${status}.`);
      turn.set({ ping: { ...ping, whole: true } });
      turn.rest(retrySeconds, 'It tries again later.');
  }
}
