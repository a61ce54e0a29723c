import { latin1Text } from '../../bytes/index.ts';
import { all, child, textAt, type Node } from '../message/tree.ts';
import type { Request } from './request.ts';

/** What a Sync asks for one folder. */
export interface AskedCollection {
  readonly id: string | undefined;
  readonly key: string | undefined;
  readonly window: number;
  readonly getChanges: boolean;
  readonly bodyType: string;
  readonly truncation: number;
  readonly commands: readonly Node[];
  /** The bytes of the request for this folder, to know it by when it comes again. */
  readonly content: string;
  /** A sentence where it breaks the rules of a request. */
  readonly fault?: string;
}

const MAX_WINDOW = 512;
const USUAL_WINDOW = 100;

/** The order of a Collection in a request; breaking it is answered with Status 4. @see MS-ASCMD R975 */
const ORDER = [
  'Class',
  'SyncKey',
  'CollectionId',
  'Supported',
  'DeletesAsMoves',
  'GetChanges',
  'WindowSize',
  'ConversationMode',
  'Options',
  'Commands',
];

/** The folders of a Sync. */
export function askedCollections({ tree, bytes }: Request): AskedCollection[] {
  const nodes = all(child(tree?.root, 'AirSync:Collections'), 'AirSync:Collection');
  return nodes.map((node) => {
    const key = textAt(node, 'AirSync:SyncKey');
    const id = textAt(node, 'AirSync:CollectionId');
    const changes = child(node, 'AirSync:GetChanges');
    const wantsChanges = changes ? changes.text !== '0' : true;
    const preference = child(child(node, 'AirSync:Options'), 'AirSyncBase:BodyPreference');
    const window = Number(textAt(node, 'AirSync:WindowSize') ?? USUAL_WINDOW);
    const fault = faultOf(node, key, changes !== undefined && wantsChanges);
    return {
      id,
      key,
      window: window >= 1 && window <= MAX_WINDOW ? window : MAX_WINDOW,
      getChanges: wantsChanges,
      bodyType: textAt(preference, 'AirSyncBase:Type') ?? '1',
      truncation: Number(textAt(preference, 'AirSyncBase:TruncationSize') ?? Infinity),
      commands: child(node, 'AirSync:Commands')?.children ?? [],
      content: latin1Text(bytes.subarray(node.start, Math.min(node.end, node.start + 32_768))),
      ...(fault !== undefined && { fault }),
    };
  });
}

function faultOf(node: Node, key: string | undefined, asksChanges: boolean): string | undefined {
  if (key === undefined) return 'A Collection has no SyncKey.';
  if (textAt(node, 'AirSync:CollectionId') === undefined) return 'A Collection has no CollectionId.';
  if (key === '0' && asksChanges) return 'GetChanges is asked with key 0.';
  const places = node.children.map(({ name }) => ORDER.indexOf(name.replace('AirSync:', '')));
  if (places.some((place, i) => place < (places[i - 1] ?? 0)))
    return 'The children of Collection are not in their order.';
  return undefined;
}
