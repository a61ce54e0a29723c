import { given, type Element } from './element.ts';
import type {
  FolderChange,
  HierarchyDigest,
  ItemDigest,
  Mark,
  PingDigest,
  PolicyDigest,
  ProvisionDigest,
  Value,
} from './types.ts';

const MOST = 5000;

/** FolderSync and its kin: a request or reply of FolderCreate, FolderUpdate and FolderDelete is about one folder. */
export function hierarchyDigest(root: Element, command: string): HierarchyDigest {
  const changes = root.child('FolderHierarchy:Changes');
  const kinds = ['Add', 'Update', 'Delete'] as const;
  const listed = kinds.flatMap((kind) =>
    (changes?.all(`FolderHierarchy:${kind}`, MOST) ?? []).map((element) => folder(element, kind)),
  );
  const own = { FolderCreate: 'Add', FolderUpdate: 'Update', FolderDelete: 'Delete' } as const;
  const kind = command in own ? own[command as keyof typeof own] : undefined;
  return given<HierarchyDigest>({
    key: root.valueOf('FolderHierarchy:SyncKey'),
    count: changes?.valueOf('FolderHierarchy:Count'),
    changes: changes?.mark,
    folders: kind ? [folder(root, kind)] : listed.sort((a, b) => a.start - b.start),
  });
}

const folder = (element: Element, kind: FolderChange['kind']): FolderChange =>
  given<FolderChange>({
    ...element.mark,
    kind,
    id: element.valueOf('FolderHierarchy:ServerId'),
    parent: element.valueOf('FolderHierarchy:ParentId'),
    name: element.valueOf('FolderHierarchy:DisplayName'),
    type: element.valueOf('FolderHierarchy:Type'),
  });

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
  });
}

/** Where each command lists what it asks for and what it answers, and the ids that stand there. */
const LISTS: Readonly<
  Record<string, { request: string[]; response: string[]; page: string; ids: string[] }>
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
    ids: ['AirSync:CollectionId', 'AirSync:ServerId', 'AirSyncBase:FileReference', 'Search:LongId'],
  },
  MoveItems: {
    page: 'Move',
    request: ['Move'],
    response: ['Response'],
    ids: ['Move:SrcMsgId', 'Move:DstFldId'],
  },
  MeetingResponse: {
    page: 'MeetingResponse',
    request: ['Request'],
    response: ['Result'],
    ids: ['MeetingResponse:RequestId', 'Search:LongId'],
  },
};

/** `undefined` for a command that lists nothing by id. */
export function itemDigests(root: Element, command: string): ItemDigest[] | undefined {
  const list = Object.hasOwn(LISTS, command) ? LISTS[command] : undefined;
  if (!list) return undefined;
  let level: Element[] = [root];
  for (const name of list[root.scene.side])
    level = level.flatMap((element) => element.all(`${list.page}:${name}`));
  return level.slice(0, 1000).map((element) => item(element, list.page, list.ids));
}

function item(element: Element, page: string, names: readonly string[]): ItemDigest {
  const ids: Record<string, Value> = {};
  // A reply of GetItemEstimate has them one level further in.
  const inner = element.child('GetItemEstimate:Collection');
  for (const name of names) {
    const value = element.valueOf(name) ?? inner?.valueOf(name);
    if (value) ids[name.slice(name.indexOf(':') + 1)] = value;
  }
  const holder =
    element.child('ItemOperations:Options') ?? element.child('ItemOperations:Properties') ?? element;
  return given<ItemDigest>({
    ...element.mark,
    ids,
    status: element.valueOf(`${page}:Status`),
    range: holder.markOf('ItemOperations:Range'),
  });
}

const PARTS = [
  'Oof',
  'DevicePassword',
  'DeviceInformation',
  'UserInformation',
  'RightsManagementInformation',
] as const;

/** The parts of a Settings, by name. */
export function settingsDigest(root: Element): Record<string, Mark> {
  const parts: Record<string, Mark> = {};
  for (const name of PARTS) {
    const mark = root.markOf(`Settings:${name}`);
    if (mark) parts[name] = mark;
  }
  return parts;
}
