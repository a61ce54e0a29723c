import {
  at,
  quoted,
  type ConversationRule,
  type FolderChange,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { folder, folderList, folderSync, holding, leaf } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** A folder below one that the phone was never told of, or below itself. Told only after a whole list. */
export const orphanFolder: ConversationRule = {
  id: 'orphan-folder',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4665, R4666; ParentId(FolderSync)',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

const ROOT = '0';

function judgeLane(lane: Lane): WideJudgement[] {
  return lane.pairs.flatMap((pair, i) => {
    const { response } = pair;
    if (response?.rootName !== 'FolderHierarchy:FolderSync' || !response.whole) return [];
    if (!lane.folders.isWhole(i + 1)) return [];
    const folderOf: FolderOf = (id) => lane.folders.folder(id, i + 1);
    const told = (response.hierarchy?.folders ?? []).filter(({ id }) => id && folderOf(id.text));
    const { lost, round } = sorted(told, folderOf);
    return [
      ...findings(
        pair,
        lost,
        (id, parent) =>
          `Folder ${id} stands in ${parent}, which is no folder here. ParentId is the ServerId of a folder of the list, or 0.`,
      ),
      ...findings(
        pair,
        round,
        (id, parent) =>
          `Folder ${id} stands in ${parent}, and so in itself: from one ParentId to the next nobody comes to 0.`,
      ),
    ];
  });
}

/** A folder by its id, once the reply is read. */
type FolderOf = (id: string) => FolderChange | undefined;

/** Those whose parent is not there, and those that are below themselves. Each folder is looked at a few times at most. */
function sorted(
  folders: readonly FolderChange[],
  folderOf: FolderOf,
): { lost: FolderChange[]; round: FolderChange[] } {
  const lost: FolderChange[] = [];
  const round: FolderChange[] = [];
  const ends = new Map<string, 'somewhere' | 'round'>();
  for (const one of folders) {
    const parent = one.parent?.text ?? ROOT;
    if (parent === ROOT || parent === '') continue;
    if (!folderOf(parent)) lost.push(one);
    else if (endOf(one.id?.text ?? '', folderOf, ends) === 'round') round.push(one);
  }
  return { lost, round };
}

/** Where the way up from a folder ends: in itself, or somewhere. */
function endOf(
  id: string,
  folderOf: FolderOf,
  ends: Map<string, 'somewhere' | 'round'>,
): 'somewhere' | 'round' {
  const way = new Set<string>();
  let at = id;
  for (let folder = folderOf(at); folder && !ends.has(at) && !way.has(at); folder = folderOf(at)) {
    way.add(at);
    at = folder.parent?.text ?? ROOT;
  }
  const end = way.has(at) ? 'round' : (ends.get(at) ?? 'somewhere');
  for (const one of way) ends.set(one, end);
  return end;
}

function findings(
  pair: Pair,
  folders: readonly FolderChange[],
  say: (id: string, parent: string) => string,
): WideJudgement[] {
  const [first] = folders;
  if (!first) return [];
  return [
    {
      ...at(pair, 'response', first.parent ?? first),
      text: say(quoted(first.name?.text ?? first.id?.text ?? ''), quoted(first.parent?.text ?? '')),
      times: folders.length,
      related: folders
        .slice(1, 50)
        .map((one) => ({ ...at(pair, 'response', one.parent ?? one), text: 'This one too.' })),
    },
  ];
}

const below = (id: string, parent: string): string =>
  holding('4f', leaf('48', id), leaf('49', parent), leaf('47', 'x'), leaf('4a', '12'));
const list = (parent: string) => ({
  request: { hex: folderSync('0') },
  response: { hex: folderList('1', folder('5', 'Inbox', '2'), below('6', parent)) },
});

export const orphanFolderPage: RulePage = {
  title: 'A folder in one that does not exist',
  scope: 'conversation',
  commands: ['FolderSync'],
  side: 'response',
  why: 'A phone draws its tree from the top. What hangs on nothing is not drawn, or stops the drawing.',
  covers: [],
  bad: { exchanges: [list('99')] },
  good: { exchanges: [list('5')] },
};
