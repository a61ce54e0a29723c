import { fileStart } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { findBadUtf8 } from '../doctypes/index.ts';
import { easFacts, type EasFacts } from '../eas/index.ts';
import { FALLBACK as UTF8 } from '../wbxml/index.ts';

/** What a message's bytes are, before anything reads them as WBXML. */
export interface BodyKind {
  kind:
    'wbxml' | 'absent' | 'empty' | 'gzip' | 'html' | 'xml' | 'json' | 'mime' | 'multipart' | 'text' | 'other';
  /** What was seen, as a sentence; empty where nothing had to be recognised. */
  why: string;
}

const WBXML_TYPES = ['application/vnd.ms-sync.wbxml', 'application/vnd.ms-sync'];
const HEAD = 512;
const WHITE: readonly number[] = [0x09, 0x0a, 0x0d];

/** True where the HTTP facts say that the body is WBXML. */
export const saysWbxml = ({ contentType = '' }: EasFacts): boolean => WBXML_TYPES.includes(contentType);

/**
 * Looks at the first bytes, and at the Content-Type where there is one. Whatever begins like a WBXML header, or
 * like nothing known, is left to the codec.
 * @param facts what the HTTP facts say, where the caller has them already
 */
export function bodyKind({ bytes, http }: Message, facts: EasFacts = easFacts(http)): BodyKind {
  if (!bytes) return { kind: 'absent', why: '' };
  if (bytes.length === 0) return { kind: 'empty', why: '' };
  const parts = multipartCount(bytes);
  const type = facts.contentType;
  if (type === 'application/vnd.ms-sync.multipart' || parts > 0) {
    const why =
      parts > 0 ? `It begins with a table of ${parts} parts.` : `Its Content-Type is ${type ?? ''}.`;
    return { kind: 'multipart', why };
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'gzip', why: 'Unpack it first.' };
  if ((bytes[0] as number) <= 3) return { kind: 'wbxml', why: '' };
  const file = fileStart(bytes);
  if (file) return { kind: 'other', why: `${file.start} is ${file.name}.` };
  const looks = textKind(bytes);
  if (looks) return looks;
  // A picture or a file under its own type: the codec would only complain about every byte of it.
  const isOther = type !== undefined && !WBXML_TYPES.includes(type);
  return isOther ? { kind: 'other', why: `Its Content-Type is ${type}.` } : { kind: 'wbxml', why: '' };
}

/**
 * How many parts a multipart answer's table names, or 0 where the bytes are no such answer: the count and for each
 * part offset and length, 4 bytes each, little endian; the first part right behind the table, the last at the end.
 * @see MS-ASCMD §2.2.1.10.1
 */
function multipartCount(bytes: Uint8Array): number {
  if (bytes.length < 12) return 0;
  const count = uint32(bytes, 0);
  const table = 4 + 8 * count;
  if (count === 0 || table > bytes.length) return 0;
  if (uint32(bytes, 4) !== table) return 0;
  let end = table;
  for (let i = 0; i < count; i++) {
    if (uint32(bytes, 4 + 8 * i) !== end) return 0;
    end += uint32(bytes, 8 + 8 * i);
  }
  return end === bytes.length ? count : 0;
}

/** Little endian, without a view: that costs more than a look. */
function uint32(bytes: Uint8Array, at: number): number {
  const byte = (i: number): number => bytes[at + i] as number;
  return (byte(0) | (byte(1) << 8) | (byte(2) << 16) | (byte(3) << 24)) >>> 0;
}

function textKind(bytes: Uint8Array): BodyKind | undefined {
  const head = headText(bytes);
  if (head === undefined) return undefined;
  const start = head.trimStart();
  const shown = `It begins with “${start.slice(0, 16).split(/[\r\n]/)[0] ?? ''}”.`;
  if (/^<(!doctype html|html|head|body)\b/i.test(start)) return { kind: 'html', why: shown };
  if (start.startsWith('<')) return { kind: 'xml', why: shown };
  if (/^[{[]/.test(start)) return { kind: 'json', why: shown };
  if (/^(--\S|[A-Za-z][A-Za-z0-9-]*: ?\S)/.test(start)) return { kind: 'mime', why: shown };
  return { kind: 'text', why: shown };
}

/** The first bytes as text, or `undefined` where they hold what no text begins with. */
function headText(bytes: Uint8Array): string | undefined {
  const end = Math.min(bytes.length, HEAD);
  for (let i = 0; i < end; i++) {
    const byte = bytes[i] as number;
    if (byte < 0x20 ? !WHITE.includes(byte) : byte === 0x7f) return undefined;
  }
  const bad = findBadUtf8(bytes, 0, end);
  const isCut = bad !== undefined && end < bytes.length && bad.start > end - 4;
  if (bad && !isCut) return undefined;
  const text = UTF8.decode(bytes.subarray(0, end));
  return text.startsWith('\ufeff') ? text.slice(1) : text;
}
