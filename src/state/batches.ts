import type { Asked } from '../worker/index.ts';

/** What is sent to be examined in one go: the page has to take it in, and more than one message is shown early. */
const BATCH = { messages: 128, bytes: 4 * 1024 * 1024 };

/** Bytes of all of them. */
export const sizeOf = (asked: readonly Asked[]): number =>
  asked.reduce((sum, { message }) => sum + (message.bytes?.length ?? 0), 0);

/** Parts of a list, in order, each of few messages and few bytes; at least one message each. */
export function* batchesOf(asked: readonly Asked[]): Generator<Asked[]> {
  let batch: Asked[] = [];
  let bytes = 0;
  for (const one of asked) {
    const size = one.message.bytes?.length ?? 0;
    if (batch.length > 0 && (batch.length >= BATCH.messages || bytes + size > BATCH.bytes)) {
      yield batch;
      batch = [];
      bytes = 0;
    }
    batch.push(one);
    bytes += size;
  }
  if (batch.length > 0) yield batch;
}
