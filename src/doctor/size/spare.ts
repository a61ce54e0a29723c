import { keyOf, vocabularyOf } from '../../doctypes/index.ts';
import type { Side } from '../../conversation/index.ts';
import type { Scene } from '../rule.ts';
import { childToken, elementText } from '../scene.ts';

/** An element that says what its absence says too. */
export interface Spare {
  command: string;
  side: Side;
  parent: string;
  name: string;
  /** The values that its absence stands for; any where absent. */
  values?: readonly string[];
  source: string;
  /** Says where that does not hold. */
  unless?: (scene: Scene, token: number) => boolean;
}

const SYNC_KEY = keyOf(0, 0x0b);

/** True where the collection's key is 0 or missing: then nothing is handed out unless it is asked for. */
function isFirst(scene: Scene, token: number): boolean {
  const key = childToken(scene, scene.decoded.tokens.parent(token), SYNC_KEY);
  return key < 0 || elementText(scene, key) === '0';
}

/** True where the version is known to be one whose replies carry a Class. */
const isOld = ({ context: { version } }: Scene): boolean =>
  version !== undefined && version.how !== 'guessed' && /^(2\.5|12\.)/.test(version.value);

const SPARE: readonly Spare[] = [
  {
    ...{ command: 'Sync', side: 'response', parent: 'AirSync:Sync', name: 'AirSync:Status', values: ['1'] },
    source: 'MS-ASCMD 2.2.3.180: it may be left out, and each collection has its own',
  },
  {
    ...{ command: 'Sync', side: 'response', parent: 'AirSync:Collection', name: 'AirSync:Class' },
    source: 'MS-ASCMD 2.2.3.27.5: CollectionId tells the folder',
    unless: isOld,
  },
  {
    ...{ command: 'Sync', side: 'request', parent: 'AirSync:Collection', name: 'AirSync:GetChanges' },
    ...{
      values: ['', '1'],
      source: 'MS-ASCMD 2.2.3.84: with a key other than 0 it is 1 where it is left out',
    },
    unless: isFirst,
  },
  {
    ...{ command: 'Sync', side: 'request', parent: 'AirSync:Collection', name: 'AirSync:DeletesAsMoves' },
    ...{ values: ['', '1'], source: 'MS-ASCMD 2.2.3.43: 1 where it is left out' },
  },
  {
    ...{ command: 'Sync', side: 'request', parent: 'AirSync:Collection', name: 'AirSync:WindowSize' },
    ...{ values: ['100'], source: 'MS-ASCMD 2.2.3.199: 100 where it is left out' },
  },
  {
    ...{
      command: 'Sync',
      side: 'request',
      parent: 'AirSync:Options',
      name: 'AirSync:Conflict',
      values: ['1'],
    },
    source: 'MS-ASCMD 2.2.3.34: 1 where it is left out',
  },
  {
    ...{
      command: 'Sync',
      side: 'request',
      parent: 'AirSync:Options',
      name: 'AirSync:MIMESupport',
      values: ['0'],
    },
    source: 'MS-ASCMD 2.2.3.110: 0 where it is left out',
  },
  {
    ...{ command: 'Sync', side: 'response', parent: 'AirSyncBase:Body', name: 'AirSyncBase:Truncated' },
    ...{ values: ['0'], source: 'MS-ASAIRS 2.2.2.50: 0 where it is left out' },
  },
];

/** `Page:Name` as page and code, or −1. */
function keyNamed(name: string): number {
  const vocabulary = vocabularyOf('activesync');
  const [namespace = '', local = ''] = name.split(':');
  const page = vocabulary?.namespacePage(namespace);
  const code = page === undefined ? undefined : vocabulary?.tagCode(page, local);
  return page === undefined || code === undefined ? -1 : keyOf(page, code);
}

/** For a parent and its child, by their keys, what is known of them in this command and direction. */
export function sparesOf(command: string, side: Side): (parent: number, child: number) => Spare | undefined {
  const own = SPARE.filter((spare) => spare.command === command && spare.side === side).map((spare) => ({
    spare,
    parent: keyNamed(spare.parent),
    child: keyNamed(spare.name),
  }));
  return (parent, child) => own.find((entry) => entry.child === child && entry.parent === parent)?.spare;
}

/** True where the element says nothing that its absence would not say. */
export function isSpare(spare: Spare, scene: Scene, token: number): boolean {
  if (spare.unless?.(scene, token)) return false;
  return spare.values?.includes(elementText(scene, token)) ?? true;
}
