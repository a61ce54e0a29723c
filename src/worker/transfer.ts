import { messagesOf } from '../conversation/index.ts';
import type { Jobs, Results } from './jobs.ts';

/**
 * The memory that goes over to the page with a result instead of being copied, each part of it once: the bytes of what
 * was read, which nobody needs in the worker any more.
 */
export function buffersOf(kind: keyof Jobs, result: unknown): ArrayBuffer[] {
  if (kind !== 'paste') return [];
  const { candidates, first } = result as Results['paste'];
  const bytes = candidates.flatMap(({ conversation, startAt }) => [
    ...messagesOf(conversation).map(({ message }) => message.bytes),
    startAt?.whole,
  ]);
  const buffers = [...bytes, first?.cells]
    .map((one) => one?.buffer)
    .filter((buffer) => buffer instanceof ArrayBuffer);
  // Empty ones may be shared by many results, and what has gone over cannot go again.
  return [...new Set(buffers)].filter(({ byteLength }) => byteLength > 0);
}
