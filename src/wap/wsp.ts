import { readMbUint32 } from '../bytes/index.ts';
import { FieldReader, mediaTypeText, type MediaType, type WspHeader, type WspText } from './wsp-fields.ts';

/** A message of the Wireless Session Protocol that carries a body: its head, and where the body begins. */
export interface WspHead {
  kind: 'push' | 'confirmed-push' | 'reply';
  /** Absent where it came over a session, which has none. */
  transaction: number;
  mediaType: MediaType;
  /** The Content-Type first; of several with one name all. */
  headers: WspHeader[];
  /** Texts in the head, in their order. */
  texts: WspText[];
  /** Offset of the body's first byte. */
  body: number;
}

const KINDS: Readonly<Record<number, WspHead['kind']>> = { 4: 'reply', 6: 'push', 7: 'confirmed-push' };

/**
 * Reads the head of a connectionless WSP message: transaction id, type, the length of its headers, Content-Type,
 * headers. Strict, so that other bytes are not taken for one: the headers end just where their length says.
 * @returns `undefined` where it is none. Never throws; time is linear in the head.
 * @see WAP-230-WSP §8.2.2, §8.2.4.1
 */
export function readWspHead(bytes: Uint8Array): WspHead | undefined {
  const [transaction, type] = bytes;
  const kind = KINDS[type ?? 0];
  if (transaction === undefined || !kind) return undefined;
  const lengthAt = kind === 'reply' ? 3 : 2; // a reply says its status first
  const { value: length, next: start, fault } = readMbUint32(bytes, lengthAt);
  const body = start + length;
  if (fault || length === 0 || body > bytes.length) return undefined;
  const reader = new FieldReader(bytes, body);
  const contentType = reader.contentType(start);
  const more = contentType && reader.headers(contentType.next);
  if (!contentType || !more) return undefined;
  const mediaType = contentType.value;
  const headers = [{ name: 'Content-Type', value: mediaTypeText(mediaType) }, ...more];
  return { kind, transaction, mediaType, headers, texts: reader.texts, body };
}
