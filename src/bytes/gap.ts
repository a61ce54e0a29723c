import { commonEnds } from './common-ends.ts';

/** From `at` on, so many bytes gave way to so many others. All outside is as it was. */
export interface ByteGap {
  readonly at: number;
  readonly removed: number;
  readonly inserted: number;
}

/** Where two byte runs differ. */
export function gapBetween(before: Uint8Array, after: Uint8Array): ByteGap {
  const { front, back } = commonEnds(before, after);
  return { at: front, removed: before.length - back - front, inserted: after.length - back - front };
}
