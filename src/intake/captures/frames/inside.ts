import { readMbUint32 } from '../../../bytes/index.ts';
import { oneMessage } from '../../candidates.ts';
import { isFair, score, type Score } from '../../rank.ts';
import { count } from '../../reading.ts';
import type { Candidate } from '../../types.ts';
import { mayBeginWbxml } from '../../../wbxml/index.ts';

/** How many places that look like a header are decoded, and how many bytes in all. */
const MOST_PLACES = 200;
const MOST_DECODED = 16 * 1024 * 1024;
const MOST_OTHERS = 8;
/** UTF-8 first: nearly every message is. Then US-ASCII and ISO 8859-1. */
const CHARSETS: readonly (readonly number[])[] = [[0x6a], [3, 4]];

/** Whether a WBXML header may stand at `at`: version, public id, one of the charsets, a table that fits. */
function mayBegin(bytes: Uint8Array, at: number, charsets: readonly number[]): boolean {
  if (!mayBeginWbxml(bytes[at])) return false;
  let id = readMbUint32(bytes, at + 1);
  if (id.value === 0) id = readMbUint32(bytes, id.next);
  if (id.fault || !charsets.includes(bytes[id.next] ?? -1)) return false;
  const table = readMbUint32(bytes, id.next + 1);
  return !table.fault && table.next + table.value < bytes.length;
}

interface Found {
  offset: number;
  score: Score;
}

function search(bytes: Uint8Array, charsets: readonly number[]): Found[] {
  const found: Found[] = [];
  let places = 0;
  let decoded = 0;
  for (let at = 0; at + 5 <= bytes.length && places < MOST_PLACES && decoded < MOST_DECODED; at++) {
    if (!mayBegin(bytes, at, charsets)) continue;
    places++;
    decoded += bytes.length - at;
    const judged = score(bytes.subarray(at));
    if (isFair(judged) && judged.root !== undefined) found.push({ offset: at, score: judged });
  }
  return found.sort((a, b) => b.score.quality - a.score.quality || a.offset - b.offset);
}

/** A message that begins at `offset` of some bytes. */
function toCandidate(whole: Uint8Array, offset: number, others: number[], form: string): Candidate {
  const bytes = whole.slice(offset);
  const { says, root } = score(bytes);
  const title = `Pasted${root === undefined ? '' : ` ${root}`}, ${count(bytes.length, 'byte')}`;
  return {
    kind: 'inside',
    why: `From byte ${offset} of ${form}: ${count(bytes.length, 'byte')}${says}.`,
    conversation: oneMessage(title, 'response', { bytes }),
    sideKnown: false,
    problems: [],
    startAt: { whole, offset, others },
  };
}

/**
 * Looks for messages in the middle of bytes that do not begin with one: behind the headers of a frame, in a file of
 * another format. Bounded in places and bytes.
 * @param form what the bytes are, for a sentence
 * @returns the best beginning; the others are in its `startAt`
 */
export function findInside(whole: Uint8Array, form: string): Candidate[] {
  for (const charsets of CHARSETS) {
    const found = search(whole, charsets);
    const [best, ...rest] = found;
    if (!best) continue;
    const others = rest.slice(0, MOST_OTHERS).map(({ offset }) => offset);
    return best.offset === 0 ? [] : [toCandidate(whole, best.offset, others, form)];
  }
  return [];
}

/**
 * The same candidate with its message made to start at another byte; the candidate itself where it cannot be moved.
 * @param offset 0 to the number of bytes; what is outside is brought inside
 */
export function startFrom(candidate: Candidate, offset: number): Candidate {
  const { startAt } = candidate;
  if (!startAt) return candidate;
  const { whole } = startAt;
  const from = Math.min(Math.max(0, Math.trunc(offset)), whole.length);
  const known = [startAt.offset, ...startAt.others].filter((other) => other !== from);
  return toCandidate(whole, from, known.slice(0, MOST_OTHERS), count(whole.length, 'byte'));
}
