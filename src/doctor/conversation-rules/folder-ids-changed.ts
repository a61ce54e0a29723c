import {
  at,
  quoted,
  type ConversationRule,
  type FolderChange,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import { folder, folderList, folderSync } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

export const folderIdsChanged: ConversationRule = {
  id: 'folder-ids-changed',
  breach: 'MUST',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R5012',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  const found: WideJudgement[] = [];
  let before: { pair: Pair; names: Map<string, FolderChange> } | undefined;
  for (const [i, pair] of lane.pairs.entries()) {
    const whole = lane.folders.wholeList(i);
    if (!whole) continue;
    const names = byName(whole);
    const changed = [...names].flatMap(([name, now]) => {
      const old = before?.names.get(name);
      return old?.id && now.id && old.id.text !== now.id.text ? [{ old, now }] : [];
    });
    const [first] = changed;
    if (first?.now.id && first.old.id && before) {
      const { pair: earlier } = before;
      found.push({
        ...at(pair, 'response', first.now.id),
        text: `The folder ${quoted(first.now.name?.text ?? '')} had the id ${quoted(first.old.id.text)}, and with a new list from key 0 it has ${quoted(first.now.id.text)}. An id stays: all folders are synced anew otherwise.`,
        times: changed.length,
        related: changed
          .slice(0, 50)
          .flatMap(({ old }) =>
            old.id ? [{ ...at(earlier, 'response', old.id), text: 'The id before.' }] : [],
          ),
      });
    }
    before = { pair, names };
  }
  return found;
}

/** Folders by name, type and parent, those only that are the one of that kind. */
function byName(folders: readonly FolderChange[]): Map<string, FolderChange> {
  const names = new Map<string, FolderChange>();
  const twice = new Set<string>();
  const parents = new Map(
    folders.flatMap(({ id, name }) => (id ? [[id.text, name?.text ?? ''] as const] : [])),
  );
  for (const folder of folders) {
    const parent = parents.get(folder.parent?.text ?? '') ?? '';
    const key = `${parent}\n${folder.name?.text ?? ''}\n${folder.type?.text ?? ''}`;
    if (names.has(key)) twice.add(key);
    names.set(key, folder);
  }
  for (const key of twice) names.delete(key);
  return names;
}

const list = (id: string) => ({
  request: { hex: folderSync('0') },
  response: { hex: folderList('1', folder(id, 'Inbox', '2')) },
});

export const folderIdsChangedPage: RulePage = {
  title: 'Folders with new ids',
  scope: 'conversation',
  commands: ['FolderSync'],
  side: 'response',
  why: 'A list from key 0 is the same tree told again. Who numbers the folders anew makes each of them another.',
  covers: ['FS-05'],
  bad: { exchanges: [list('1'), list('2')] },
  good: { exchanges: [list('1'), list('1')] },
};
