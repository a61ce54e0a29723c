import { commonEnds } from '../bytes/index.ts';
import type { ByteChange } from './splice.ts';

/** Changes of a message as one, without what it leaves as it was; `undefined` where it leaves everything. */
export function smallestChange(bytes: Uint8Array, changes: readonly ByteChange[]): ByteChange | undefined {
  const [first, last] = [changes[0], changes.at(-1)];
  if (!first || !last) return undefined;
  const parts: Uint8Array[] = [];
  let at = first.start;
  for (const change of changes) {
    parts.push(bytes.subarray(at, change.start), change.bytes);
    at = change.end;
  }
  const inserted = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  let to = 0;
  for (const part of parts) {
    inserted.set(part, to);
    to += part.length;
  }
  const { front: head, back: tail } = commonEnds(bytes.subarray(first.start, last.end), inserted);
  const change = {
    start: first.start + head,
    end: last.end - tail,
    bytes: inserted.subarray(head, inserted.length - tail),
  };
  return change.start === change.end && change.bytes.length === 0 ? undefined : change;
}
