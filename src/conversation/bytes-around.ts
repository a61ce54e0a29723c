import type { Message } from './types.ts';

/** How many bytes of a multipart body stand around the message's own. */
export function bytesAround({ around }: Message): number {
  return around ? base64Length(around.before) + base64Length(around.after) : 0;
}

const base64Length = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
