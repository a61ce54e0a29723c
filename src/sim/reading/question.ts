import type { Message } from '../../conversation/index.ts';
import { commandOfRoot, easFacts } from '../../eas/index.ts';
import { all, child, readTreeAgain, textAt, type Node } from '../message/tree.ts';

/** What a phone asked, as far as it matters for reading the answer. */
export interface Question {
  readonly command: string;
  readonly version: string;
  /** The folders of a Sync, in order. */
  readonly folders: readonly { id: string; key: string; uploads: boolean }[];
  /** The key of a FolderSync. */
  readonly treeKey?: string;
  /** The phase of a Provision: 2 where it carries a key. */
  readonly phase?: 1 | 2;
}

/** Reads a request back. @param version what it is taken for where it does not say */
export function questionOf(message: Message, version: string): Question {
  const facts = easFacts(message.http);
  const { bytes } = message;
  const root = bytes && bytes[0] === 3 ? readTreeAgain(bytes).root : undefined;
  const method = message.http?.method;
  const command =
    method === 'OPTIONS'
      ? 'OPTIONS'
      : (message.readAs?.command ?? facts.command ?? commandOfRoot(root?.name ?? '')?.name ?? '');
  const treeKey = textAt(root, 'FolderHierarchy:SyncKey');
  return {
    command,
    version: message.readAs?.version ?? facts.version ?? version,
    folders: foldersOf(root),
    ...(treeKey !== undefined && { treeKey }),
    ...(command === 'Provision' && { phase: hasPolicyKey(root) ? (2 as const) : (1 as const) }),
  };
}

const foldersOf = (root: Node | undefined): Question['folders'] =>
  all(child(root, 'AirSync:Collections'), 'AirSync:Collection').map((collection) => ({
    id: textAt(collection, 'AirSync:CollectionId') ?? '',
    key: textAt(collection, 'AirSync:SyncKey') ?? '',
    uploads: child(collection, 'AirSync:Commands') !== undefined,
  }));

const hasPolicyKey = (root: Node | undefined): boolean =>
  textAt(root, 'Provision:Policies', 'Provision:Policy', 'Provision:PolicyKey') !== undefined;
