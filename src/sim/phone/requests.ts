import type { Message } from '../../conversation/index.ts';
import { versionBit, versionsOf } from '../../eas/index.ts';
import { classOfFolder } from '../mailbox/types.ts';
import { elementBytes } from '../message/element-bytes.ts';
import { flag, opaque, tag, type Element } from '../message/element.ts';
import { MIME_TYPE, WBXML_TYPE } from '../message/http.ts';
import { utf8 } from '../message/text.ts';
import { toHex } from '../../bytes/index.ts';
import type { PhoneProfile } from './profiles.ts';
import type { Job, LocalChange, PhoneCollection, PhoneState } from './types.ts';

const PATH = '/Microsoft-Server-ActiveSync';
const USER = 'alice%40example.com';
const NOTHING = new Uint8Array(0);
const BODY_BYTES = '32768';

export const isFrom = (version: string, range: string): boolean =>
  (versionBit(version) & versionsOf(range)) !== 0;

/** OPTIONS: no body, no version, and a policy key of 0 all the same. @see Apple forum 99522 */
export const optionsRequest = ({ device }: PhoneProfile): Message => ({
  bytes: NOTHING,
  http: {
    method: 'OPTIONS',
    url: PATH,
    headers: { ...device.headers, 'User-Agent': device.agent, 'X-MS-PolicyKey': '0', 'Content-Length': '0' },
  },
});

/** Commands that carry no policy key: Ping need not, and Provision was seen without. */
const WITHOUT_POLICY_KEY = ['Ping', 'Provision'];

function post(
  phone: PhoneState,
  { device }: PhoneProfile,
  command: string,
  bytes: Uint8Array,
  more: { query?: string; type?: string } = {},
): Message {
  const { query = '', type = WBXML_TYPE } = more;
  const url = `${PATH}?User=${USER}&DeviceId=${device.id}&DeviceType=${device.type}&Cmd=${command}${query}`;
  const headers: Record<string, string> = {
    ...device.headers,
    'User-Agent': device.agent,
    'MS-ASProtocolVersion': phone.version,
  };
  if (!WITHOUT_POLICY_KEY.includes(command)) headers['X-MS-PolicyKey'] = phone.policyKey;
  if (bytes.length > 0) headers['Content-Type'] = type;
  headers['Content-Length'] = String(bytes.length);
  return { bytes, http: { method: 'POST', url, headers } };
}

/** What the phone says of itself. @see Apple forum 99522: this list, in this order */
function deviceInformation({ device }: PhoneProfile): Element {
  return tag(
    'Settings:DeviceInformation',
    tag(
      'Settings:Set',
      tag('Settings:Model', device.model),
      tag('Settings:OS', device.system),
      tag('Settings:UserAgent', device.agent),
      tag('Settings:FriendlyName', device.name),
      tag('Settings:OSLanguage', device.language),
    ),
  );
}

export function settingsRequest(phone: PhoneState, profile: PhoneProfile): Message {
  const root = tag(
    'Settings:Settings',
    tag('Settings:UserInformation', flag('Settings:Get')),
    deviceInformation(profile),
  );
  return post(phone, profile, 'Settings', elementBytes(root));
}

/** Phase 1: at 14.0 the type of policy alone, 41 bytes; from 14.1 on the phone says what it is. */
export function provisionOne(phone: PhoneState, profile: PhoneProfile): Message {
  const root = tag(
    'Provision:Provision',
    ...(isFrom(phone.version, '14.1-16.1') ? [deviceInformation(profile)] : []),
    tag(
      'Provision:Policies',
      tag('Provision:Policy', tag('Provision:PolicyType', 'MS-EAS-Provisioning-WBXML')),
    ),
  );
  return post(phone, profile, 'Provision', elementBytes(root));
}

export function provisionTwo(phone: PhoneState, profile: PhoneProfile): Message {
  const policy = tag(
    'Provision:Policy',
    tag('Provision:PolicyType', 'MS-EAS-Provisioning-WBXML'),
    tag('Provision:PolicyKey', phone.temporaryKey ?? '0'),
    tag('Provision:Status', '1'),
  );
  const root = tag('Provision:Provision', tag('Provision:Policies', policy));
  return post(phone, profile, 'Provision', elementBytes(root));
}

export function wipeConfirmation(phone: PhoneState, profile: PhoneProfile): Message {
  const root = tag('Provision:Provision', tag('Provision:RemoteWipe', tag('Provision:Status', '1')));
  return post(phone, profile, 'Provision', elementBytes(root));
}

export function folderSyncRequest(phone: PhoneState, profile: PhoneProfile, key: string): Message {
  const root = tag('FolderHierarchy:FolderSync', tag('FolderHierarchy:SyncKey', key));
  return post(phone, profile, 'FolderSync', elementBytes(root));
}

const OPTIONS: Element = tag(
  'AirSync:Options',
  tag(
    'AirSyncBase:BodyPreference',
    tag('AirSyncBase:Type', '1'),
    tag('AirSyncBase:TruncationSize', BODY_BYTES),
  ),
);

/**
 * Sync of one folder. With key 0 only key, id and options; otherwise GetChanges without content, the window, and what
 * was changed on the phone. @see Microsoft blog 2013; Z-Push issue 99
 */
export function syncRequest(
  phone: PhoneState,
  profile: PhoneProfile,
  folder: string,
  { key, changes }: Pick<PhoneCollection, 'key' | 'changes'>,
): Message {
  const holds: Element[] = [tag('AirSync:SyncKey', key), tag('AirSync:CollectionId', folder)];
  if (key !== '0') {
    holds.push(flag('AirSync:GetChanges'), tag('AirSync:WindowSize', String(profile.parameters.windowSize)));
  }
  holds.push(OPTIONS);
  if (key !== '0' && changes.length > 0) {
    holds.push(tag('AirSync:Commands', ...changes.map(commandOf)));
  }
  const root = tag('AirSync:Sync', tag('AirSync:Collections', tag('AirSync:Collection', ...holds)));
  return post(phone, profile, 'Sync', elementBytes(root));
}

function commandOf(change: LocalChange): Element {
  switch (change.kind) {
    case 'add':
      return tag(
        'AirSync:Add',
        tag('AirSync:ClientId', change.clientId),
        tag('AirSync:ApplicationData', ...change.properties),
      );
    case 'change':
      return tag(
        'AirSync:Change',
        tag('AirSync:ServerId', change.id),
        tag('AirSync:ApplicationData', ...change.properties),
      );
    case 'delete':
      return tag('AirSync:Delete', tag('AirSync:ServerId', change.id));
    default:
      return change satisfies never;
  }
}

export function pingRequest(phone: PhoneState, profile: PhoneProfile, folders: readonly string[]): Message {
  if (!phone.ping.whole) return post(phone, profile, 'Ping', NOTHING);
  const list = folders.map((id) => {
    const type = phone.folders.find((folder) => folder.id === id)?.type ?? 0;
    return tag('Ping:Folder', tag('Ping:Id', id), tag('Ping:Class', classOfFolder(type)));
  });
  const root = tag(
    'Ping:Ping',
    tag('Ping:HeartbeatInterval', String(phone.ping.heartbeat)),
    tag('Ping:Folders', ...list),
  );
  return post(phone, profile, 'Ping', elementBytes(root));
}

/** The command of another kind that a job stands for. */
export function jobRequest(
  phone: PhoneState,
  profile: PhoneProfile,
  job: Job,
): { command: string; message: Message } {
  switch (job.kind) {
    case 'mail':
      return mailRequest(phone, profile, job);
    case 'move': {
      const root = tag(
        'Move:MoveItems',
        tag(
          'Move:Move',
          tag('Move:SrcMsgId', job.item.id),
          tag('Move:SrcFldId', job.item.folder),
          tag('Move:DstFldId', job.to),
        ),
      );
      return { command: 'MoveItems', message: post(phone, profile, 'MoveItems', elementBytes(root)) };
    }
    case 'answer': {
      const root = tag(
        'MeetingResponse:MeetingResponse',
        tag(
          'MeetingResponse:Request',
          tag('MeetingResponse:UserResponse', job.response),
          tag('MeetingResponse:CollectionId', job.item.folder),
          tag('MeetingResponse:RequestId', job.item.id),
        ),
      );
      return {
        command: 'MeetingResponse',
        message: post(phone, profile, 'MeetingResponse', elementBytes(root)),
      };
    }
    case 'open': {
      const root = tag(
        'ItemOperations:ItemOperations',
        tag(
          'ItemOperations:Fetch',
          tag('ItemOperations:Store', 'Mailbox'),
          tag('AirSync:CollectionId', job.item.folder),
          tag('AirSync:ServerId', job.item.id),
          tag('ItemOperations:Options', tag('AirSyncBase:BodyPreference', tag('AirSyncBase:Type', '1'))),
        ),
      );
      return {
        command: 'ItemOperations',
        message: post(phone, profile, 'ItemOperations', elementBytes(root)),
      };
    }
    default:
      return job satisfies never;
  }
}

/** From 14.0 on WBXML around MIME; before, MIME alone with the rest in the query. */
function mailRequest(
  phone: PhoneState,
  profile: PhoneProfile,
  { clientId, mime, reply }: Extract<Job, { kind: 'mail' }>,
): { command: string; message: Message } {
  const command = reply ? 'SmartReply' : 'SendMail';
  if (!isFrom(phone.version, '14.0-16.1')) {
    const ids = reply
      ? `&ItemId=${encodeURIComponent(reply.id)}&CollectionId=${encodeURIComponent(reply.folder)}`
      : '';
    const more = { query: `${ids}&SaveInSent=T`, type: MIME_TYPE };
    return { command, message: post(phone, profile, command, utf8(mime), more) };
  }
  const source = reply
    ? [
        tag(
          'ComposeMail:Source',
          tag('ComposeMail:FolderId', reply.folder),
          tag('ComposeMail:ItemId', reply.id),
        ),
      ]
    : [];
  const root = tag(
    `ComposeMail:${command}`,
    tag('ComposeMail:ClientId', clientId),
    ...source,
    flag('ComposeMail:SaveInSentItems'),
    tag('ComposeMail:Mime', opaque(toHex(utf8(mime)))),
  );
  return { command, message: post(phone, profile, command, elementBytes(root)) };
}
