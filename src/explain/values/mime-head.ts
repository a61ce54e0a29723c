import { fromBase64 } from '../../bytes/index.ts';
import { visible } from '../shown-text.ts';
import type { ValueLine } from './value-line.ts';

/** Header fields worth a line, in the order they are shown. */
const FIELDS = ['From', 'To', 'Cc', 'Subject', 'Date', 'Content-Type'] as const;

/** Bytes of a message that are searched for header fields. */
const HEAD_SIZE = 16_384;

const LONGEST = 120;
const FIELD_LINE = /^([!-9;-~]+):[ \t]?(.*)$/;

/**
 * The head of a MIME message in words, from the beginning of its text; `undefined` where it does not begin with
 * header fields, or has none of those a reader would look for.
 * @see RFC 5322 §2.2, RFC 2045
 */
export function mimeLines(text: string): ValueLine[] | undefined {
  const fields = headerFields(text.slice(0, HEAD_SIZE));
  const lines: ValueLine[] = [];
  for (const label of FIELDS) {
    const value = fields?.get(label.toLowerCase());
    if (value !== undefined) lines.push({ label, text: cut(visible(decodeWords(value))) || 'empty' });
  }
  return lines.length > 0 ? lines : undefined;
}

const cut = (text: string): string => (text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`);

/** Fields by lower-case name, first of each; `undefined` where the text does not begin with one. */
function headerFields(text: string): Map<string, string> | undefined {
  const fields = new Map<string, string>();
  let name = '';
  for (const line of text.split(/\r\n|\n|\r/)) {
    if (line === '') break;
    if (/^[ \t]/.test(line) && name !== '') {
      fields.set(name, `${fields.get(name) ?? ''} ${line.trim()}`);
      continue;
    }
    const found = FIELD_LINE.exec(line);
    if (!found) return undefined;
    name = (found[1] ?? '').toLowerCase();
    if (fields.has(name)) name = `${name} again`;
    fields.set(name, (found[2] ?? '').trim());
  }
  return fields.size > 0 ? fields : undefined;
}

const ENCODED_WORD = /=\?([^?\s]+)\?([BbQq])\?([^?\s]*)\?=(?:\s+(?==\?[^?\s]+\?[BbQq]\?))?/g;

/** Encoded words as the text they stand for; one that cannot be read stays as it is (RFC 2047). */
export function decodeWords(text: string): string {
  return text.replace(ENCODED_WORD, (word: string, charset: string, encoding: string, content: string) => {
    const bytes = encoding.toUpperCase() === 'B' ? fromBase64(content) : fromQuoted(content);
    const label = charset.replace(/\*.*$/, '');
    return (bytes && decodeAs(label, bytes)) ?? word;
  });
}

function fromQuoted(content: string): Uint8Array | undefined {
  const bytes: number[] = [];
  for (let i = 0; i < content.length; i++) {
    const character = content.charAt(i);
    if (character === '=') {
      const hex = content.slice(i + 1, i + 3);
      if (!/^[0-9A-Fa-f]{2}$/.test(hex)) return undefined;
      bytes.push(parseInt(hex, 16));
      i += 2;
    } else bytes.push(character === '_' ? 0x20 : character.charCodeAt(0) & 0xff);
  }
  return Uint8Array.from(bytes);
}

function decodeAs(label: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(label).decode(bytes);
  } catch {
    return undefined; // a charset that this runtime does not know
  }
}
