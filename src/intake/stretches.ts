import { LIMITS } from '../conversation/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';

/** Stretches of one form that are read whatever they hold, the longest first. */
const MOST_WHATEVER = 8;
/** Stretches of one form that are read: the messages of as many exchanges as a conversation holds, and one that tells of more. */
export const MOST_STRETCHES = 2 * LIMITS.exchanges + 1;

/** Whether bytes begin as a message: a version, a public identifier of one or two bytes, UTF-8 or ASCII. */
export function isHead(bytes: Uint8Array): boolean {
  const [version, id = 0] = bytes;
  const charset = bytes[id < 0x80 ? 2 : 3];
  return mayBeginWbxml(version) && id > 0 && (charset === 0x6a || charset === 3);
}

/** What is read of the stretches of one form: the longest first, then of the others, in the order of the text, those that may be messages. */
export function worthReading<T>(
  stretches: readonly T[],
  lengthOf: (one: T) => number,
  mayBeMessage: (one: T) => boolean,
): T[] {
  const byLength = [...stretches].sort((a, b) => lengthOf(b) - lengthOf(a));
  const longest = byLength.slice(0, MOST_WHATEVER);
  if (longest.length === stretches.length) return longest;
  const known = new Set(longest);
  const others = stretches.filter((one) => !known.has(one) && mayBeMessage(one));
  return [...longest, ...others.slice(0, MOST_STRETCHES - longest.length)];
}
