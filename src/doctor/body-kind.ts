import { fileStart } from '../bytes/index.ts';
import type { Message } from '../conversation/index.ts';
import { findBadUtf8 } from '../doctypes/index.ts';
import { easFacts, readMultipart, type EasFacts } from '../eas/index.ts';
import { notWbxmlName } from '../wap/index.ts';
import { FALLBACK as UTF8, mayBeginWbxml } from '../wbxml/index.ts';

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
  // a WBXML part alone has the type of the whole
  if (parts > 0 || (type === 'application/vnd.ms-sync.multipart' && !beginsLikeWbxml(bytes))) {
    const why =
      parts > 0 ? `It begins with a table of ${parts} parts.` : `Its Content-Type is ${type ?? ''}.`;
    return { kind: 'multipart', why };
  }
  if (bytes[0] === 0x1f && bytes[1] === 0x8b) return { kind: 'gzip', why: 'Unpack it first.' };
  const name = type === undefined ? undefined : notWbxmlName(type);
  if (name !== undefined) return { kind: 'other', why: `Its Content-Type is that of ${name}.` };
  if (mayBeginWbxml(bytes[0])) return { kind: 'wbxml', why: '' };
  const file = fileStart(bytes);
  if (file) return { kind: 'other', why: `${file.start} is ${file.name}.` };
  const looks = textKind(bytes);
  if (looks) return looks;
  // A picture or a file under its own type: the codec would only complain about every byte of it.
  const isOther = type !== undefined && !WBXML_TYPES.includes(type);
  return isOther ? { kind: 'other', why: `Its Content-Type is ${type}.` } : { kind: 'wbxml', why: '' };
}

/** A version up to 1.3, and a public id. */
const beginsLikeWbxml = ([version = 255, id = 0]: Uint8Array): boolean => version <= 3 && id !== 0;

/** How many parts a whole multipart answer has; 0 where the bytes are none. */
function multipartCount(bytes: Uint8Array): number {
  const parts = bytes[1] === 0 ? readMultipart(bytes) : undefined;
  const last = parts?.at(-1);
  const isWhole = last?.end === bytes.length && last.end - last.start === last.length;
  return parts && isWhole ? parts.length : 0;
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
