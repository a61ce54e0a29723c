import type { Message } from '../../conversation/index.ts';
import type { EasFacts } from '../../eas/index.ts';
import type { BodyKind } from '../body-kind.ts';
import type { Settled } from '../context.ts';
import type { Scene } from '../rule.ts';
import { Element, given } from './element.ts';
import { httpDigest } from './http-digest.ts';
import {
  hierarchyDigest,
  itemDigests,
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
export function digestOf(
  message: Message,
  facts: EasFacts,
  body: BodyKind,
  settled: Settled,
  scene?: Scene,
): Digest {
  const { context, rootName, walked } = settled;
  const root = scene && rootName !== undefined ? new Element(scene, settled.rootToken) : undefined;
  return given<Digest>({
    side: context.side.value,
    command: context.command?.value,
    version: context.version,
    body: body.kind,
    length: message.bytes?.length ?? 0,
    same: sameness(message.bytes),
    packsNothing: body.kind === 'gzip' && packsNothing(message.bytes),
    http: httpDigest(message, facts),
    rootName,
    whole: walked?.whole ?? false,
    ...(root && rootName !== undefined && contentOf(root, rootName)),
  });
}

/** What the body says, by its root: whatever command it was sent as. */
function contentOf(root: Element, rootName: string): Partial<Digest> {
  const [page = '', command = ''] = rootName.split(':');
  switch (rootName) {
    case 'AirSync:Sync':
      return { ...statusOf(root, page), sync: syncDigest(root) };
    case 'FolderHierarchy:FolderSync':
    case 'FolderHierarchy:FolderCreate':
    case 'FolderHierarchy:FolderUpdate':
    case 'FolderHierarchy:FolderDelete':
      return { ...statusOf(root, page), hierarchy: hierarchyDigest(root, command) };
    case 'Ping:Ping':
      return { ...statusOf(root, page), ping: pingDigest(root) };
    case 'Provision:Provision':
      return { ...statusOf(root, page), provision: provisionDigest(root) };
    case 'Settings:Settings':
      return { ...statusOf(root, page), settings: settingsDigest(root) };
    case 'ComposeMail:SendMail':
    case 'ComposeMail:SmartForward':
    case 'ComposeMail:SmartReply':
      return given<Partial<Digest>>({
        ...statusOf(root, page),
        clientId: root.valueOf('ComposeMail:ClientId'),
      });
    default: {
      const items = itemDigests(root, command);
      return { ...(HAS_STATUS.has(page) && statusOf(root, page)), ...(items && { items }) };
    }
  }
}

const HAS_STATUS: ReadonlySet<string> = new Set([
  'GetItemEstimate',
  'ItemOperations',
  'MeetingResponse',
  'Search',
  'ResolveRecipients',
  'ValidateCert',
  'Find',
]);

function statusOf(root: Element, page: string): Pick<Digest, 'status'> {
  const status = root.valueOf(`${page}:Status`);
  return status ? { status } : {};
}
