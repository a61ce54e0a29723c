import { keyNamed } from '../message-rules/elements.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { elementSpan, pastElement } from '../scene.ts';
import { Element, pastContent, tagKey, valueAt } from './element.ts';
import { addBodies, preferenceOf } from './body-digest.ts';
import type { CollectionDigest, Operation, Operations, SyncDigest } from './types.ts';

const MOST = 5000;
const MOST_COLLECTIONS = 1000;
const MOST_OPTIONS = 10;
const COLLECTION = keyNamed('AirSync:Collection');
const KINDS: ReadonlyMap<number, Operation['kind']> = new Map(
  (['Add', 'Change', 'Delete', 'SoftDelete', 'Fetch'] as const).map((kind) => [
    keyNamed(`AirSync:${kind}`),
    kind,
  ]),
);

const COLLECTION_ID = keyNamed('AirSync:CollectionId');
const SYNC_KEY = keyNamed('AirSync:SyncKey');
const STATUS = keyNamed('AirSync:Status');
const CLASS = keyNamed('AirSync:Class');
const WINDOW_SIZE = keyNamed('AirSync:WindowSize');
const GET_CHANGES = keyNamed('AirSync:GetChanges');
const OPTIONS = keyNamed('AirSync:Options');
const MORE_AVAILABLE = keyNamed('AirSync:MoreAvailable');
const COMMANDS = keyNamed('AirSync:Commands');
const RESPONSES = keyNamed('AirSync:Responses');

const SERVER_ID = keyNamed('AirSync:ServerId');
const CLIENT_ID = keyNamed('AirSync:ClientId');

export function syncDigest(root: Element): SyncDigest {
  const { scene } = root;
  const container = root.child('AirSync:Collections');
  const digest: SyncDigest = { collections: container ? collections(container) : [] };
  if (container) digest.container = container.mark;
  const windowSize = root.valueOf('AirSync:WindowSize');
  if (windowSize) digest.windowSize = windowSize;
  const partial = root.markOf('AirSync:Partial');
  if (partial) digest.partial = partial;
  addBodies(scene, digest.collections);
  return digest;
}

function collections({ scene, token }: Element): CollectionDigest[] {
  const { tokens } = scene.decoded;
  const found: CollectionDigest[] = [];
  const past = pastContent(tokens, token);
  for (let i = token + 1; i < past && found.length < MOST_COLLECTIONS; i = pastElement(tokens, i)) {
    if (tagKey(tokens, i) === COLLECTION) found.push(collectionDigest(scene, i));
  }
  return found;
}

/** Its children are looked at once; of each kind the first counts. */
function collectionDigest(scene: MessageScene, token: number): CollectionDigest {
  const { tokens } = scene.decoded;
  const { start, end } = elementSpan(scene, token);
  const digest: CollectionDigest = {
    start,
    end,
    asked: [],
    preferences: [],
    asksMime: false,
    bodies: [],
    longest: [],
    short: [],
  };
  const past = pastContent(tokens, token);
  let options = 0;
  for (let i = token + 1; i < past; i = pastElement(tokens, i)) {
    switch (tagKey(tokens, i)) {
      case COLLECTION_ID:
        digest.id ??= valueAt(scene, i);
        break;
      case SYNC_KEY:
        digest.key ??= valueAt(scene, i);
        break;
      case STATUS:
        digest.status ??= valueAt(scene, i);
        break;
      case CLASS:
        digest.class ??= valueAt(scene, i);
        break;
      case WINDOW_SIZE:
        digest.windowSize ??= valueAt(scene, i);
        break;
      case GET_CHANGES:
        digest.getChanges ??= valueAt(scene, i);
        break;
      case MORE_AVAILABLE:
        digest.moreAvailable ??= elementSpan(scene, i);
        break;
      case COMMANDS:
        digest.commands ??= operations(scene, i);
        break;
      case RESPONSES:
        digest.responses ??= operations(scene, i);
        break;
      case OPTIONS:
        if (options++ < MOST_OPTIONS) addOptions(digest, new Element(scene, i));
    }
  }
  return digest;
}

function addOptions(digest: CollectionDigest, options: Element): void {
  digest.options ??= options.mark;
  for (const preference of options.all('AirSyncBase:BodyPreference', 10)) {
    const type = preference.valueOf('AirSyncBase:Type');
    if (!type) continue;
    digest.asked.push(type.text);
    digest.preferences.push(preferenceOf(preference, type.text));
  }
  digest.asksMime ||= /[12]/.test(options.valueOf('AirSync:MIMESupport')?.text ?? '');
}

/** @param token of a Commands or Responses */
function operations(scene: MessageScene, token: number): Operations {
  const { tokens } = scene.decoded;
  const list: Operation[] = [];
  let count = 0;
  const past = pastContent(tokens, token);
  for (let i = token + 1; i < past; i = pastElement(tokens, i)) {
    const kind = KINDS.get(tagKey(tokens, i));
    if (kind === undefined || ++count > MOST) continue;
    list.push(operation(scene, i, kind));
  }
  const { start, end } = elementSpan(scene, token);
  return { start, end, count, list };
}

/** Many stand in one message: its children are looked at once, without a table of them. */
function operation(scene: MessageScene, token: number, kind: Operation['kind']): Operation {
  const { tokens } = scene.decoded;
  const { start, end } = elementSpan(scene, token);
  const found: Operation = { start, end, kind };
  const past = pastContent(tokens, token);
  for (let i = token + 1; i < past; i = pastElement(tokens, i)) {
    const key = tagKey(tokens, i);
    if (key === SERVER_ID) found.serverId ??= valueAt(scene, i);
    else if (key === CLIENT_ID) found.clientId ??= valueAt(scene, i);
    else if (key === STATUS) found.status ??= valueAt(scene, i);
  }
  return found;
}
