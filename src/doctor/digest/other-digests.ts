import { isNamed, keyNamed } from '../message-rules/elements.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { elementSpan, pastElement } from '../scene.ts';
import { given, pastContent, tagKey, valueAt, type Element } from './element.ts';
import type {
  FolderChange,
  HierarchyDigest,
  ItemDigest,
  Mark,
  OofDigest,
  PingDigest,
  PolicyDigest,
  ProvisionDigest,
  Value,
} from './types.ts';

const MOST = 5000;

const KINDS: ReadonlyMap<number, FolderChange['kind']> = new Map(
  (['Add', 'Update', 'Delete'] as const).map((kind) => [keyNamed(`FolderHierarchy:${kind}`), kind]),
);
/** The kind of change that each command asks for or answers. */
const OWN: Readonly<Record<string, FolderChange['kind']>> = {
  FolderCreate: 'Add',
  FolderUpdate: 'Update',
  FolderDelete: 'Delete',
};
const SERVER_ID = keyNamed('FolderHierarchy:ServerId');
const PARENT_ID = keyNamed('FolderHierarchy:ParentId');
const DISPLAY_NAME = keyNamed('FolderHierarchy:DisplayName');
const TYPE = keyNamed('FolderHierarchy:Type');

/** FolderSync and its kin: a request or reply of FolderCreate, FolderUpdate and FolderDelete is about one folder. */
export function hierarchyDigest(root: Element, command: string): HierarchyDigest {
  const changes = root.child('FolderHierarchy:Changes');
  const kind = Object.hasOwn(OWN, command) ? OWN[command] : undefined;
  const digest: HierarchyDigest = { folders: [] };
  if (kind) digest.folders = [folder(root.scene, root.token, kind)];
  else if (changes) digest.folders = folders(changes);
  const key = root.valueOf('FolderHierarchy:SyncKey');
  if (key) digest.key = key;
  const count = changes?.valueOf('FolderHierarchy:Count');
  if (count) digest.count = count;
  if (changes) digest.changes = changes.mark;
  return digest;
}

/** The folders that a Changes names, the first 5,000 of each kind. */
function folders({ scene, token }: Element): FolderChange[] {
  const { tokens } = scene.decoded;
  const found: FolderChange[] = [];
  const counts = { Add: 0, Update: 0, Delete: 0 };
  const past = pastContent(tokens, token);
  for (let i = token + 1; i < past; i = pastElement(tokens, i)) {
    const kind = KINDS.get(tagKey(tokens, i));
    if (kind !== undefined && counts[kind]++ < MOST) found.push(folder(scene, i, kind));
  }
  return found;
}

/** Many stand in one message: the children of each are looked at once. */
function folder(scene: MessageScene, token: number, kind: FolderChange['kind']): FolderChange {
  const { tokens } = scene.decoded;
  const { start, end } = elementSpan(scene, token);
  const found: FolderChange = { start, end, kind };
  const past = pastContent(tokens, token);
  for (let i = token + 1; i < past; i = pastElement(tokens, i)) {
    const key = tagKey(tokens, i);
    if (key === SERVER_ID) found.id ??= valueAt(scene, i);
    else if (key === PARENT_ID) found.parent ??= valueAt(scene, i);
    else if (key === DISPLAY_NAME) found.name ??= valueAt(scene, i);
    else if (key === TYPE) found.type ??= valueAt(scene, i);
  }
  return found;
}

export function pingDigest(root: Element): PingDigest {
  const folders = root.child('Ping:Folders')?.all('Ping:Folder') ?? [];
  return given<PingDigest>({
    heartbeat: root.valueOf('Ping:HeartbeatInterval'),
    // A request has an Id in each Folder, a reply the id itself.
    folders: folders.map((element) => element.valueOf('Ping:Id') ?? element.value),
  });
}

export function provisionDigest(root: Element): ProvisionDigest {
  const policies = root.child('Provision:Policies')?.all('Provision:Policy', 20) ?? [];
  return given<ProvisionDigest>({
    policies: policies.map((element) =>
      given<PolicyDigest>({
        ...element.mark,
        type: element.valueOf('Provision:PolicyType'),
        key: element.valueOf('Provision:PolicyKey'),
        status: element.valueOf('Provision:Status'),
        data: element.markOf('Provision:Data'),
      }),
    ),
    deviceInformation: root.markOf('Settings:DeviceInformation'),
    wipe: root.markOf('Provision:RemoteWipe') ?? root.markOf('Provision:AccountOnlyRemoteWipe'),
  });
}

/**
 * Where each command lists what it asks for and what it answers, and the ids that stand there: an element that is an id
 * itself is its own. `beside`: what is listed among them, too.
 */
const LISTS: Readonly<
  Record<string, { request: string[]; response: string[]; page: string; ids: string[]; beside?: string }>
> = {
  GetItemEstimate: {
    page: 'GetItemEstimate',
    request: ['Collections', 'Collection'],
    response: ['Response'],
    ids: ['GetItemEstimate:CollectionId', 'AirSync:CollectionId'],
  },
  ItemOperations: {
    page: 'ItemOperations',
    request: ['Fetch'],
    response: ['Response', 'Fetch'],
    beside: 'EmptyFolderContents',
    ids: [
      'AirSync:CollectionId',
      'AirSync:ServerId',
      'AirSyncBase:FileReference',
      'Search:LongId',
      'DocumentLibrary:LinkId',
    ],
  },
  MoveItems: {
    page: 'Move',
    request: ['Move'],
    response: ['Response'],
    ids: ['Move:SrcMsgId', 'Move:SrcFldId', 'Move:DstFldId'],
  },
  MeetingResponse: {
    page: 'MeetingResponse',
    request: ['Request'],
    response: ['Result'],
    ids: ['MeetingResponse:RequestId', 'Search:LongId'],
  },
  ResolveRecipients: {
    page: 'ResolveRecipients',
    request: ['To'],
    response: ['Response'],
    ids: ['ResolveRecipients:To'],
  },
  ValidateCert: {
    page: 'ValidateCert',
    request: ['Certificates', 'Certificate'],
    response: ['Certificate'],
    ids: [],
  },
};

/** `undefined` for a command that lists nothing by id. */
export function itemDigests(root: Element, command: string): ItemDigest[] | undefined {
  const list = Object.hasOwn(LISTS, command) ? LISTS[command] : undefined;
  if (!list) return undefined;
  let level: Element[] = [root];
  let within: Element[] = [];
  for (const name of list[root.scene.side]) {
    within = level;
    level = level.flatMap((element) => element.all(`${list.page}:${name}`));
  }
  const { beside } = list;
  if (beside) level = [...level, ...within.flatMap((element) => element.all(`${list.page}:${beside}`))];
  return level.slice(0, 1000).map((element) => item(element, list.page, list.ids));
}

function item(element: Element, page: string, names: readonly string[]): ItemDigest {
  const ids: Record<string, Value> = {};
  // A reply of GetItemEstimate has them one level further in.
  const inner = element.child('GetItemEstimate:Collection');
  for (const name of names) {
    const value =
      element.valueOf(name) ??
      inner?.valueOf(name) ??
      (isNamed(element.scene, element.token, name) ? element.value : undefined);
    if (value) ids[name.slice(name.indexOf(':') + 1)] = value;
  }
  const holder =
    element.child('ItemOperations:Options') ?? element.child('ItemOperations:Properties') ?? element;
  return given<ItemDigest>({
    ...element.mark,
    ids,
    status: element.valueOf(`${page}:Status`),
    range: holder.markOf('ItemOperations:Range'),
    part:
      holder.valueOf('ItemOperations:Part') ??
      holder.child('AirSyncBase:Body')?.valueOf('ItemOperations:Part'),
  });
}

const PARTS = [
  'Oof',
  'DevicePassword',
  'DeviceInformation',
  'UserInformation',
  'RightsManagementInformation',
] as const;

/** What the Oof of a Settings asks for, or answers. */
export function oofDigest(root: Element): OofDigest | undefined {
  const oof = root.child('Settings:Oof');
  return oof && given<OofDigest>({ get: oof.markOf('Settings:Get'), status: oof.valueOf('Settings:Status') });
}

/** The parts of a Settings, by name. */
export function settingsDigest(root: Element): Record<string, Mark> {
  const parts: Record<string, Mark> = {};
  for (const name of PARTS) {
    const mark = root.markOf(`Settings:${name}`);
    if (mark) parts[name] = mark;
  }
  return parts;
}
