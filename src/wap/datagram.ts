import { sameBytes, joined } from '../bytes/index.ts';
import { readShortMessage, type ShortMessage } from './short-message.ts';

/** A short message with its bytes. */
export interface Placed {
  bytes: Uint8Array;
  message: ShortMessage;
}

/** What short messages carried together: the user data of the parts that are there, in the order of their numbers. */
export interface Datagram {
  parts: Placed[];
  /** How many parts it should have. */
  total: number;
  /** Numbers of the parts that are not there. */
  missing: number[];
  /** The user data up to the first gap; all of it where the first part is missing. */
  bytes: Uint8Array;
  /** The user data behind the gap. */
  behind: Uint8Array;
}

/** A short message and its bytes; `undefined` where they are none. */
export function placed(bytes: Uint8Array): Placed | undefined {
  const message = readShortMessage(bytes);
  return message && { bytes, message };
}

const userData = ({ bytes, message }: Placed): Uint8Array => bytes.subarray(message.start, message.end);

/**
 * Puts parts together: those of one sender and reference, each number once. A part that comes twice with other
 * bytes begins another message, as senders use a reference anew.
 * @returns the messages in the order of their first parts, and how many parts came again just the same
 */
export function joinParts(all: readonly Placed[]): { datagrams: Datagram[]; repeated: number } {
  const groups: Placed[][] = [];
  const latest = new Map<string, { parts: Placed[]; byNumber: Map<number, Placed> }>();
  let repeated = 0;
  for (const one of all) {
    const { part, ports } = one.message.header ?? {};
    if (!part || part.total < 2) {
      groups.push([one]);
      continue;
    }
    const { kind, address } = one.message;
    const key = [kind, address?.text, part.reference, part.total, ports?.to].join(' ');
    const group = latest.get(key);
    const known = group?.byNumber.get(part.number);
    if (group && !known) {
      group.parts.push(one);
      group.byNumber.set(part.number, one);
    } else if (known && sameBytes(userData(known), userData(one))) {
      repeated++;
    } else {
      const parts = [one];
      latest.set(key, { parts, byNumber: new Map([[part.number, one]]) });
      groups.push(parts);
    }
  }
  return { datagrams: groups.map(toDatagram), repeated };
}

const numberOf = ({ message }: Placed): number => message.header?.part?.number ?? 1;

function toDatagram(group: readonly Placed[]): Datagram {
  const parts = [...group].sort((a, b) => numberOf(a) - numberOf(b));
  const total = parts[0]?.message.header?.part?.total ?? 1;
  const there = new Set(parts.map(numberOf));
  const missing = Array.from({ length: total }, (_, i) => i + 1).filter((number) => !there.has(number));
  const [gap = total + 1] = missing;
  // a part that is cut itself is the end, too
  const cut = parts.find(({ message }) => message.missing > 0);
  const end = Math.min(gap, cut ? numberOf(cut) + 1 : gap);
  const isHeadless = gap === 1;
  const before = parts.filter((one) => isHeadless || numberOf(one) < end);
  const after = parts.filter((one) => !before.includes(one));
  return { parts, total, missing, bytes: joined(before.map(userData)), behind: joined(after.map(userData)) };
}
