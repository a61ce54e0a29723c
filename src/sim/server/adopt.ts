import type { Message } from '../../conversation/index.ts';
import { readTree, textAt } from '../message/tree.ts';
import { collectionFor } from '../reading/breaches.ts';
import { readRequest } from './request.ts';
import { askedCollections } from './sync-request.ts';
import { serverWith, type Known, type ServerState } from './types.ts';

/**
 * The server after somebody else answered for it: it goes by the keys that were given, so that the phone can go on
 * with them. What the reply said of items counts as told.
 */
export function adoptReply(state: ServerState, request: Message, reply: Message): ServerState {
  const asked = readRequest(request, '');
  const { bytes } = reply;
  const root = bytes && bytes[0] === 3 ? readTree(bytes).root : undefined;
  if (!root) return state;
  if (asked.command === 'FolderSync') {
    const key = textAt(root, 'FolderHierarchy:SyncKey');
    if (key === undefined) return state;
    return serverWith(state, {
      hierarchy: { key, folders: state.hierarchy?.folders ?? state.mailbox.folders },
    });
  }
  if (asked.command === 'Provision') return adoptPolicy(state, root);
  if (asked.command !== 'Sync') return state;
  let after = state;
  for (const { id, key } of askedCollections(asked)) {
    const collection = collectionFor(root, id ?? '');
    const next = textAt(collection, 'AirSync:SyncKey');
    const known = after.collections[id ?? ''];
    if (id === undefined || next === undefined) continue;
    if (known?.next === next) continue;
    const base: Known = known?.base ?? {};
    const adopted = { cur: key ?? '0', next, base, after: known?.after ?? base };
    after = serverWith(after, { collections: { ...after.collections, [id]: adopted } });
  }
  return after;
}

function adoptPolicy(state: ServerState, root: Parameters<typeof textAt>[0]): ServerState {
  const path = ['Provision:Policies', 'Provision:Policy'] as const;
  const key = textAt(root, ...path, 'Provision:PolicyKey');
  if (key === undefined) return state;
  const hasData = textAt(root, ...path, 'Provision:Data') !== undefined;
  return serverWith(state, {
    policy: hasData ? { state: 'D-TEMP', temporary: key } : { state: 'D-OK', permanent: key },
  });
}
