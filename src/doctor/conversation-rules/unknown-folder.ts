import {
  at,
  quoted,
  wentWell,
  type ConversationRule,
  type Lane,
  type Pair,
  type Value,
  type WideJudgement,
} from '../digest/index.ts';
import { folder, folderList, folderSync, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** A folder that no FolderSync told of. A recording may lack the exchange that did: a warning at most. */
export const unknownFolder: ConversationRule = {
  id: 'unknown-folder',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R2033, R2035; 2.2.3.30.6',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  const found = new Map<string, WideJudgement>();
  for (const [i, pair] of lane.pairs.entries()) {
    if (!lane.folders.isWhole(i)) continue;
    for (const id of folderIdsOf(pair)) {
      if (id.text === '' || id.text === '0' || lane.folders.folder(id.text, i)) continue;
      const known = found.get(id.text);
      if (known) known.times = (known.times ?? 1) + 1;
      else
        found.set(id.text, {
          ...at(pair, 'request', id),
          text: `The folder ${quoted(id.text)} is in no folder list of this conversation. An id comes from FolderSync; for one that is gone the answer is Status 12.`,
        });
    }
  }
  return [...found.values()];
}

/** The folders that a request names. */
function folderIdsOf({ request, response }: Pair): Value[] {
  // What a server changes as it is asked to, it knows: the recording is what has a gap.
  const hierarchy = response && wentWell(response) ? undefined : request?.hierarchy;
  return [
    // FolderDelete and FolderUpdate name a folder, FolderCreate and FolderUpdate the one it is to stand in.
    ...(hierarchy?.folders.flatMap(({ id, parent }) => [id, parent].flatMap((one) => one ?? [])) ?? []),
    ...(request?.sync?.collections.flatMap(({ id }) => id ?? []) ?? []),
    ...(request?.ping?.folders ?? []),
    ...(request?.items?.flatMap(({ ids }) =>
      [ids.CollectionId, ids.SrcFldId, ids.DstFldId].flatMap((id) => id ?? []),
    ) ?? []),
  ];
}

const list = (id: string) => ({
  request: { hex: folderSync('0') },
  response: { hex: folderList('1', folder(id, 'Inbox', '2')) },
});
const request = { request: { hex: SYNC_KEY_0 }, response: { hex: SYNC_KEY_1 } };

export const unknownFolderPage: RulePage = {
  title: 'A folder that FolderSync does not know',
  scope: 'conversation',
  side: 'request',
  why: 'The CollectionId of a Sync is the ServerId that FolderSync gave the folder. Another id names nothing.',
  covers: ['D4', 'SYNC-RSP-07'],
  bad: { exchanges: [list('5'), request] },
  good: { exchanges: [list('2'), request] },
};
