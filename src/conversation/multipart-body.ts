import { fromBase64, toBase64 } from '../bytes/index.ts';
import { readMultipart, withFirstLength, type Part } from '../eas/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { headOf, pushBody } from './push-body.ts';
import type { Around, Message } from './types.ts';

/** A multipart answer or a push as what it carries; the same object where the body is neither. */
export const firstPartOf = (message: Message): Message => pushBody(message) ?? multipartPartOf(message);

/** A multipart answer as its WBXML part, what stood around it kept; the same object where the body is none. */
export function multipartPartOf(message: Message): Message {
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

/**
 * The whole body as the message, its table made for the part as it is now; the same object where there is no more.
 * What carried a push stays around it.
 */
export function wholeBodyOf(message: Message): Message {
  const { around, ...rest } = message;
  if (!around || !hasMore(around)) return message;
  const [head, after] = [headOf(message), bytesIn(around.after)];
  const first = message.bytes ?? new Uint8Array(0);
  const before = around.form === 'wsp' ? head : withFirstLength(head, first.length);
  const bytes = new Uint8Array(before.length + first.length + after.length);
  bytes.set(before);
  bytes.set(first, before.length);
  bytes.set(after, before.length + first.length);
  const { envelopes } = around;
  return { ...rest, bytes, ...(envelopes && { around: { before: '', after: '', envelopes } }) };
}

/** Whether the message is a part of a body. */
export const hasWholeBody = ({ around }: Message): boolean => around !== undefined && hasMore(around);

const hasMore = ({ before, after }: Around): boolean => before !== '' || after !== '';

/** Whether the message's bytes are a multipart answer whose first part is WBXML, or a push. */
export const hasFirstPart = (message: Message): boolean => firstPartOf(message) !== message;

function firstPart({ bytes }: Message): Part | undefined {
  const first = bytes && readMultipart(bytes)?.[0];
  if (!first || first.start === first.end) return undefined;
  return mayBeginWbxml(bytes[first.start]) ? first : undefined;
}

const bytesIn = (text: string): Uint8Array => fromBase64(text) ?? new Uint8Array(0);
