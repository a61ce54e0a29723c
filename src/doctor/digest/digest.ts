import { bytesAround } from '../../conversation/index.ts';
import type { BodyKind } from '../body-kind.ts';
import type { Halves, Settled } from '../context.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { Element } from './element.ts';
import { httpDigest } from './http-digest.ts';
import {
  hierarchyDigest,
  itemDigests,
  oofDigest,
  pingDigest,
  provisionDigest,
  settingsDigest,
} from './other-digests.ts';
import { packsNothing, sameness } from './sameness.ts';
import { syncDigest } from './sync-digest.ts';
import type { Digest } from './types.ts';

/**
 * What rules about more than one message need to know of this one. Takes time linear in the message.
 * @param scene the message, read; absent where it is no WBXML
 */
export function digestOf(halves: Halves, body: BodyKind, settled: Settled, scene?: MessageScene): Digest {
  const { bytes } = halves.message;
  const { context, rootName, rootToken, walked } = settled;
  const digest: Digest = {
    side: context.side.value,
    body: body.kind,
    length: bytes?.length ?? 0,
    around: bytesAround(halves.message),
    same: sameness(bytes),
    packsNothing: body.kind === 'gzip' && packsNothing(bytes),
    http: httpDigest(halves),
    whole: walked?.whole ?? false,
  };
  if (context.command) digest.command = context.command.value;
  if (context.version) digest.version = context.version;
  if (rootName === undefined) return digest;
  digest.rootName = rootName;
  if (scene) addContent(digest, new Element(scene, rootToken), rootName);
  return digest;
}

/** What the body says, by its root: whatever command it was sent as. */
function addContent(digest: Digest, root: Element, rootName: string): void {
  const colon = rootName.indexOf(':');
  const command = rootName.slice(colon + 1);
  switch (rootName) {
    case 'AirSync:Sync':
      addStatus(digest, root, 'AirSync:Status');
      digest.sync = syncDigest(root);
      break;
    case 'FolderHierarchy:FolderSync':
    case 'FolderHierarchy:FolderCreate':
    case 'FolderHierarchy:FolderUpdate':
    case 'FolderHierarchy:FolderDelete':
      addStatus(digest, root, 'FolderHierarchy:Status');
      digest.hierarchy = hierarchyDigest(root, command);
      break;
    case 'Ping:Ping':
      addStatus(digest, root, 'Ping:Status');
      digest.ping = pingDigest(root);
      break;
    case 'Provision:Provision':
      addStatus(digest, root, 'Provision:Status');
      digest.provision = provisionDigest(root);
      break;
    case 'Settings:Settings': {
      addStatus(digest, root, 'Settings:Status');
      digest.settings = settingsDigest(root);
      const oof = oofDigest(root);
      if (oof) digest.oof = oof;
      break;
    }
    case 'ComposeMail:SendMail':
    case 'ComposeMail:SmartForward':
    case 'ComposeMail:SmartReply': {
      addStatus(digest, root, 'ComposeMail:Status');
      const clientId = root.valueOf('ComposeMail:ClientId');
      if (clientId) digest.clientId = clientId;
      break;
    }
    default: {
      addStatus(digest, root, OTHER_STATUS.get(rootName.slice(0, colon)));
      const items = itemDigests(root, command);
      if (items) digest.items = items;
    }
  }
}

/** The Status of the other pages that have one under their roots. */
const OTHER_STATUS: ReadonlyMap<string, string> = new Map(
  [
    'GetItemEstimate',
    'ItemOperations',
    'MeetingResponse',
    'Search',
    'ResolveRecipients',
    'ValidateCert',
    'Find',
    'Move',
  ].map((page) => [page, `${page}:Status`]),
);

function addStatus(digest: Digest, root: Element, name: string | undefined): void {
  const status = name === undefined ? undefined : root.valueOf(name);
  if (status) digest.status = status;
}
