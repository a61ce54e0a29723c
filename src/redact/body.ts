import { readingOf, type Message, type MessagePlace } from '../conversation/index.ts';
import { bodyKind } from '../doctor/index.ts';
import { readMultipart } from '../eas/index.ts';
import { redactFile } from './around.ts';
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
