import { UTF_8 } from '../wbxml/index.ts';
import { utf8Length, type Decoded } from '../doctypes/index.ts';
import { charsetOfMessage, quoted } from './shown-text.ts';

/** The character of a text that a byte belongs to. Bytes, half-open. */
export interface CharacterAt {
  start: number;
  end: number;
  /** Absent where the bytes are no text in the charset. */
  text?: string;
  /** Which character of the text it is, from 1; absent where counting would take long or is not possible. */
  index?: number;
}

/** Bytes before a character that are counted through to number it. */
const COUNTED = 4_096;

/**
 * The character at `offset` in the text of bytes `start` to `end`. `undefined` in the charsets where only reading
 * from the front tells (Shift_JIS and its like).
 */
export function characterAt(
  decoded: Decoded,
  start: number,
  end: number,
  offset: number,
): CharacterAt | undefined {
  const charset = charsetOfMessage(decoded);
  if (charset.mib === UTF_8) return utf8At(decoded.bytes, start, end, offset);
  if (charset.unit === 2) return utf16At(decoded, start, end, offset);
  const text = charset.decode(decoded.bytes.subarray(offset, offset + 1));
  // In a charset of one byte per character each byte reads alone as it does among others.
  const alone = text.length === 1 && charset.encode(text)?.length === 1 && ONE_BYTE.has(charset.mib);
  return alone ? { start: offset, end: offset + 1, text, index: offset - start + 1 } : undefined;
}

/** MIBenums of the charsets known here whose characters are one byte each. */
const ONE_BYTE = new Set([
  3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 109, 110, 111, 112, 2084, 2088, 2250, 2251, 2252, 2253, 2254, 2255,
  2256, 2257, 2258,
]);

function utf8At(bytes: Uint8Array, start: number, end: number, offset: number): CharacterAt {
  for (let first = offset; first >= start && first > offset - 4; first--) {
    const length = utf8Length(bytes, first, end);
    if (length === 0 || first + length <= offset) continue;
    const index = utf8Index(bytes, start, first, end);
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(first, first + length));
    return { start: first, end: first + length, text, ...(index !== undefined && { index }) };
  }
  return { start: offset, end: offset + 1 };
}

function utf8Index(bytes: Uint8Array, start: number, at: number, end: number): number | undefined {
  if (at - start > COUNTED) return undefined;
  let index = 1;
  // A byte that is no text counts as one character, as it is shown.
  for (let i = start; i < at; i += Math.max(1, utf8Length(bytes, i, end))) index++;
  return index;
}

/** Pairs of bytes; a surrogate pair is one character of two of them. */
function utf16At(decoded: Decoded, start: number, end: number, offset: number): CharacterAt {
  const { bytes } = decoded;
  const { decode } = charsetOfMessage(decoded);
  const unit = (at: number) => (at >= start && at + 2 <= end ? decode(bytes.subarray(at, at + 2)) : '');
  let first = offset - ((offset - start) % 2);
  if (/^[\udc00-\udfff]$/.test(unit(first)) && /^[\ud800-\udbff]$/.test(unit(first - 2))) first -= 2;
  const paired = /^[\ud800-\udbff]$/.test(unit(first)) && /^[\udc00-\udfff]$/.test(unit(first + 2));
  const last = Math.min(end, first + (paired ? 4 : 2));
  if (last - first < 2) return { start: first, end: last };
  const text = unit(first) + (paired ? unit(first + 2) : '');
  if (first - start > COUNTED) return { start: first, end: last, text };
  return {
    start: first,
    end: last,
    text,
    index: Array.from(decode(bytes.subarray(start, first))).length + 1,
  };
}

const NAMED: Readonly<Record<string, string>> = {
  ' ': 'space',
  '\t': 'tab',
  '\n': 'line feed',
  '\r': 'carriage return',
  '"': 'quotation mark',
  '\\': 'backslash',
  '\u00a0': 'no-break space',
  '\ufeff': 'byte-order mark',
};

/** A character as it is said: `"b"`, `space`, `"\u0007"`. */
export const characterWords = (text: string): string => NAMED[text] ?? quoted(text);
