import { all, child, textAt, type Node, type Tree } from '../message/tree.ts';
import { collectionFor } from '../reading/breaches.ts';
import type { Reader } from './profiles.ts';

/** What a phone takes from a Sync reply for the folder it asked for. */
export interface SyncAnswer {
  /** Status at the top, or in the Collection; `1` where there is none. */
  readonly status: string;
  readonly atTop: boolean;
  readonly key: string | undefined;
  readonly more: boolean;
  readonly commands: readonly Node[];
  readonly responses: readonly Node[];
  /** False where the reply says nothing of the folder. */
  readonly named: boolean;
}

/** Reads a reply to Sync the way this kind of reader does. */
export function syncAnswer(tree: Tree | undefined, folder: string, reader: Reader): SyncAnswer {
  return reader === 'flat' ? flatAnswer(tree) : structuredAnswer(tree?.root, folder);
}

function structuredAnswer(root: Node | undefined, folder: string): SyncAnswer {
  const top = textAt(root, 'AirSync:Status');
  const collection = collectionFor(root, folder);
  const atTop = top !== undefined && top !== '1';
  return {
    status: atTop ? top : (textAt(collection, 'AirSync:Status') ?? '1'),
    atTop,
    key: textAt(collection, 'AirSync:SyncKey'),
    more: child(collection, 'AirSync:MoreAvailable') !== undefined,
    commands: child(collection, 'AirSync:Commands')?.children ?? [],
    responses: child(collection, 'AirSync:Responses')?.children ?? [],
    named: collection !== undefined,
  };
}

/** Any tag, wherever it stands; of several keys the last. */
function flatAnswer(tree: Tree | undefined): SyncAnswer {
  const nodes = tree?.nodes ?? [];
  const inside = (name: string): readonly Node[] => nodes.find((node) => node.name === name)?.children ?? [];
  const envelope = nodes.filter(({ parent }) => !parent || !/:(Commands|Responses)$/.test(parent.name));
  const statuses = envelope.filter(
    ({ name, parent }) =>
      name === 'AirSync:Status' && !/:(Add|Change|Delete|Fetch)$/.test(parent?.name ?? ''),
  );
  return {
    status: statuses.find(({ text }) => text !== '1')?.text ?? '1',
    atTop: false,
    key: nodes.findLast(({ name }) => name === 'AirSync:SyncKey')?.text,
    more: nodes.some(({ name }) => name === 'AirSync:MoreAvailable'),
    commands: inside('AirSync:Commands'),
    responses: inside('AirSync:Responses'),
    named: nodes.some(({ name }) => name === 'AirSync:SyncKey'),
  };
}

/** The folders of a FolderSync reply: added or changed, and taken out. */
export function treeAnswer(root: Node | undefined): {
  status: string;
  key: string;
  added: { id: string; parent: string; name: string; type: number }[];
  removed: string[];
} {
  const changes = child(root, 'FolderHierarchy:Changes');
  const folderOf = (node: Node) => ({
    id: textAt(node, 'FolderHierarchy:ServerId') ?? '',
    parent: textAt(node, 'FolderHierarchy:ParentId') ?? '0',
    name: textAt(node, 'FolderHierarchy:DisplayName') ?? '',
    type: Number(textAt(node, 'FolderHierarchy:Type') ?? 1),
  });
  return {
    status: textAt(root, 'FolderHierarchy:Status') ?? '1',
    key: textAt(root, 'FolderHierarchy:SyncKey') ?? '0',
    added: [...all(changes, 'FolderHierarchy:Add'), ...all(changes, 'FolderHierarchy:Update')].map(folderOf),
    removed: all(changes, 'FolderHierarchy:Delete').map(
      (node) => textAt(node, 'FolderHierarchy:ServerId') ?? '',
    ),
  };
}
