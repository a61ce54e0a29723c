import type { Message } from './types.ts';

/** How many bytes of a multipart body stand around the message's own; the head of a push is no part of a body. */
export function bytesAround({ around }: Message): number {
  if (!around) return 0;
  return (around.form === 'wsp' ? 0 : base64Length(around.before)) + base64Length(around.after);
}

const base64Length = (text: string): number =>
  (text.length / 4) * 3 - (text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0);
