import { readingOf, type Message, type MessagePlace } from '../conversation/index.ts';
import { bodyKind } from '../doctor/index.ts';
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

/**
 * The parts of a multipart answer, each by itself: a WBXML document, then files.
 * @see MS-ASCMD §2.2.1.10.1
 */
function redactParts(bytes: Uint8Array, ledger: Ledger): Uint8Array | undefined {
  if (bytes.length < 12) return undefined;
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  const count = view.getUint32(0, true);
  if (count === 0 || 4 + 8 * count > bytes.length) return undefined;
  const out = bytes.slice();
  for (let i = 0; i < count; i++) {
    const start = view.getUint32(4 + 8 * i, true);
    const end = start + view.getUint32(8 + 8 * i, true);
    if (start < 4 + 8 * count || end > bytes.length) return undefined;
    const part = bytes.subarray(start, end);
    out.set(
      i === 0 ? redactWbxml(part, {}, ledger).bytes : fromBinary(ledger.data(toBinary(part), 'text')),
      start,
    );
  }
  return out;
}
