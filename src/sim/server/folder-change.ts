import { addFolder, removeFolder } from '../mailbox/mailbox.ts';
import { FOLDER, type Folder, type Mailbox } from '../mailbox/types.ts';
import { tag, type Element } from '../message/element.ts';
import { textAt } from '../message/tree.ts';
import { ok, type Draft } from './draft.ts';
import type { Request } from './request.ts';
import type { ServerRow } from './rows.ts';
import type { Step } from './sync.ts';
import { serverWith, type Hierarchy, type ServerState } from './types.ts';

/** Answers GetHierarchy: every folder, and no key. */
export function listFolders(state: ServerState): Step {
  const { folders } = state.mailbox;
  const elements = folders.map(({ id, parent, name, type }) =>
    tag(
      'FolderHierarchy:Folder',
      tag('FolderHierarchy:DisplayName', name),
      tag('FolderHierarchy:ServerId', id),
      tag('FolderHierarchy:Type', String(type)),
      tag('FolderHierarchy:ParentId', parent),
    ),
  );
  const rows: Step['rows'] = [{ row: 'S91', why: `${folders.length} folders.` }];
  return { state, draft: ok(tag('FolderHierarchy:Folders', ...elements)), rows };
}

/** What a request wants of a folder. */
interface Wish {
  key: string | undefined;
  id: string;
  parent: string;
  name: string;
  type: number;
}

/** What a change of the tree comes to: the tree after it, or the Status that refuses it. */
type Change =
  { mailbox: Mailbox; row: ServerRow; why: string; id?: string } | { status: string; why: string };

/** Answers FolderCreate, FolderUpdate and FolderDelete. */
export function changeFolder(state: ServerState, request: Request): Step {
  const { command } = request;
  const wish = wishOf(request);
  const refuse = (status: string, row: ServerRow, why: string): Step => ({
    state,
    draft: answer(command, status),
    rows: [{ row, why }],
  });
  if (wish.key === undefined || isHalf(command, wish)) {
    return refuse('10', 'S84', 'Something is missing in the request.');
  }
  const { hierarchy } = state;
  if (!hierarchy || wish.key !== hierarchy.key) {
    return refuse('9', 'S83', `Key ${wish.key} is not ${hierarchy?.key ?? 'known'}.`);
  }
  const change = changeOf(command, state.mailbox, wish);
  if ('status' in change) return refuse(change.status, 'S84', change.why);
  const { mailbox, row, why, id } = change;
  const key = String(Number(hierarchy.key) + 1);
  const kept: Hierarchy = {
    key,
    // Only this change is told by the answer: whatever else is new is still to be told.
    folders: toldFolders(hierarchy.folders, mailbox.folders, id ?? wish.id),
    previous: { key: hierarchy.key, folders: hierarchy.folders },
  };
  const { [wish.id]: _, ...others } = state.collections;
  const collections = command === 'FolderDelete' ? others : state.collections;
  return {
    state: serverWith(state, { mailbox, hierarchy: kept, collections }),
    draft: answer(
      command,
      '1',
      tag('FolderHierarchy:SyncKey', key),
      ...(id === undefined ? [] : [tag('FolderHierarchy:ServerId', id)]),
    ),
    rows: [{ row, why }],
  };
}

const answer = (command: string, status: string, ...more: readonly Element[]): Draft =>
  ok(tag(`FolderHierarchy:${command}`, tag('FolderHierarchy:Status', status), ...more));

function wishOf({ tree }: Request): Wish {
  const part = (name: string): string | undefined => textAt(tree?.root, `FolderHierarchy:${name}`);
  return {
    key: part('SyncKey'),
    id: part('ServerId') ?? '',
    parent: part('ParentId') ?? '',
    name: part('DisplayName') ?? '',
    type: Number(part('Type') ?? 0),
  };
}

function isHalf(command: string, { id, parent, name, type }: Wish): boolean {
  if (command === 'FolderDelete') return id === '';
  const named = parent !== '' && name !== '';
  return command === 'FolderCreate' ? !named || !(type >= 1 && type <= 19) : !named || id === '';
}

function changeOf(command: string, mailbox: Mailbox, wish: Wish): Change {
  const { id, parent, name, type } = wish;
  const own = mailbox.folders.find((folder) => folder.id === id);
  const isThere = (folder: string): boolean => mailbox.folders.some((each) => each.id === folder);
  if (command !== 'FolderCreate' && !own) return { status: '4', why: `There is no folder ${id}.` };
  if (command === 'FolderDelete') {
    if (own && isSystem(own)) return { status: '3', why: `${own.name} is one of the folders that stay.` };
    return { mailbox: removeFolder(mailbox, id), row: 'S82', why: `“${own?.name ?? ''}” is gone.` };
  }
  if (parent === id || (parent !== '0' && !isThere(parent)))
    return { status: '5', why: `There is no folder ${parent}.` };
  if (mailbox.folders.some((each) => each.parent === parent && each.name === name && each.id !== id)) {
    return { status: '2', why: `There is a folder “${name}” already.` };
  }
  if (command === 'FolderCreate') {
    const made = addFolder(mailbox, name, type, parent);
    return { mailbox: made.mailbox, row: 'S80', why: `“${name}” is ${made.folder.id}.`, id: made.folder.id };
  }
  if (own && isSystem(own)) return { status: '2', why: `${own.name} is one of the folders that stay.` };
  const folders = mailbox.folders.map((each) => (each.id === id ? { ...each, name, parent } : each));
  const changed = { ...mailbox, folders, revision: mailbox.revision + 1 };
  return { mailbox: changed, row: 'S81', why: `It is called “${name}” now.` };
}

/** The folders that every mailbox has: the types 2 to 11. */
const isSystem = ({ type }: Folder): boolean => type >= FOLDER.inbox && type <= 11;

/** What the phone knew, with one folder as it is now. */
function toldFolders(known: readonly Folder[], now: readonly Folder[], id: string): readonly Folder[] {
  const folder = now.find((each) => each.id === id);
  if (!folder) return known.filter((each) => each.id !== id);
  return known.some((each) => each.id === id)
    ? known.map((each) => (each.id === id ? folder : each))
    : [...known, folder];
}
