import { commonEnds, commonTextEnds, sameBytes, type CommonEnds } from '../bytes/index.ts';

/** What can be cut and put together: the bytes of a message, or its text. */
export type Cuttable = Uint8Array | string;

/** At `at`, `removed` gave way to `inserted`. Bytes, or UTF-16 units. */
export interface Splice<T extends Cuttable> {
  readonly at: number;
  readonly removed: T;
  readonly inserted: T;
}

/** What takes a splice back. */
export const inverse = <T extends Cuttable>({ at, removed, inserted }: Splice<T>): Splice<T> => ({
  at,
  removed: inserted,
  inserted: removed,
});

/**
 * The value after a splice.
 * @throws RangeError where what it removes does not stand there: a fault of whoever made it
 */
export function spliced<T extends Cuttable>(value: T, { at, removed, inserted }: Splice<T>): T {
  const end = at + removed.length;
  if (!isSame(cut(value, at, end), removed))
    throw new RangeError(`What a step removes at ${at} is not there`);
  return joined([cut(value, 0, at), inserted, cut(value, end)]);
}

/** The smallest single splice that makes one value of another; `undefined` where they are equal. */
export function spliceBetween<T extends Cuttable>(before: T, after: T): Splice<T> | undefined {
  if (before === after) return undefined;
  const { front: at, back: same } = endsOf(before, after);
  if (at === before.length && at === after.length) return undefined;
  return {
    at,
    removed: joined([cut(before, at, before.length - same)]),
    inserted: joined([cut(after, at, after.length - same)]),
  };
}

/** The same, where it is known that `inserted` stands at `at` for `removed`: of megabytes only these are compared. */
export function spliceAt<T extends Cuttable>(at: number, removed: T, inserted: T): Splice<T> | undefined {
  const splice = spliceBetween(removed, inserted);
  return splice && { ...splice, at: at + splice.at };
}

/**
 * Two splices, one after the other, as one.
 * @returns `undefined` where they do not touch: then no single splice says just what they did
 */
export function together<T extends Cuttable>(first: Splice<T>, then: Splice<T>): Splice<T> | undefined {
  const firstEnd = first.at + first.inserted.length;
  const thenEnd = then.at + then.removed.length;
  if (then.at > firstEnd || thenEnd < first.at) return undefined;
  const before = Math.max(0, first.at - then.at); // of what the second removes, this stood in front of the first
  const behind = Math.max(0, thenEnd - firstEnd);
  return {
    at: Math.min(first.at, then.at),
    removed: joined([
      cut(then.removed, 0, before),
      first.removed,
      cut(then.removed, then.removed.length - behind),
    ]),
    inserted: joined([
      cut(first.inserted, 0, Math.max(0, then.at - first.at)),
      then.inserted,
      cut(first.inserted, Math.max(0, thenEnd - first.at)),
    ]),
  };
}

/** Bytes of memory that a splice holds. */
export const splicedSize = ({ removed, inserted }: Splice<Cuttable>): number =>
  sizeOf(removed) + sizeOf(inserted);

/** Bytes of memory; a text takes two for each unit at most. */
export const sizeOf = (value: Cuttable): number =>
  typeof value === 'string' ? 2 * value.length : value.length;

const isSame = (a: Cuttable, b: Cuttable): boolean =>
  typeof a === 'string' || typeof b === 'string' ? a === b : sameBytes(a, b);

const endsOf = (a: Cuttable, b: Cuttable): CommonEnds =>
  typeof a === 'string' || typeof b === 'string'
    ? commonTextEnds(a as string, b as string)
    : commonEnds(a, b);

/** Of bytes a view: only what `joined` makes of it may be kept. */
function cut<T extends Cuttable>(value: T, start: number, end?: number): T {
  return (typeof value === 'string' ? value.slice(start, end) : value.subarray(start, end)) as T;
}

function joined<T extends Cuttable>(parts: readonly T[]): T {
  if (typeof parts[0] === 'string') return parts.join('') as T;
  const pieces = parts as readonly Uint8Array[];
  const all = new Uint8Array(pieces.reduce((sum, piece) => sum + piece.length, 0));
  let at = 0;
  for (const piece of pieces) {
    all.set(piece, at);
    at += piece.length;
  }
  return all as Uint8Array as T;
}
