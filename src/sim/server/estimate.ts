import { tag, type Element } from '../message/element.ts';
import { all, child, textAt } from '../message/tree.ts';
import { ok } from './draft.ts';
import { changesSince } from './known.ts';
import type { Request } from './request.ts';
import type { Step } from './sync.ts';
import type { ServerCollection, ServerState } from './types.ts';

/** Answers GetItemEstimate: how much a Sync would tell of each folder. Nothing changes. */
export function itemEstimate(state: ServerState, request: Request): Step {
  const rows: Step['rows'] = [];
  const asked = all(child(request.tree?.root, 'GetItemEstimate:Collections'), 'GetItemEstimate:Collection');
  const responses = asked.map((node): Element => {
    const id = textAt(node, 'GetItemEstimate:CollectionId') ?? '';
    const { status, count, why } = estimateOf(state, id, textAt(node, 'AirSync:SyncKey') ?? '');
    rows.push({ row: count === undefined ? 'S86' : 'S85', why, folder: id });
    return tag(
      'GetItemEstimate:Response',
      tag('GetItemEstimate:Status', status),
      tag(
        'GetItemEstimate:Collection',
        tag('GetItemEstimate:CollectionId', id),
        ...(count === undefined ? [] : [tag('GetItemEstimate:Estimate', String(count))]),
      ),
    );
  });
  if (asked.length === 0) rows.push({ row: 'S86', why: 'It names no folder.' });
  const none = [tag('GetItemEstimate:Response', tag('GetItemEstimate:Status', '2'))];
  const root = tag('GetItemEstimate:GetItemEstimate', ...(asked.length === 0 ? none : responses));
  return { state, draft: ok(root), rows };
}

interface Estimate {
  status: string;
  count?: number;
  why: string;
}

function estimateOf(state: ServerState, id: string, key: string): Estimate {
  if (!state.mailbox.folders.some((folder) => folder.id === id)) {
    return { status: '2', why: `There is no folder ${id}.` };
  }
  const collection = state.collections[id] ?? state.collections.all;
  if (!collection || key === '0') return { status: '3', why: `Folder ${id} was never asked with key 0.` };
  const known = knownUnder(collection, key);
  if (!known) return { status: '4', why: `Key ${key} is not ${collection.next ?? collection.cur}.` };
  const count = changesSince(state.mailbox, id, known).length;
  return { status: '1', count, why: `${count} change${count === 1 ? '' : 's'} in folder ${id}.` };
}

/** What one who has this key knows; `undefined` for a key that is not known. */
function knownUnder(
  { cur, next, base, after }: ServerCollection,
  key: string,
): ServerCollection['base'] | undefined {
  if (key === next) return after ?? base;
  return key === cur ? base : undefined;
}
