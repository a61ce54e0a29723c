import {
  messageAt,
  replaceBytes,
  replaceMessage,
  type Conversation,
  type Exchange,
  type Http,
  type Message,
  type Side,
} from '../conversation/index.ts';
import { inverse, sizeOf, spliceBetween, spliced, splicedSize, type Splice } from './history-splice.ts';

/** Which message: an index into the exchanges, and a side. */
export interface Where {
  exchange: number;
  side: Side;
}

/** A text that a person wrote, and the type it was taken for. */
export interface Spelling {
  readonly text: string;
  readonly doctype: string;
}

type Facts = Omit<Conversation, 'exchanges'>;

/** What a step did to the conversation. Each kind says what was before and what is after, so that it can be taken back. */
export type TalkPart =
  | { kind: 'bytes'; at: Where; splice: Splice<Uint8Array> }
  /** What HTTP said around a message. */
  | { kind: 'http'; at: Where; before: Http | undefined; after: Http | undefined }
  /** From the exchange `from` on, `removed` gave way to `inserted`. */
  | { kind: 'exchanges'; from: number; removed: readonly Exchange[]; inserted: readonly Exchange[] }
  /** Title and note. */
  | { kind: 'facts'; before: Facts; after: Facts };

/** What a step did to the texts that a person writes; `key` is their message's. */
export type TextPart =
  | { kind: 'text'; key: string; splice: Splice<string> }
  /** The printed text became the person's own, or the other way round. */
  | { kind: 'owned'; key: string; owned: boolean }
  /** One spelling gave way to another; absent: to the printed one. */
  | { kind: 'spelling'; key: string; before: Spelling | undefined; after: Spelling | undefined }
  /** Messages went elsewhere, and their texts with them. */
  | { kind: 'moved'; keys: readonly (readonly [from: string, to: string])[] };

export type Part = TalkPart | TextPart;

export const isTalk = (part: Part): part is TalkPart =>
  part.kind === 'bytes' || part.kind === 'http' || part.kind === 'exchanges' || part.kind === 'facts';

/** What takes a part back. */
export function inversePart(part: Part): Part {
  switch (part.kind) {
    case 'bytes':
      return { ...part, splice: inverse(part.splice) };
    case 'text':
      return { ...part, splice: inverse(part.splice) };
    case 'exchanges':
      return { ...part, removed: part.inserted, inserted: part.removed };
    case 'facts':
    case 'http':
      return { ...part, before: part.after, after: part.before } as Part;
    case 'spelling':
      return { ...part, before: part.after, after: part.before };
    case 'owned':
      return { ...part, owned: !part.owned };
    case 'moved':
      return { ...part, keys: part.keys.map(([from, to]) => [to, from] as const) };
  }
}

/** The conversation after a part. @throws RangeError where it does not fit: a fault of ours */
export function applyTalk(conversation: Conversation, part: TalkPart): Conversation {
  switch (part.kind) {
    case 'facts':
      return { ...part.after, exchanges: conversation.exchanges };
    case 'exchanges': {
      const { from, removed, inserted } = part;
      const exchanges = [...conversation.exchanges];
      exchanges.splice(from, removed.length, ...inserted);
      return { ...conversation, exchanges };
    }
    case 'http': {
      const { http: _, ...message } = messageAt(conversation, part.at) ?? {};
      return replaceMessage(conversation, part.at, part.after ? { ...message, http: part.after } : message);
    }
    case 'bytes': {
      const bytes = messageAt(conversation, part.at)?.bytes ?? new Uint8Array();
      return replaceBytes(conversation, part.at, spliced(bytes, part.splice));
    }
  }
}

/** What makes one conversation of another: splices where only bytes differ. */
export function partsBetween(before: Conversation, after: Conversation): TalkPart[] {
  const { exchanges: old, ...facts } = before;
  const { exchanges: now, ...factsNow } = after;
  const parts: TalkPart[] = isLike(facts, factsNow)
    ? []
    : [{ kind: 'facts', before: facts, after: factsNow }];
  if (old.length === now.length) {
    old.forEach((exchange, i) => parts.push(...exchangeParts(exchange, now[i] as Exchange, i)));
    return parts;
  }
  const shorter = Math.min(old.length, now.length);
  let from = 0;
  while (from < shorter && old[from] === now[from]) from++;
  let same = 0;
  while (same < shorter - from && old[old.length - 1 - same] === now[now.length - 1 - same]) same++;
  const removed = old.slice(from, old.length - same);
  return [...parts, { kind: 'exchanges', from, removed, inserted: now.slice(from, now.length - same) }];
}

function exchangeParts(old: Exchange, now: Exchange, exchange: number): TalkPart[] {
  if (old === now) return [];
  const { request, response, ...facts } = old;
  const { request: requestNow, response: responseNow, ...factsNow } = now;
  const splices = isLike(facts, factsNow)
    ? [
        byteParts(request, requestNow, { exchange, side: 'request' }),
        byteParts(response, responseNow, { exchange, side: 'response' }),
      ]
    : [undefined];
  if (splices.every((parts) => parts !== undefined)) return splices.flat();
  return [{ kind: 'exchanges', from: exchange, removed: [old], inserted: [now] }];
}

/** @returns nothing where more than the bytes and what HTTP said differ */
function byteParts(old: Message | undefined, now: Message | undefined, at: Where): TalkPart[] | undefined {
  if (old === now) return [];
  if (!old?.bytes || !now?.bytes) return undefined;
  const { bytes, http, ...rest } = old;
  const { bytes: bytesNow, http: httpNow, ...restNow } = now;
  if (!isLike(rest, restNow)) return undefined;
  const parts: TalkPart[] = http === httpNow ? [] : [{ kind: 'http', at, before: http, after: httpNow }];
  const splice = spliceBetween(bytes, bytesNow);
  return splice ? [...parts, { kind: 'bytes', at, splice }] : parts;
}

/** The same fields, each with the same value. */
function isLike(a: object, b: object): boolean {
  const [these, those] = [Object.entries(a), new Map<string, unknown>(Object.entries(b))];
  return these.length === those.size && these.every(([name, value]) => those.get(name) === value);
}

/** Bytes of memory that nothing but this part holds, about. */
export function partSize(part: Part): number {
  switch (part.kind) {
    case 'bytes':
    case 'text':
      return splicedSize(part.splice);
    case 'spelling':
      return sizeOf(part.before?.text ?? '') + sizeOf(part.after?.text ?? '');
    case 'exchanges':
      return heldOnce(part.removed, part.inserted);
    default:
      return 0;
  }
}

/** Bytes of the messages that stand on one side only: the others are in the conversation anyway. */
function heldOnce(removed: readonly Exchange[], inserted: readonly Exchange[]): number {
  const both = [removed, inserted].map(
    (exchanges) => new Set(exchanges.flatMap(({ request, response }) => [request?.bytes, response?.bytes])),
  );
  let size = 0;
  const [a, b] = both;
  for (const bytes of a ?? []) if (!b?.has(bytes)) size += bytes?.length ?? 0;
  for (const bytes of b ?? []) if (!a?.has(bytes)) size += bytes?.length ?? 0;
  return size;
}
