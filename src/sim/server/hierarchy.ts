import type { Folder } from '../mailbox/types.ts';
import { tag, type Element } from '../message/element.ts';
import { textAt } from '../message/tree.ts';
import { ok, type Draft } from './draft.ts';
import type { Request } from './request.ts';
import type { Step } from './sync.ts';
import { serverWith, type Hierarchy, type ServerState } from './types.ts';

/** Answers FolderSync. */
export function folderSync(state: ServerState, request: Request): Step {
  const key = textAt(request.tree?.root, 'FolderHierarchy:SyncKey') ?? '';
  const { hierarchy } = state;
  const { folders } = state.mailbox;
  if (key === '0') {
    const fresh = String(Number(hierarchy?.key ?? '0') + 1);
    return {
      state: serverWith(state, { hierarchy: { key: fresh, folders } }),
      draft: answer(fresh, addsOf(folders)),
      rows: [{ row: hierarchy ? 'S14' : 'S12', why: `All ${folders.length} folders, under key ${fresh}.` }],
    };
  }
  if (hierarchy && key === hierarchy.key) return changes(state, hierarchy, key, hierarchy.folders, 'S15');
  if (hierarchy?.previous?.key === key)
    return changes(state, hierarchy, key, hierarchy.previous.folders, 'S51');
  const draft = ok(tag('FolderHierarchy:FolderSync', tag('FolderHierarchy:Status', '9')));
  const why = `Key ${key} is not ${hierarchy?.key ?? 'known'}.`;
  return { state, draft, rows: [{ row: hierarchy ? 'S16' : 'S13', why }] };
}

function changes(
  state: ServerState,
  hierarchy: Hierarchy,
  key: string,
  before: readonly Folder[],
  row: 'S15' | 'S51',
): Step {
  const { folders } = state.mailbox;
  const elements = differences(before, folders);
  const same = elements.length === 0;
  // What was told under a key stays what it was: a further change needs a further key.
  const asTold = row === 'S51' && differences(hierarchy.folders, folders).length === 0;
  const next = same ? key : asTold ? hierarchy.key : String(Number(hierarchy.key) + 1);
  const kept: Hierarchy = same
    ? { key, folders }
    : { key: next, folders, previous: { key, folders: before } };
  return {
    state: serverWith(state, { hierarchy: kept }),
    draft: answer(next, elements),
    rows: [{ row, why: same ? 'No folder changed.' : `${elements.length} changes, under key ${next}.` }],
  };
}

const answer = (key: string, elements: readonly Element[]): Draft =>
  ok(
    tag(
      'FolderHierarchy:FolderSync',
      tag('FolderHierarchy:Status', '1'),
      tag('FolderHierarchy:SyncKey', key),
      tag('FolderHierarchy:Changes', tag('FolderHierarchy:Count', String(elements.length)), ...elements),
    ),
  );

const addsOf = (folders: readonly Folder[]): Element[] =>
  folders.map((folder) => folderElement('FolderHierarchy:Add', folder));

const folderElement = (name: string, folder: Folder): Element =>
  tag(
    name,
    tag('FolderHierarchy:ServerId', folder.id),
    tag('FolderHierarchy:ParentId', folder.parent),
    tag('FolderHierarchy:DisplayName', folder.name),
    tag('FolderHierarchy:Type', String(folder.type)),
  );

function differences(before: readonly Folder[], now: readonly Folder[]): Element[] {
  const was = new Map(before.map((folder) => [folder.id, folder]));
  const is = new Set(now.map(({ id }) => id));
  const changed = now.filter((folder) => {
    const old = was.get(folder.id);
    return old !== undefined && (old.name !== folder.name || old.parent !== folder.parent);
  });
  return [
    ...changed.map((folder) => folderElement('FolderHierarchy:Update', folder)),
    ...before
      .filter(({ id }) => !is.has(id))
      .map(({ id }) => tag('FolderHierarchy:Delete', tag('FolderHierarchy:ServerId', id))),
    ...addsOf(now.filter(({ id }) => !was.has(id))),
  ];
}

/** True where the phone's tree is no longer the mailbox's. */
export function treeChanged({ hierarchy, mailbox }: ServerState): boolean {
  // Mailboxes share the list until a folder changes.
  if (!hierarchy || hierarchy.folders === mailbox.folders) return false;
  return differences(hierarchy.folders, mailbox.folders).length > 0;
}
