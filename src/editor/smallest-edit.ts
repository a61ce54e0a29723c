import { commonTextEnds } from '../bytes/index.ts';
import type { Change } from './types.ts';

/**
 * The smallest single replacement that makes one text of another. It never begins or ends inside a surrogate
 * pair of either text.
 * @returns nothing where they are equal
 */
export function smallestEdit(before: string, after: string): Change | undefined {
  if (before === after) return undefined;
  const ends = commonTextEnds(before, after);
  let from = ends.front;
  if (splitsPair(before, from) || splitsPair(after, from)) from--;
  // What a pair gives back at the front may be common at the back.
  const most = Math.min(before.length, after.length) - from;
  let same = ends.back;
  while (same < most && unitFromEnd(before, same) === unitFromEnd(after, same)) same++;
  if (splitsPair(before, before.length - same) || splitsPair(after, after.length - same)) same--;
  return { from, to: before.length - same, insert: after.slice(from, after.length - same) };
}

const unitFromEnd = (text: string, back: number): number => text.charCodeAt(text.length - 1 - back);

/** Whether a high surrogate stands before an offset and a low one behind it. */
function splitsPair(text: string, offset: number): boolean {
  return isHigh(text.charCodeAt(offset - 1)) && isLow(text.charCodeAt(offset));
}

const isHigh = (unit: number): boolean => unit >= 0xd800 && unit <= 0xdbff; // NaN outside the text: neither
const isLow = (unit: number): boolean => unit >= 0xdc00 && unit <= 0xdfff;
