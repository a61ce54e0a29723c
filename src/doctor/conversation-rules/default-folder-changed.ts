import { at, quoted, type ConversationRule, type Lane, type WideJudgement } from '../digest/index.ts';
import { folder, folderList, folderSync, holding, leaf, message } from '../exchange-rules/example-bytes.ts';
import type { RulePage } from '../rule.ts';

/** Default folders, and the cache of recipients. */
const OWNED: ReadonlySet<string> = new Set(['2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '19']);
const COMMANDS: ReadonlyMap<string, string> = new Map([
  ['FolderHierarchy:FolderDelete', 'deleted'],
  ['FolderHierarchy:FolderUpdate', 'renamed or moved'],
]);

/** A folder that belongs to the mailbox, not to its user. */
export const defaultFolderChanged: ConversationRule = {
  id: 'default-folder-changed',
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'server', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD, Status(FolderDelete), Status(FolderUpdate)',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

function judgeLane(lane: Lane): WideJudgement[] {
  return lane.pairs.flatMap((pair, i) => {
    const { request } = pair;
    const done = COMMANDS.get(request?.rootName ?? '');
    const id = request?.hierarchy?.folders[0]?.id;
    const folder = id && lane.folders.folder(id.text, i);
    const type = folder?.type?.text;
    if (done === undefined || !id || (id.text !== '0' && (type === undefined || !OWNED.has(type)))) return [];
    const what =
      id.text === '0'
        ? 'The root of all folders'
        : `The folder ${quoted(folder?.name?.text ?? id.text)}, of type ${type ?? ''},`;
    const answer = done === 'deleted' ? 'The answer is Status 3.' : 'The answer is Status 2.';
    return [{ ...at(pair, 'request', id), text: `${what} cannot be ${done}. ${answer}` }];
  });
}

const list = {
  request: { hex: folderSync('0') },
  response: { hex: folderList('1', folder('5', 'Inbox', '2'), folder('6', 'Mine', '12')) },
};
const remove = (id: string) => ({
  request: { hex: message('0007', holding('54', leaf('52', '1'), leaf('48', id))) },
});

export const defaultFolderChangedPage: RulePage = {
  title: 'A default folder that is to be changed',
  scope: 'conversation',
  commands: ['FolderDelete', 'FolderUpdate'],
  side: 'request',
  why: 'Inbox, calendar and the like belong to the mailbox. A server refuses to delete or rename them, and the two sides differ if the phone did it already.',
  covers: [],
  bad: { exchanges: [list, remove('5')] },
  good: { exchanges: [list, remove('6')] },
};
