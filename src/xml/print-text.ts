import { mbUint32Width, readMbUint32, sameBytes, shortText, toHex } from '../bytes/index.ts';
import { utf8Length, type ValueCodec } from '../doctypes/index.ts';
import type { Header } from '../wbxml/index.ts';
import { UTF_8 } from '../wbxml/index.ts';
import { HAS, classesOf, classesUntil, hasReplaced, hasUnusual, type ByteEscaper } from './byte-classes.ts';
import { EVERY_INVISIBLE, hasForbidden } from './characters.ts';
import {
  escapePieces,
  escapeUsual,
  finishUsual,
  withEntities,
  type EscapeOptions,
  type PrintedText,
} from './escape.ts';
import { foreignBytes, splitPieces } from './pieces.ts';
import { storedText } from './stored.ts';

const decoder = new TextDecoder('utf-8', { ignoreBOM: true });
/** Up to here a string is read by hand: a call into a decoder costs more. */
const SHORT = 48;

/** UTF-8 to text; bytes that are none become U+FFFD. A few bytes of ASCII, as most strings are, take a short way. */
function decodeUtf8(bytes: Uint8Array, start: number, end: number, bits: number): string {
  const isShort = end - start <= SHORT && (bits & HAS.foreign) === 0;
  return isShort ? shortText(bytes, start, end) : decoder.decode(bytes.subarray(start, end));
}

/** What no string may have that needs no more than entities, where there are no variables. */
const NOT_USUAL = HAS.control | HAS.cr | HAS.bracket | HAS.suspect;
const NEEDS_ENTITY = HAS.ampersand | HAS.lessThan;
/** From here on a string is escaped as bytes; below, only one with CR: the rest is as soon escaped as text. */
const LONG = 256;

/**
 * A UTF-8 string as it stands in content, where it needs no more than entities and is not white space only;
 * `undefined` for any other, and for a long one with entities. This is just the fastest way for most.
 */
export function usualUtf8(bytes: Uint8Array, start: number, end: number): string | undefined {
  const stop = end - start < LONG ? NOT_USUAL : NOT_USUAL | NEEDS_ENTITY;
  const bits = classesUntil(bytes, start, end, stop);
  if ((bits & (stop | HAS.ink)) !== HAS.ink) return undefined;
  const text = decodeUtf8(bytes, start, end, bits);
  if (hasReplaced(text, bits)) return undefined;
  return bits & NEEDS_ENTITY ? withEntities(text, bits) : text;
}

/** A string of content as it is printed; `text` is set where it reads back exactly as that text. */
export interface PrintedString extends PrintedText {
  text?: string;
}

/** Prints the bytes of a string where the plain choice is STR_I and nothing else; its `text` is not told. */
export function printSimple(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  escaper: ByteEscaper,
  options: EscapeOptions,
): PrintedString {
  const bits = end - start < LONG ? classesOf(bytes, start, end) : HAS.cr;
  if ((bits & HAS.cr) === 0) {
    const usual = escapeUsual(decodeUtf8(bytes, start, end, bits), bits, options);
    if (usual) return usual;
  } else {
    const body = escaper.escape(bytes, start, end);
    if (body !== undefined) return finishUsual(body, escaper.bits, escaper.crlf, options);
  }
  return printString(bytes, start, end, header, options);
}

/** Prints the bytes of a string. */
export function printString(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  options: EscapeOptions,
): PrintedString {
  if (header.encoding.mib === UTF_8) {
    const bits = classesOf(bytes, start, end);
    const text = decodeUtf8(bytes, start, end, bits);
    const usual: PrintedString | undefined = escapeUsual(text, bits, options);
    if (usual) {
      usual.text = text;
      return usual;
    }
  }
  const pieces = splitPieces(bytes.subarray(start, end), header.encoding);
  const printed = escapePieces(pieces, options);
  const [only = ''] = pieces;
  return pieces.length <= 1 && typeof only === 'string' ? { ...printed, text: only } : printed;
}

/** How an OPAQUE is printed. `mark` is what its first mark says; a bare CDATA has none. */
export interface PrintedOpaque {
  kind: 'cdata' | 'escaped' | 'mark' | 'typed';
  text: string;
}

/** More of it than one byte in this many being no text makes it binary. */
const TEXT_SHARE = 10;
const HEX_LINE = 64;

/**
 * Prints an OPAQUE token: as the vocabulary's own form, as text, or in hex.
 * @param start offset of the token byte
 * @param follows whether an OPAQUE or another text stands right before it, so that a bare CDATA would join it
 */
export function printOpaque(
  bytes: Uint8Array,
  start: number,
  end: number,
  header: Header,
  codec: ValueCodec | undefined,
  follows: boolean,
  options: EscapeOptions,
): PrintedOpaque {
  const { value, next } = readMbUint32(bytes, start + 1);
  const width = next - start - 1;
  const content = bytes.subarray(next, end);
  if (value !== content.length || width !== mbUint32Width(value)) {
    const stored = storedText({ value, width });
    return { kind: 'mark', text: `<?wbxml opaque="${hexLines(content)}" length="${stored}"?>` };
  }
  const typed = codec?.toText(content);
  if (typed !== undefined && codec && sameBytes(codec.toBytes(typed), content))
    return { kind: 'typed', text: typed };
  return printContent(content, header, follows, options);
}

function printContent(
  content: Uint8Array,
  header: Header,
  follows: boolean,
  options: EscapeOptions,
): PrintedOpaque {
  const word = follows ? '<?wbxml opaque?>' : '';
  if (content.length === 0) return { kind: 'cdata', text: `${word}<![CDATA[]]>` };
  const hex = (): PrintedOpaque => ({ kind: 'mark', text: `<?wbxml opaque="${hexLines(content)}"?>` });
  if (header.encoding.unit === 2) return hex();
  if (header.encoding.mib === UTF_8) {
    const bits = classesOf(content, 0, content.length);
    const text = bits & HAS.control ? '' : decodeUtf8(content, 0, content.length, bits);
    const isUsual = text !== '' && !hasUnusual(text, bits);
    const section = isUsual ? cdata(text, follows) : undefined;
    if (section !== undefined) return { kind: 'cdata', text: section };
  }
  if (header.encoding.mib === UTF_8 && isBinary(content)) return hex();
  const pieces = splitPieces(content, header.encoding);
  if (foreignBytes(pieces) * TEXT_SHARE > content.length) return hex();
  const [only = ''] = pieces;
  if (pieces.length === 1 && typeof only === 'string' && only.search(EVERY_INVISIBLE) < 0) {
    const section = hasForbidden(only) ? undefined : cdata(only, follows);
    if (section !== undefined) return { kind: 'cdata', text: section };
  }
  const { body, crlf } = escapePieces(pieces, { ...options, variables: false, whiteIsText: true });
  // White space alone would be layout: there a character must be a reference.
  const isWhite = /^[ \t\n\r]*$/.test(body) && !options.whiteIsText;
  if (isWhite) return hex();
  return { kind: 'escaped', text: `<?wbxml opaque${crlf ? ' eol="crlf"' : ''}?>${body}` };
}

/** True where too many bytes are no UTF-8, or control characters: told without making strings. */
function isBinary(bytes: Uint8Array): boolean {
  const most = bytes.length / TEXT_SHARE;
  let count = 0;
  for (let i = 0; i < bytes.length && count <= most;) {
    const length = utf8Length(bytes, i, bytes.length);
    if (length === 0 || classesOf(bytes, i, i + 1) & HAS.control) count++;
    i += length || 1;
  }
  return count > most;
}

/** A CDATA section, where the text can stand in one: line ends all LF or all CR LF. */
function cdata(text: string, follows: boolean): string | undefined {
  let body = text;
  let mark = follows ? '<?wbxml opaque?>' : '';
  if (text.indexOf('\r') >= 0) {
    body = text.replaceAll('\r\n', '\n');
    if (body.indexOf('\r') >= 0 || /[^\r]\n|^\n/.test(text)) return undefined;
    mark = follows ? '<?wbxml opaque eol="crlf"?>' : '<?wbxml eol="crlf"?>';
  }
  return `${mark}<![CDATA[${body.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;
}

/** Hex digits, broken into lines of 64 bytes where there are more. */
export function hexLines(bytes: Uint8Array): string {
  if (bytes.length <= HEX_LINE) return toHex(bytes);
  const lines: string[] = [];
  for (let at = 0; at < bytes.length; at += HEX_LINE) lines.push(toHex(bytes.subarray(at, at + HEX_LINE)));
  return `\n${lines.join('\n')}`;
}
