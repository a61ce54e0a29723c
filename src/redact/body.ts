import { readingOf, type Message, type MessagePlace } from '../conversation/index.ts';
import { bodyKind } from '../doctor/index.ts';
import { readMultipart } from '../eas/index.ts';
import { mayBeginWbxml } from '../wbxml/index.ts';
import { fromBinary, toBinary } from './binary.ts';
import type { Ledger, Unjudged } from './ledger.ts';
import { redactFile, redactParts } from './parts.ts';
import { redactWbxml } from './wbxml-message.ts';

/** Bodies that are texts of some kind, whatever wrote them. */
const TEXTS = new Set(['html', 'xml', 'json', 'mime', 'text']);

/** The bytes of a message with its values replaced; as many as before. What cannot be judged is put on the list. */
export function redactBody(message: Message, place: MessagePlace, ledger: Ledger): Uint8Array | undefined {
  const { bytes } = message;
  if (!bytes || bytes.length === 0) return bytes;
  const { kind } = bodyKind(message);
  const cannot = (what: Unjudged['what'], start: number, end = bytes.length): void => {
    ledger.unjudged.push({ ...place, start, end, what });
  };
  if (kind === 'wbxml') {
    const { bytes: made, unread } = redactWbxml(bytes, readingOf(message), ledger);
    if (unread < bytes.length) cannot('unread', unread);
    return made;
  }
  if (kind === 'multipart') {
    const made = redactMultipart(bytes, ledger, (start, end) => cannot('unread', start, end));
    if (made) return made;
  }
  if (TEXTS.has(kind)) {
    const made = fromBinary(ledger.binary(toBinary(bytes), 'text'));
    if (made.length === bytes.length) return made;
  }
  cannot('body', 0);
  return bytes;
}

/**
 * The parts of a multipart answer, each by itself: a WBXML document, then files.
 * @param unread told where the first part begins and ends to be unreadable
 */
function redactMultipart(
  bytes: Uint8Array,
  ledger: Ledger,
  unread: (start: number, end: number) => void,
): Uint8Array | undefined {
  const parts = readMultipart(bytes);
  const first = parts?.[0];
  if (!first || parts.some(({ start, end, length }) => end - start !== length)) return undefined;
  return redactParts(bytes, parts, ledger, (part, i) => {
    if (i > 0 || !mayBeginWbxml(part[0])) return redactFile(part, ledger);
    const made = redactWbxml(part, {}, ledger);
    if (made.unread < part.length) unread(first.start + made.unread, first.end);
    return made.bytes;
  });
}
