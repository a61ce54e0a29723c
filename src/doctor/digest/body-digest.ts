import { stringSpan } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import { keyNamed } from '../message-rules/elements.ts';
import type { MessageScene } from '../message-rules/message-index.ts';
import { pastContent, Element } from './element.ts';
import type { BodySize, CollectionDigest, Mark, Preference, Value } from './types.ts';

const MOST = 5000;
const MOST_SHORT = 100;
const BODY = keyNamed('AirSyncBase:Body');
const DIGITS = /^\d{1,10}$/;

/** What a BodyPreference of this Type says of sizes. */
export function preferenceOf(preference: Element, type: string): Preference {
  const limit = numberIn(preference.valueOf('AirSyncBase:TruncationSize')) ?? Infinity;
  const preview = numberIn(preference.valueOf('AirSyncBase:Preview'));
  return preview === undefined ? { type, limit } : { type, limit, preview };
}

const numberIn = (value: Value | undefined): number | undefined =>
  value && DIGITS.test(value.text) ? Number(value.text) : undefined;

/** Gives each collection of a reply what its rules ask of bodies, of the first 5,000 of a message. */
export function addBodies(scene: MessageScene, all: readonly CollectionDigest[]): void {
  if (scene.side === 'request') return;
  const bodies = scene.index.tags(BODY).slice(0, MOST);
  if (bodies.length === 0) return;
  const found = bodies.flatMap((token) => {
    const body = new Element(scene, token);
    const type = body.valueOf('AirSyncBase:Type');
    return type ? [{ body, type }] : [];
  });
  for (const collection of all) {
    const seen = new Set<string>();
    const longest = new Map<string, { data: Element; bytes: number }>();
    for (const { body, type } of found) {
      if (!isWithin(type, collection)) continue;
      if (!seen.has(type.text)) collection.bodies.push(type);
      seen.add(type.text);
      if (!isWithin(type, collection.commands)) continue;
      addPreview(collection, body, type.text);
      const data = body.child('AirSyncBase:Data');
      if (!data) continue;
      const bytes = spansIn(data).reduce((sum, { start, end }) => sum + end - start, 0);
      if ((longest.get(type.text)?.bytes ?? 0) < bytes) longest.set(type.text, { data, bytes });
      addShort(collection, body, data, { type: type.text, bytes });
    }
    for (const [type, { data }] of longest) collection.longest.push(sizeOf(data, type));
  }
}

const isWithin = ({ start, end }: Mark, outer: Mark | undefined): boolean =>
  outer !== undefined && start >= outer.start && end <= outer.end;

function addShort(
  { short }: CollectionDigest,
  body: Element,
  data: Element,
  { type, bytes }: { type: string; bytes: number },
): void {
  const said = numberIn(body.valueOf('AirSyncBase:EstimatedDataSize')) ?? 0;
  if (said <= bytes || short.length === MOST_SHORT) return;
  if (body.valueOf('AirSyncBase:Truncated')?.text === '1') return;
  short.push({ ...sizeOf(data, type), said });
}

function addPreview(collection: CollectionDigest, body: Element, type: string): void {
  const preview = body.child('AirSyncBase:Preview');
  if (!preview) return;
  const size = sizeOf(preview, type);
  if (size.characters > (collection.preview?.characters ?? 0)) collection.preview = size;
}

/** The strings directly in an element, counted without being made. */
function sizeOf(element: Element, type: string): BodySize {
  const { bytes } = element.scene.decoded;
  const size: BodySize = { ...element.mark, type, bytes: 0, characters: 0 };
  for (const span of spansIn(element)) {
    size.bytes += span.end - span.start;
    size.characters += charactersIn(bytes, span);
  }
  return size;
}

/** Where the strings directly in an element stand. */
function spansIn({ scene, token }: Element): Mark[] {
  const { tokens, document } = scene.decoded;
  const spans: Mark[] = [];
  const past = pastContent(tokens, token);
  for (let k = token + 1; k < past; k++) {
    if (tokens.parent(k) !== token) continue;
    if (tokens.kind(k) === KIND.strI) spans.push(stringSpan(document, k));
    else if (tokens.kind(k) === KIND.opaque) spans.push({ start: tokens.start(k), end: tokens.end(k) });
  }
  return spans;
}

/** Characters of UTF-8: bytes that continue one do not count. */
function charactersIn(bytes: Uint8Array, { start, end }: Mark): number {
  let count = 0;
  for (let i = start; i < end; i++) if (((bytes[i] as number) & 0xc0) !== 0x80) count++;
  return count;
}
