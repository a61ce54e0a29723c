import type { Exchange } from '../conversation/index.ts';
import type { Jobs, Results } from './jobs.ts';

/**
 * What is long is sent in portions, between which either side does something else: to write or read a message holds
 * a thread for as long as it takes.
 */

/** Items of a portion, and bytes in them: a few ms to write or read. */
const AT_ONCE = 400;
const MOST_BYTES = 1_000_000;

/** Something long, taken apart. */
export interface Apart<T> {
  portions: readonly unknown[];
  /** What is left of it. */
  rest: T;
}

const whole = <T>(rest: T): Apart<T> => ({ portions: [], rest });

type Talk = Jobs['talk'];

/** A job as it is sent. */
export function jobApart<K extends keyof Jobs>(kind: K, job: Jobs[K]): Apart<Jobs[K]> {
  if (kind !== 'talk') return whole(job);
  const { places, seen } = job as Talk;
  if (places.length <= AT_ONCE) return whole(job);
  const portions = slices(places.length).map(([from, to]): Talk => ({
    places: places.slice(from, to),
    seen: seen.slice(from, to),
  }));
  const rest: Talk = { places: [], seen: [] };
  return { portions, rest: rest as Jobs[K] };
}

/** A job as it was before it was taken apart. */
export function jobTogether<K extends keyof Jobs>(kind: K, { portions, rest }: Apart<Jobs[K]>): Jobs[K] {
  if (kind !== 'talk' || portions.length === 0) return rest;
  const talks = portions as readonly Talk[];
  const joined: Talk = {
    places: talks.flatMap(({ places }) => places),
    seen: talks.flatMap(({ seen }) => seen),
  };
  return joined as Jobs[K];
}

/** Exchanges of one of the readings of a paste. */
interface Exchanges {
  candidate: number;
  exchanges: Exchange[];
}

/** A result as it is sent. */
export function resultApart(kind: keyof Jobs, result: unknown): Apart<unknown> {
  if (kind !== 'paste') return whole(result);
  const { candidates, ...rest } = result as Results['paste'];
  const portions: Exchanges[] = [];
  const left = candidates.map((candidate, i) => {
    const { exchanges, ...head } = candidate.conversation;
    if (exchanges.length <= AT_ONCE) return candidate;
    portions.push(...portionsOf(exchanges).map((some) => ({ candidate: i, exchanges: some })));
    return { ...candidate, conversation: { ...head, exchanges: [] } };
  });
  return { portions, rest: { ...rest, candidates: left } };
}

/** A result as it was before it was taken apart. */
export function resultTogether(kind: keyof Jobs, { portions, rest }: Apart<unknown>): unknown {
  if (kind !== 'paste' || portions.length === 0) return rest;
  const result = rest as Results['paste'];
  for (const { candidate, exchanges } of portions as readonly Exchanges[]) {
    result.candidates[candidate]?.conversation.exchanges.push(...exchanges);
  }
  return result;
}

function portionsOf(exchanges: readonly Exchange[]): Exchange[][] {
  const portions: Exchange[][] = [];
  let last: Exchange[] = [];
  let bytes = 0;
  for (const exchange of exchanges) {
    const { request, response } = exchange;
    const size = (request?.bytes?.length ?? 0) + (response?.bytes?.length ?? 0);
    if (portions.length === 0 || last.length >= AT_ONCE || bytes + size > MOST_BYTES) {
      portions.push((last = []));
      bytes = 0;
    }
    last.push(exchange);
    bytes += size;
  }
  return portions;
}

function slices(length: number): [from: number, to: number][] {
  return Array.from({ length: Math.ceil(length / AT_ONCE) }, (_, i) => [i * AT_ONCE, (i + 1) * AT_ONCE]);
}
