import { at, isAt, type ConversationRule, type Lane, type WideJudgement } from '../digest/index.ts';
import { folder, folderList, folderSync, SYNC_KEY_0, SYNC_KEY_1 } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

const DRAFTS = '3';

export const draftsTooEarly: ConversationRule = {
  id: 'drafts-too-early',
  breach: 'SHOULD',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R5916',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

/** Told once for each folder. */
function judgeLane(lane: Lane): WideJudgement[] {
  const told = new Set<string>();
  return lane.pairs.flatMap((pair, i) => {
    if (!isAt(pair, '2.5-14.1')) return [];
    return (pair.request?.sync?.collections ?? []).flatMap(({ id }) => {
      const type = id && lane.folders.folder(id.text, i + 1)?.type;
      if (!id || type?.text !== DRAFTS || told.has(id.text)) return [];
      told.add(id.text);
      const version = pair.request?.version?.value ?? '';
      const text = `The folder is Drafts, and at version ${version} drafts are not synced: that came with 16.0.`;
      return [{ ...at(pair, 'request', id), text }];
    });
  });
}

const talk = (type: string) => [
  {
    request: { hex: folderSync('0'), version: '14.1' },
    response: { hex: folderList('1', folder('1', 'Inbox', '2'), folder('2', 'Mail', type)) },
  },
  { request: { hex: SYNC_KEY_0, version: '14.1' }, response: { hex: SYNC_KEY_1 } },
];

export const draftsTooEarlyPage: RulePage = {
  title: 'Drafts synced before 16.0',
  scope: 'conversation',
  commands: ['Sync'],
  side: 'request',
  versions: '2.5-14.1',
  why: 'Before 16.0 a phone keeps its drafts to itself.',
  covers: ['FS-08'],
  bad: { exchanges: talk('3') },
  good: { exchanges: talk('12') },
};
