import type { Message } from '../../conversation/index.ts';
import { child, textAt, type Node } from '../message/tree.ts';
import type { Reading } from '../reading/judge.ts';
import { failure } from './refusal.ts';
import type { Turn } from './turn.ts';

/** What a phone does about a reply to Provision, or about getting none. */
export function takeProvision(
  turn: Turn,
  reply: Message | undefined,
  reading: Reading | undefined,
  root: Node | undefined,
): void {
  const { retrySeconds } = turn.profile.parameters;
  const failed = failure(reply, reading);
  if (turn.state.account === 'C-WIPE') {
    if (failed === undefined) {
      turn.take('C59', 'The server knows: everything is gone.', {
        account: 'C-WIPED',
        collections: {},
        folders: [],
        jobs: [],
        policyKey: '0',
        shows: 'Hello',
      });
    } else {
      turn.take('C52', failed);
      turn.rest(retrySeconds, 'It tries again later.');
    }
    return;
  }
  if (failed !== undefined) {
    turn.take('C08', failed, { account: 'C-PROV1', shows: 'Cannot Connect to Server' });
    turn.rest(retrySeconds, 'It tries again later.');
    return;
  }
  const policy = child(child(root, 'Provision:Policies'), 'Provision:Policy');
  const key = textAt(policy, 'Provision:PolicyKey');
  const status = textAt(policy, 'Provision:Status');
  const top = textAt(root, 'Provision:Status') ?? '';
  if (child(root, 'Provision:RemoteWipe')) {
    turn.take('C58', 'The server asks for everything to be wiped.', { account: 'C-WIPE' });
    return;
  }
  const usable = top === '1' && status === '1' && key !== undefined && key !== '0';
  if (turn.state.account === 'C-PROV1') {
    if (top === '2' || (top === '1' && status === '2')) {
      turn.take('C57', 'This server has no policy.', { account: afterPolicy(turn), policyKey: '0' });
    } else if (usable && child(policy, 'Provision:Data')) {
      turn.take('C07', `The temporary key is ${key}.`, { account: 'C-PROV2', temporaryKey: key });
    } else {
      turn.take('C08', `Provision Status ${top}, Policy Status ${status ?? 'missing'}.`, {
        shows: 'Cannot Connect to Server',
      });
      turn.rest(retrySeconds, 'It tries again later.');
    }
    return;
  }
  if (!usable) {
    turn.take('C10', `Policy Status ${status ?? 'missing'}, key ${key ?? 'missing'}.`, {
      account: 'C-PROV1',
    });
    return;
  }
  const account = afterPolicy(turn);
  turn.take(account === 'C-TREE' ? 'C56' : 'C09', `The policy key is ${key}.`, { account, policyKey: key });
}

const afterPolicy = ({ state }: Turn): 'C-TREE' | 'C-HIER0' => (state.treeKey === '0' ? 'C-HIER0' : 'C-TREE');
