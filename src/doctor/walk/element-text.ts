import { keyOf, stringSpan, tableString, type Decoded } from '../../doctypes/index.ts';
import { readMbUint32 } from '../../bytes/index.ts';
import { KIND } from '../../wbxml/index.ts';

/**
 * The text of tokens `from` to `to` (exclusive): strings, references into the table, characters, and OPAQUE read
 * as text. What is none of these adds nothing.
 */
export function textOf(decoded: Decoded, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += tokenText(decoded, i);
  return text;
}

function tokenText({ document, tokens, bytes }: Decoded, i: number): string {
  const { header } = document;
  if (!header || tokens.inAttributes(i)) return '';
  switch (tokens.kind(i)) {
    case KIND.strI: {
      const { start, end } = stringSpan(document, i);
      return header.encoding.decode(bytes.subarray(start, end));
    }
    case KIND.strT: {
      return tableString(bytes, header, readMbUint32(bytes, tokens.start(i) + 1).value) ?? '';
    }
    case KIND.entity: {
      const code = readMbUint32(bytes, tokens.start(i) + 1).value;
      return code <= 0x10_ffff ? String.fromCodePoint(code) : '';
    }
    case KIND.opaque: {
      const length = readMbUint32(bytes, tokens.start(i) + 1);
      return header.encoding.decode(bytes.subarray(length.next, tokens.end(i)));
    }
    default:
      return '';
  }
}

const ASCII_LIMIT = 48;

/**
 * The text of one inline string whose type is short: read byte by byte, which beats a decoder on a few bytes.
 * Bytes above 7f and whatever is longer than any short value come out wrong, which is all the caller asks.
 */
export function shortText(bytes: Uint8Array, start: number, end: number): string {
  const stop = Math.min(end, start + ASCII_LIMIT);
  let text = '';
  for (let i = start; i < stop; i++) text += String.fromCharCode(bytes[i] as number);
  return text;
}

/**
 * Token of the first child with this page and code, or −1.
 * @param parent token of the element's tag; `end`: of its END, or past its last token
 */
export function findChild({ tokens }: Decoded, parent: number, end: number, key: number): number {
  for (let i = parent + 1; i < end; i++) {
    if (tokens.parent(i) !== parent || tokens.kind(i) !== KIND.tag || tokens.inAttributes(i)) continue;
    if (keyOf(tokens.page(i), tokens.tagCode(i)) === key) return i;
  }
  return -1;
}

/** The text of that child, or `undefined` where there is none. */
export function childText(decoded: Decoded, parent: number, end: number, key: number): string | undefined {
  const { tokens } = decoded;
  const i = findChild(decoded, parent, end, key);
  if (i < 0) return undefined;
  let past = i + 1;
  while (past < end && tokens.parent(past) === i) past++;
  return textOf(decoded, i + 1, past);
}
