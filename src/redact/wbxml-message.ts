import { mbUint32Width, readMbUint32, writeMbUint32 } from '../bytes/index.ts';
import { decode, stringSpan, vocabularyOf, type Decoded, type DecodeOptions } from '../doctypes/index.ts';
import { secretTokens } from '../share/index.ts';
import { FALLBACK, KIND } from '../wbxml/index.ts';
import { fromBinary, textOfBinary, toBinary, utf8Binary } from './binary.ts';
import { kindOfElement, PLAIN } from './kinds.ts';
import type { Ledger } from './ledger.ts';

const OTHER = 'other';

/**
 * A WBXML message with its values replaced, token by token: inline strings, the string table, OPAQUE data and documents
 * in it, characters by number, and what could not be read. Every token keeps its kind, its place and its length.
 * @returns new bytes, and where those begin that could not be read: their length where all could be
 */
export function redactWbxml(
  bytes: Uint8Array,
  options: DecodeOptions,
  ledger: Ledger,
): { bytes: Uint8Array; unread: number } {
  const decoded = decode(bytes, options);
  const { tokens } = decoded;
  const out = bytes.slice();
  const named = secretTokens(decoded);
  const table = entryKinds(decoded, named);
  let unread = bytes.length;
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    if (kind === KIND.strI || kind === KIND.extI)
      replaceString(decoded, i, kindAt(decoded, i, named), out, ledger);
    else if (kind === KIND.stringTableEntry) {
      const owner = table.get(i) ?? OTHER;
      if (owner !== STRUCTURE) replaceString(decoded, i, owner, out, ledger);
    } else if (kind === KIND.opaque) replaceOpaque(decoded, i, kindAt(decoded, i, named), out, ledger);
    else if (kind === KIND.entity) replaceEntity(decoded, i, kindAt(decoded, i, named), out, ledger);
    else if (kind === KIND.unread) {
      unread = tokens.start(i);
      replaceUnread(decoded, i, out, ledger);
    }
  }
  return { bytes: out, unread };
}

/** Of a string that names something: a tag, an attribute, the document type. */
const STRUCTURE = 'structure';

/** Whose text each string of the table is, by its token: that of the first element that refers to it. */
function entryKinds(decoded: Decoded, named: ReadonlyMap<number, string>): Map<number, string> {
  const { bytes, tokens, document } = decoded;
  const { header } = document;
  const kinds = new Map<number, string>();
  if (!header || header.tableEnd === header.tableStart) return kinds;
  const add = (offset: number, kind: string): void => {
    const entry = tokens.atOffset(header.tableStart + offset);
    if (entry < 0 || tokens.kind(entry) !== KIND.stringTableEntry) return;
    // what names a thing stays; what is anybody's text is replaced although the protocol uses it too
    const before = kinds.get(entry);
    const isMore = before === undefined || before === PLAIN || (kind === 'secret' && before !== STRUCTURE);
    if (kind === STRUCTURE || isMore) kinds.set(entry, kind);
  };
  if (header.publicId.index) add(header.publicId.value, STRUCTURE);
  for (let i = 0; i < tokens.length; i++) {
    const kind = tokens.kind(i);
    const refers = kind === KIND.strT || kind === KIND.extT;
    const names = kind === KIND.literalTag || kind === KIND.attributeLiteral || kind === KIND.pi;
    if (!refers && !names) continue;
    const { value, fault } = readMbUint32(bytes, tokens.start(i) + 1);
    if (!fault) add(value, refers ? kindAt(decoded, i, named) : STRUCTURE);
  }
  return kinds;
}

const isActiveSync = ({ vocabulary }: Decoded): boolean =>
  vocabulary.type.id === vocabularyOf('activesync')?.type.id;

/**
 * What the element or attribute that token `i` stands in holds.
 * @param named the tokens of which something around them says what they hold
 */
function kindAt(decoded: Decoded, i: number, named: ReadonlyMap<number, string>): string {
  const { tokens, vocabulary } = decoded;
  const kind = named.get(i);
  if (kind !== undefined) return kind;
  const parent = tokens.parent(i);
  const isKnown = parent >= 0 && !tokens.inAttributes(i) && isActiveSync(decoded);
  if (!isKnown || tokens.kind(parent) !== KIND.tag) return OTHER;
  const tag = vocabulary.tag(tokens.page(parent), tokens.tagCode(parent));
  if (!tag) return OTHER;
  // of a body it is a text, of what is asked for a length
  if (tag.name === 'Preview' && nameOf(decoded, tokens.parent(parent)) === 'BodyPreference') return PLAIN;
  const listed = kindOfElement(vocabulary.page(tag.page)?.namespace ?? '', tag.name);
  return listed ?? (fitsType(decoded, i, tag.type) ? PLAIN : OTHER);
}

const nameOf = ({ tokens }: Decoded, i: number): string | undefined =>
  i < 0 ? undefined : tokens.at(i).name;

const TYPES: Readonly<Record<string, RegExp>> = {
  integer: /^-?\d{0,10}$/,
  boolean: /^(?:[01]|true|false)?$/i,
  double: /^-?[\d.]{0,20}$/,
  dateTime: /^[\dTZ:.-]{0,30}$/,
  container: /^\s*$/,
  empty: /^\s*$/,
};

/** Whether a text is what the schema expects there: then it is the protocol's own. */
function fitsType(decoded: Decoded, i: number, type: string | undefined): boolean {
  const expected = TYPES[type ?? ''];
  const kind = decoded.tokens.kind(i);
  if (!expected || (kind !== KIND.strI && kind !== KIND.stringTableEntry)) return false;
  const { start, end } = stringSpan(decoded.document, i);
  return end - start <= 40 && expected.test(toBinary(decoded.bytes.subarray(start, end)));
}

/** Puts `made` in the place of a span where it is as long; else fills the span with x. */
function put(out: Uint8Array, start: number, end: number, made: Uint8Array | undefined): void {
  if (made?.length === end - start) out.set(made, start);
  else out.fill(0x78, start, end);
}

function replaceString(decoded: Decoded, i: number, kind: string, out: Uint8Array, ledger: Ledger): void {
  const { start, end } = stringSpan(decoded.document, i);
  if (start >= end) return;
  const encoding = decoded.document.header?.encoding ?? FALLBACK;
  const bytes = decoded.bytes.subarray(start, end);
  if (encoding === FALLBACK || encoding.name === 'UTF-8') {
    put(out, start, end, fromBinary(ledger.binary(toBinary(bytes), kind)));
    return;
  }
  const text = encoding.decode(bytes);
  const made = textOfBinary(ledger.binary(utf8Binary(text), kind));
  if (made !== text) put(out, start, end, made === undefined ? undefined : encoding.encode(made));
}

function replaceOpaque(decoded: Decoded, i: number, kind: string, out: Uint8Array, ledger: Ledger): void {
  const { tokens, bytes } = decoded;
  const { next } = readMbUint32(bytes, tokens.start(i) + 1);
  const end = tokens.end(i);
  if (next >= end) return;
  const made = ledger.data(toBinary(bytes.subarray(next, end)), kind === PLAIN ? OTHER : kind);
  put(out, next, end, fromBinary(made));
}

/** A character by its number becomes x, or one that takes as many bytes. */
function replaceEntity(decoded: Decoded, i: number, kind: string, out: Uint8Array, ledger: Ledger): void {
  const start = decoded.tokens.start(i) + 1;
  const end = decoded.tokens.end(i);
  const { value } = readMbUint32(decoded.bytes, start);
  const isText = value > 0x20 && value <= 0xffff && /[\p{L}\p{N}]/u.test(String.fromCharCode(value));
  if (!isText || kind === PLAIN || end - start !== mbUint32Width(value)) return;
  const other = { 1: 0x78, 2: 0x44f, 3: 0x4e2d }[end - start];
  if (other !== undefined && ledger.takes(kind)) writeMbUint32(out, start, other);
}

/** The byte that could not be read and a length behind it stay: they are why. */
function replaceUnread(decoded: Decoded, i: number, out: Uint8Array, ledger: Ledger): void {
  const { tokens, bytes } = decoded;
  const start = tokens.start(i);
  let at = start + 1;
  while (at < start + 6 && (bytes[at] ?? 0) >= 0x80) at++;
  if ((bytes[start] ?? 0) >= 0xc0) at++;
  const end = tokens.end(i);
  if (at < end) put(out, at, end, fromBinary(ledger.unread(toBinary(bytes.subarray(at, end)))));
}
