import { keyOf } from '../../doctypes/index.ts';
import { keyNamed } from '../message-rules/elements.ts';
import { indexOf } from '../message-rules/message-index.ts';
import type { Scene } from '../rule.ts';
import { KIND } from '../../wbxml/index.ts';
import { childTags, elementSpan } from '../scene.ts';
import { Element, given } from './element.ts';
import type { CollectionDigest, Operation, Operations, SyncDigest, Value } from './types.ts';

const KINDS: readonly Operation['kind'][] = ['Add', 'Change', 'Delete', 'SoftDelete', 'Fetch'];
const MOST = 5000;
/** What is kept of an operation, by code on page 0. */
const OWN: Readonly<Record<number, 'serverId' | 'clientId' | 'status'>> = {
  0x0c: 'clientId',
  0x0d: 'serverId',
  0x0e: 'status',
};

export function syncDigest(root: Element): SyncDigest {
  const bodies = bodyTypes(root.scene);
  const collections = (root.child('AirSync:Collections')?.all('AirSync:Collection') ?? []).map((element) =>
    collectionDigest(element, bodies),
  );
  return given<SyncDigest>({
    windowSize: root.valueOf('AirSync:WindowSize'),
    partial: root.markOf('AirSync:Partial'),
    container: root.markOf('AirSync:Collections'),
    collections,
  });
}

function collectionDigest(element: Element, bodies: readonly Value[]): CollectionDigest {
  const options = element.all('AirSync:Options', 10);
  const preferences = options.flatMap((one) => one.all('AirSyncBase:BodyPreference', 10));
  const { start, end } = element.mark;
  return given<CollectionDigest>({
    start,
    end,
    id: element.valueOf('AirSync:CollectionId'),
    key: element.valueOf('AirSync:SyncKey'),
    status: element.valueOf('AirSync:Status'),
    class: element.valueOf('AirSync:Class'),
    windowSize: element.valueOf('AirSync:WindowSize'),
    getChanges: element.valueOf('AirSync:GetChanges'),
    options: options[0]?.mark,
    asked: preferences.flatMap((one) => one.valueOf('AirSyncBase:Type')?.text ?? []),
    asksMime: options.some((one) => /[12]/.test(one.valueOf('AirSync:MIMESupport')?.text ?? '')),
    moreAvailable: element.markOf('AirSync:MoreAvailable'),
    commands: operations(element.child('AirSync:Commands')),
    responses: operations(element.child('AirSync:Responses')),
    bodies: firstOfEach(bodies.filter((body) => body.start >= start && body.end <= end)),
  });
}

function operations(container: Element | undefined): Operations | undefined {
  if (!container) return undefined;
  const { scene, token } = container;
  const { tokens } = scene.decoded;
  const kindOf = new Map(KINDS.map((kind) => [keyNamed(`AirSync:${kind}`), kind]));
  const list: Operation[] = [];
  let count = 0;
  for (const i of childTags(scene, token)) {
    const kind = kindOf.get(keyOf(tokens.page(i), tokens.tagCode(i)));
    if (kind === undefined || ++count > MOST) continue;
    list.push(operation(scene, i, kind));
  }
  return { ...container.mark, count, list };
}

/** Many stand in one message: its children are looked at once, without a table of them. */
function operation(scene: Scene, token: number, kind: Operation['kind']): Operation {
  const { tokens } = scene.decoded;
  const found: Operation = { ...elementSpan(scene, token), kind };
  const past = tokens.hasContent(token) ? tokens.past(token) : 0;
  for (let i = token + 1; i < past; i = tokens.past(i)) {
    if (tokens.kind(i) !== KIND.tag || tokens.page(i) !== 0) continue;
    const name = OWN[tokens.tagCode(i)];
    if (name !== undefined) found[name] ??= new Element(scene, i).value;
  }
  return found;
}

/** The Type of every Body of a reply, the first of each kind and whatever follows it up to 1,000. */
function bodyTypes(scene: Scene): Value[] {
  if (scene.side === 'request') return [];
  const places = indexOf(scene).tags(keyNamed('AirSyncBase:Body')).slice(0, MOST);
  return places.flatMap((i) => new Element(scene, i).valueOf('AirSyncBase:Type') ?? []);
}

function firstOfEach(values: readonly Value[]): Value[] {
  const seen = new Set<string>();
  return values.filter(({ text }) => !seen.has(text) && seen.add(text));
}
