import { readingOf, type Message } from '../conversation/index.ts';
import { decode } from '../doctypes/index.ts';

/** Every token of a message, a line each: its kind, its place and its code, but not what it says. */
export const tokenTree = (message: Message): string =>
  Array.from(
    decode(message.bytes ?? new Uint8Array(), readingOf(message)).tokens,
    ({ kind, start, end, page, code }) => `${kind} ${start} ${end} ${page} ${code}`,
  ).join('\n');
