import { fromBase64, toBase64 } from '../bytes/index.ts';
import { readMultipart, withFirstLength, type Part } from '../eas/index.ts';
import type { Message } from './types.ts';

/** Every version of WBXML begins with a byte up to this. */
const NEWEST_VERSION = 3;

/** A multipart answer as its WBXML part, what stood around it kept; the same object where the body is none. */
export function firstPartOf(message: Message): Message {
  const { bytes } = message;
  const first = firstPart(message);
  if (!bytes || !first) return message;
  return {
    ...message,
    bytes: bytes.slice(first.start, first.end),
    around: {
      before: toBase64(bytes.subarray(0, first.start)),
      after: toBase64(bytes.subarray(first.end)),
    },
  };
}

/** The whole body as the message, its table made for the part as it is now; the same object where there is no more. */
export function wholeBodyOf(message: Message): Message {
  const { around, ...rest } = message;
  if (!around) return message;
  const [table, after] = [bytesIn(around.before), bytesIn(around.after)];
  const first = message.bytes ?? new Uint8Array(0);
  const before = withFirstLength(table, first.length);
  const bytes = new Uint8Array(before.length + first.length + after.length);
  bytes.set(before);
  bytes.set(first, before.length);
  bytes.set(after, before.length + first.length);
  return { ...rest, bytes };
}

/** Whether the message's bytes are a multipart answer whose first part is WBXML. */
export const hasFirstPart = (message: Message): boolean => firstPart(message) !== undefined;

function firstPart({ bytes }: Message): Part | undefined {
  const first = bytes && readMultipart(bytes)?.[0];
  if (!first || first.start === first.end) return undefined;
  return (bytes[first.start] as number) <= NEWEST_VERSION ? first : undefined;
}

const bytesIn = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0);
