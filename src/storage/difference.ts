import { fromBase64, toBase64 } from '../bytes/index.ts';
import {
  bytesOf,
  fromPlain,
  messageAt,
  messagesOf,
  toPlain,
  type BytesForm,
  type Conversation,
  type Exchange,
  type MessagePlace,
} from '../conversation/index.ts';
import type { Kept, KeptText, KeptView } from './kept.ts';
import { bytesSplice, splicedBytes, splicedText, textSplice } from './splice.ts';

type Fields = Record<string, unknown>;

/**
 * What stands now against what was kept before, as JSON can hold it. A part that is absent is as it was.
 * `exchanges` holds runs of the former ones, `[from, count]`, and new ones in full; bytes of a new one are base64,
 * or `{ of, side }`: those of the former exchange with that index, with `{ at, cut, put }` replaced in them.
 */
export interface Difference {
  head?: Fields;
  exchanges?: unknown[];
  view: KeptView;
  texts?: unknown[];
}

/** What is looked up in a state again and again while it is the one before. */
interface Index {
  head: string;
  /** Where each exchange stands. */
  readonly places: Map<Exchange, number>;
  readonly ids: Map<string, number>;
}
const indexes = new WeakMap<Kept, Index>();

/**
 * What makes `now` of `base`.
 * @param base what was kept before; without one all of `now` is in the difference
 * @param most bytes and characters that may be in it, about
 * @returns `undefined` where there is more
 */
export function difference(base: Kept | undefined, now: Kept, most: number): Difference | undefined {
  if (!base && leastOf(now) > most) return undefined;
  const budget = { left: most };
  const index = base && indexOf(base);
  const { exchanges: all, ...head } = now.conversation;
  const sameHead = index !== undefined && JSON.stringify(head) === index.head;
  const sameAll = base?.conversation.exchanges === all;
  const exchanges = sameAll ? undefined : exchangesOf(base?.conversation, index, all, budget);
  const texts = base?.texts === now.texts ? undefined : textsOf(base?.texts ?? [], now.texts, budget);
  if (budget.left < 0) return undefined;
  return {
    ...(!sameHead && { head }),
    ...(exchanges && { exchanges }),
    view: now.view,
    ...(texts && { texts }),
  };
}

function indexOf(base: Kept): Index {
  const known = indexes.get(base);
  if (known) return known;
  const { exchanges, ...head } = base.conversation;
  let places: Index['places'] | undefined;
  let ids: Index['ids'] | undefined;
  const made: Index = {
    head: JSON.stringify(head),
    get places() {
      return (places ??= new Map(exchanges.map((exchange, i) => [exchange, i])));
    },
    get ids() {
      return (ids ??= new Map(exchanges.map(({ id }, i) => [id, i])));
    },
  };
  indexes.set(base, made);
  return made;
}

interface Budget {
  left: number;
}

/** Bytes and characters that all of a state takes at least, by the measure of `most`. */
function leastOf({ conversation, texts }: Kept): number {
  const inTexts = texts.reduce((sum, { text }) => sum + text.length, 0);
  return conversation.exchanges.length * BESIDE_BYTES + bytesOf(conversation) + inTexts;
}

/** Characters of an exchange beside its bytes, about: what HTTP said, names of fields. */
const BESIDE_BYTES = 200;

function exchangesOf(
  base: Conversation | undefined,
  index: Index | undefined,
  all: readonly Exchange[],
  budget: Budget,
): unknown[] {
  const out: unknown[] = [];
  let run: [from: number, count: number] | undefined;
  for (const exchange of all) {
    if (budget.left < 0) return out;
    const at = index?.places.get(exchange);
    if (at === undefined) {
      out.push(plainExchange(base, index?.ids.get(exchange.id), exchange, budget));
      run = undefined;
    } else if (run && run[0] + run[1] === at) run[1]++;
    else out.push((run = [at, 1]));
  }
  return out;
}

/** @param former index of the former exchange with that id */
function plainExchange(
  base: Conversation | undefined,
  former: number | undefined,
  exchange: Exchange,
  budget: Budget,
): unknown {
  budget.left -= BESIDE_BYTES;
  const one: Conversation = { format: 1, title: '', exchanges: [exchange] };
  const sides = messagesOf(one).filter(({ message }) => message.bytes);
  for (const { message } of sides)
    budget.left -= message.around ? message.around.before.length + message.around.after.length : 0;
  let i = 0; // bytes are written in the order of `messagesOf`
  const write = (bytes: Uint8Array): unknown => {
    const side = sides[i++]?.side ?? 'request';
    const before =
      former === undefined || !base ? undefined : messageAt(base, { exchange: former, side })?.bytes;
    if (former !== undefined && before) {
      if (before === bytes) return { of: former, side };
      const { at, cut, put } = bytesSplice(before, bytes);
      budget.left -= put.length;
      return budget.left < 0 ? '' : { of: former, side, at, cut, put: toBase64(put) };
    }
    budget.left -= bytes.length;
    return budget.left < 0 ? '' : toBase64(bytes);
  };
  const plain = toPlain(one, { ...WRITTEN, write });
  return (plain['exchanges'] as unknown[])[0];
}

function textsOf(base: readonly KeptText[], now: readonly KeptText[], budget: Budget): unknown[] {
  return now.map(({ exchange, side, text, broken }) => {
    const of = base.findIndex((one) => one.exchange === exchange && one.side === side);
    const former = base[of];
    const splice = former && textSplice(former.text, text);
    budget.left -= splice ? splice.put.length : text.length;
    return { exchange, side, broken, ...(splice ? { of, ...splice } : { text }) };
  });
}

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isCount = (value: unknown): value is number => Number.isInteger(value) && (value as number) >= 0;

const WRITTEN: BytesForm = {
  write: () => undefined,
  check: () => undefined, // `read` refuses what it cannot use
  read: () => undefined,
  expected: 'base64, or a piece of the bytes before',
};

/**
 * What a difference makes of `base`.
 * @returns `undefined` where it does not fit, or is none: it was written by hand, or about another state
 */
export function applied(base: Kept | undefined, value: unknown): Kept | undefined {
  if (!isFields(value)) return undefined;
  const view = readView(value['view']);
  const head = value['head'] ?? (base && withoutExchanges(base.conversation));
  const read =
    value['exchanges'] === undefined ? base?.conversation.exchanges : madeOf(base, value['exchanges']);
  if (!view || !isFields(head) || !read) return undefined;
  const whole = fromPlain({ ...head, exchanges: [] }, WRITTEN);
  if (!whole.ok) return undefined;
  const texts =
    value['texts'] === undefined ? (base?.texts ?? []) : readTexts(base?.texts ?? [], value['texts']);
  return texts && { conversation: { ...whole.value, exchanges: [...read] }, view, texts };
}

function withoutExchanges({ exchanges: _, ...head }: Conversation): Fields {
  return head;
}

function madeOf(base: Kept | undefined, value: unknown): Exchange[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const former = base?.conversation.exchanges ?? [];
  const read = (held: unknown): Uint8Array | undefined => {
    if (typeof held === 'string') return fromBase64(held);
    if (!isFields(held) || !isCount(held['of'])) return undefined;
    const before = former[held['of']]?.[held['side'] === 'request' ? 'request' : 'response']?.bytes;
    const { at, cut, put } = held;
    if (at === undefined) return before;
    const inserted = typeof put === 'string' ? fromBase64(put) : undefined;
    if (!before || !inserted || !isCount(at) || !isCount(cut)) return undefined;
    return splicedBytes(before, { at, cut, put: inserted });
  };
  const out: Exchange[] = [];
  for (const one of value as unknown[]) {
    if (Array.isArray(one)) {
      const [from, count] = one as unknown[];
      if (!isCount(from) || !isCount(count) || from + count > former.length) return undefined;
      out.push(...former.slice(from, from + count));
      continue;
    }
    const plain = fromPlain({ format: 1, title: '', exchanges: [one] }, { ...WRITTEN, read });
    if (!plain.ok) return undefined;
    out.push(...plain.value.exchanges);
  }
  return out;
}

/** A view as it was written; `undefined` where it is none. */
export function readView(value: unknown): KeptView | undefined {
  const place = readPlace(value);
  if (!place || !isFields(value)) return undefined;
  const { selection, step } = value;
  const isSpan = isFields(selection) && isCount(selection['start']) && isCount(selection['end']);
  return {
    ...place,
    ...(isSpan && { selection: selection as { start: number; end: number } }),
    ...(isCount(step) && { step }),
  };
}

function readPlace(value: unknown): MessagePlace | undefined {
  if (!isFields(value) || !isCount(value['exchange'])) return undefined;
  const { exchange, side } = value;
  return side === 'request' || side === 'response' ? { exchange, side } : undefined;
}

/** Texts as they were written; `undefined` where one is none. @param base those that splices are about */
export function readTexts(base: readonly KeptText[], value: unknown): KeptText[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const read = value.map((one: unknown): KeptText | undefined => {
    const place = readPlace(one);
    if (!place || !isFields(one)) return undefined;
    const { text, of, at, cut, put } = one;
    const broken = one['broken'] === true;
    if (typeof text === 'string') return { ...place, text, broken };
    const former = isCount(of) ? base[of] : undefined;
    if (!former || !isCount(at) || !isCount(cut) || typeof put !== 'string') return undefined;
    const made = splicedText(former.text, { at, cut, put });
    return made === undefined ? undefined : { ...place, text: made, broken };
  });
  return read.every((one) => one !== undefined) ? read : undefined;
}
