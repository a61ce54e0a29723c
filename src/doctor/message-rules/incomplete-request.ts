import type { MessageRule, RulePage } from '../rule.ts';
import { unmetDemands, type Demand } from './demands.ts';

const REFUSED = {
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
} as const;

/** An element that must have one of these, whatever else stands in it. */
const oneOf = (
  command: string,
  holder: string,
  names: readonly string[],
  source: string,
  text: string,
): Demand => ({ ...REFUSED, command, holder, beside: [], needs: names, source, text });

/** A tag of the compose commands that says which mail is meant. */
const source = (command: string): Demand => ({
  ...oneOf(
    command,
    'ComposeMail:Source',
    ['ComposeMail:ItemId', 'ComposeMail:LongId'],
    'MS-ASCMD 2.2.3.74, 2.2.3.93, 2.2.3.98.4',
    'Source does not say which mail is meant. It has an ItemId, or a LongId.',
  ),
  unlessEmpty: true,
});

const DEMANDS: readonly Demand[] = [
  oneOf(
    'ItemOperations',
    'ItemOperations:ItemOperations',
    ['ItemOperations:Fetch', 'ItemOperations:EmptyFolderContents', 'ItemOperations:Move'],
    'MS-ASCMD 2.2.3.94',
    'ItemOperations asks for nothing. It holds Fetch, EmptyFolderContents or Move.',
  ),
  oneOf(
    'ItemOperations',
    'ItemOperations:Fetch',
    ['AirSync:ServerId', 'Search:LongId', 'AirSyncBase:FileReference', 'DocumentLibrary:LinkId'],
    'MS-ASCMD 2.2.3.67.1',
    'Fetch does not say what to fetch. It has a ServerId (with CollectionId), a LongId, a FileReference or a LinkId.',
  ),
  oneOf(
    'MeetingResponse',
    'MeetingResponse:Request',
    ['MeetingResponse:RequestId', 'Search:LongId'],
    'MS-ASCMD, RequestId, LongId(MeetingResponse)',
    'Request does not say which meeting is answered. It has a RequestId (with CollectionId), or a LongId.',
  ),
  {
    ...oneOf(
      'MeetingResponse',
      'MeetingResponse:Request',
      ['MeetingResponse:CollectionId'],
      'MS-ASCMD, CollectionId(MeetingResponse)',
      'RequestId stands without CollectionId, the folder that the item is in. Only with a LongId it may be missing.',
    ),
    beside: [{ name: 'MeetingResponse:RequestId' }],
    breach: 'SHOULD',
  },
  oneOf(
    'Settings',
    'Settings:Settings',
    ['Oof', 'DevicePassword', 'DeviceInformation', 'UserInformation', 'RightsManagementInformation'].map(
      (name) => `Settings:${name}`,
    ),
    'MS-ASCMD, Settings',
    'Settings asks for nothing and sets nothing.',
  ),
  oneOf(
    'Settings',
    'Settings:Oof',
    ['Settings:Get', 'Settings:Set'],
    'MS-ASCMD, Oof',
    'Oof is neither asked for nor set. It holds Get or Set.',
  ),
  oneOf(
    'ResolveRecipients',
    'ResolveRecipients:ResolveRecipients',
    ['ResolveRecipients:To'],
    'MS-ASCMD, To(ResolveRecipients)',
    'ResolveRecipients names nobody. Each name to look up stands in a To.',
  ),
  source('SmartReply'),
  source('SmartForward'),
];

export const incompleteRequest: MessageRule = {
  id: 'incomplete-request',
  side: 'request',
  commands: [...new Set(DEMANDS.map(({ command }) => command))],
  ...REFUSED,
  basis: 'spec',
  source: 'MS-ASCMD',
  judge: (scene) => unmetDemands(scene, DEMANDS),
};

export const incompleteRequestPage: RulePage = {
  title: 'A request that does not say what it wants',
  scope: 'message',
  why: 'Each of several elements may be missing, but not all of them: what is then asked for is nothing, or nothing that a server could find.',
  covers: [],
  bad: { hex: '03016a00 0014 45 46 47034d61696c626f780001 01 01', side: 'request' },
  good: {
    hex: '03016a00 0014 45 46 47034d61696c626f780001 0000 5203350001 4d03353a310001 01 01',
    side: 'request',
  },
};
