import { bytesAround } from './bytes-around.ts';
import { applyEdits, replaceMessage, type Edit } from './edits.ts';
import { messageAt } from './places.ts';
import type { Conversation, Message } from './types.ts';

/** As `applyEdits`, and a Content-Length that was right is right afterwards. */
export function applyEditsWithLength(conversation: Conversation, edits: readonly Edit[]): Conversation {
  let result = applyEdits(conversation, edits);
  for (const { place } of edits) {
    const [before, after] = [messageAt(conversation, place), messageAt(result, place)];
    const http = before && after && httpOf(before, after);
    if (http) result = replaceMessage(result, place, { ...after, http });
  }
  return result;
}

/** The HTTP facts of a message with other bytes; `undefined` where they stay. */
function httpOf(before: Message, after: Message): Message['http'] {
  const headers = after.http?.headers ?? {};
  const name = Object.keys(headers).find((one) => one.toLowerCase() === 'content-length');
  const [was, becomes] = [lengthOf(before), lengthOf(after)];
  if (name === undefined || was === becomes || headers[name]?.trim() !== was) return undefined;
  return { ...after.http, headers: { ...headers, [name]: becomes } };
}

const lengthOf = (message: Message): string => String((message.bytes?.length ?? 0) + bytesAround(message));
