import { toBase64 } from '../bytes/index.ts';
import {
  readingOf,
  wholeBodyOf,
  type Around,
  type Message,
  type MessagePlace,
} from '../conversation/index.ts';
import { bodyKind } from '../doctor/index.ts';
import { readMultipart } from '../eas/index.ts';
import { fromBinary, toBinary } from './binary.ts';
import type { Ledger, Unjudged } from './ledger.ts';
import { redactWbxml } from './wbxml-message.ts';

/** Bodies that are texts of some kind, whatever wrote them. */
const TEXTS = new Set(['html', 'xml', 'json', 'mime', 'text']);

/** The bytes of a message with its values replaced; as many as before. What cannot be judged is put on the list. */
export function redactBody(message: Message, place: MessagePlace, ledger: Ledger): Uint8Array | undefined {
  const { bytes } = message;
  if (!bytes || bytes.length === 0) return bytes;
  const { kind } = bodyKind(message);
  const cannot = (what: Unjudged['what'], start: number): void => {
    ledger.unjudged.push({ ...place, start, end: bytes.length, what });
  };
  if (kind === 'wbxml') {
    const { bytes: made, unread } = redactWbxml(bytes, readingOf(message), ledger);
    if (unread < bytes.length) cannot('unread', unread);
    return made;
  }
  if (kind === 'multipart') return redactParts(bytes, ledger) ?? (cannot('body', 0), bytes);
  if (TEXTS.has(kind)) {
    const made = fromBinary(ledger.binary(toBinary(bytes), 'text'));
    if (made.length === bytes.length) return made;
  }
  cannot('body', 0);
  return bytes;
}

/** What stands around the WBXML part of a multipart answer: its other parts each by itself, all else as zeros. */
export function redactAround(message: Message, ledger: Ledger): Around | undefined {
  const whole = message.around && wholeBodyOf(message).bytes;
  const [first, ...others] = (whole && readMultipart(whole)) ?? [];
  if (!whole || !first) return undefined;
  const out = new Uint8Array(whole.length);
  out.set(whole.subarray(0, first.start));
  for (const { start, end } of others) {
    out.set(redactFile(whole.subarray(start, end), ledger), start);
  }
  return { before: toBase64(out.subarray(0, first.start)), after: toBase64(out.subarray(first.end)) };
}

const redactFile = (part: Uint8Array, ledger: Ledger): Uint8Array =>
  fromBinary(ledger.data(toBinary(part), 'text')).subarray(0, part.length);

/** The parts of a multipart answer, each by itself: a WBXML document, then files. */
function redactParts(bytes: Uint8Array, ledger: Ledger): Uint8Array | undefined {
  const parts = readMultipart(bytes);
  if (!parts || parts.some(({ start, end, length }) => end - start !== length)) return undefined;
  const out = bytes.slice();
  for (const [i, { start, end }] of parts.entries()) {
    const part = bytes.subarray(start, end);
    out.set(i === 0 ? redactWbxml(part, {}, ledger).bytes : redactFile(part, ledger), start);
  }
  return out;
}
