import { sameBytes } from '../../bytes/index.ts';
import type { Message, Side } from '../../conversation/index.ts';
import type { Decoded } from '../../doctypes/index.ts';
import { Comparison } from './comparison.ts';
import type { Difference } from './difference.ts';
import { SideFacts } from './side-facts.ts';

export interface CompareOptions {
  /** The side of its exchange each message is kept on. */
  sides?: { a?: Side; b?: Side };
  /** The messages, read, where the caller has them already. */
  decoded?: { a?: Decoded; b?: Decoded };
  /** Differences at most. */
  most?: number;
}

const MOST = 500;

/**
 * Tells how two messages differ, element by element, each difference judged. One that a rule speaks about on either
 * side is the fault, with its rule; keys, ids, dates and sizes differ by nature; another legal order and redundant
 * SWITCH_PAGEs are harmless. Time grows with the size of both and n log n for the order. Never throws.
 * @returns by place; beyond `most` the last one says that there are more
 */
export function compare(a: Message, b: Message, options: CompareOptions = {}): Difference[] {
  const { sides = {}, decoded = {}, most = MOST } = options;
  if (a.bytes && b.bytes && sameBytes(a.bytes, b.bytes)) return [];
  if (!a.bytes?.length || !b.bytes?.length) return withoutBytes(a, b);
  const one = new SideFacts(a, sides.a, decoded.a);
  const other = new SideFacts(b, sides.b, decoded.b);
  return new Comparison(...ofOneSide(a, one, b, other), most).run();
}

/** Two messages of one command are taken for the same side, where that of one is only guessed. */
function ofOneSide(a: Message, one: SideFacts, b: Message, other: SideFacts): [SideFacts, SideFacts] {
  const [mine, theirs] = [one.scene.context.side, other.scene.context.side];
  const isSame = mine.value === theirs.value || one.scene.command !== other.scene.command;
  if (isSame || (mine.how !== 'guessed' && theirs.how !== 'guessed')) return [one, other];
  const as = (side: Side): [SideFacts, SideFacts] => [
    mine.value === side ? one : new SideFacts(withSide(a, side), side, one.decoded),
    theirs.value === side ? other : new SideFacts(withSide(b, side), side, other.decoded),
  ];
  if (mine.how !== 'guessed') return as(mine.value);
  if (theirs.how !== 'guessed') return as(theirs.value);
  const [reply, request] = [as('response'), as('request')];
  const loud = (pair: readonly SideFacts[]): number => pair.reduce((sum, { loudness }) => sum + loudness, 0);
  return loud(request) < loud(reply) ? request : reply;
}

const withSide = (message: Message, side: Side): Message => ({
  ...message,
  readAs: { ...message.readAs, side },
});

function withoutBytes(a: Message, b: Message): Difference[] {
  const [length, otherLength] = [a.bytes?.length ?? 0, b.bytes?.length ?? 0];
  if (length === otherLength) return [];
  const span = { start: 0, end: Math.max(length, otherLength) };
  return [
    {
      ...(length > 0 ? { a: span } : { b: span }),
      verdict: 'suspicious',
      text: 'Only one of them has bytes.',
    },
  ];
}
