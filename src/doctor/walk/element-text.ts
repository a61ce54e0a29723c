import { keyOf, stringSpan, tableString, type Decoded } from '../../doctypes/index.ts';
import { readMbUint32, shortText } from '../../bytes/index.ts';
import { KIND, UTF_8 } from '../../wbxml/index.ts';

/**
 * The text of tokens `from` to `to` (exclusive): strings, references into the table, characters, and OPAQUE read
 * as text. What is none of these adds nothing.
 */
export function textOf(decoded: Decoded, from: number, to: number): string {
  let text = '';
  for (let i = from; i < to; i++) text += tokenText(decoded, i);
  return text;
}

/** True for a string, a reference or an OPAQUE without a character. @param kind of token `i` */
export function isEmptyString({ document, tokens, bytes }: Decoded, i: number, kind: number): boolean {
  const { header } = document;
  if (!header) return false;
  if (kind === KIND.strI) {
    const { start, end } = stringSpan(document, i);
    return start === end;
  }
  const value =
    kind === KIND.strT || kind === KIND.opaque ? readMbUint32(bytes, tokens.start(i) + 1) : undefined;
  if (kind === KIND.opaque) return value?.next === tokens.end(i);
  return value !== undefined && tableString(bytes, header, value.value) === '';
}

function tokenText({ document, tokens, bytes }: Decoded, i: number): string {
  const { header } = document;
  if (!header || tokens.inAttributes(i)) return '';
  switch (tokens.kind(i)) {
    case KIND.strI: {
      const { start, end } = stringSpan(document, i);
      const short = header.encoding.mib === UTF_8 ? shortAscii(bytes, start, end) : undefined;
      return short ?? header.encoding.decode(bytes.subarray(start, end));
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
 * The text of one inline string whose type is short. Bytes above 7f and whatever is longer than any short value come
 * out wrong, which is all the caller asks.
 */
export const shortValue = (bytes: Uint8Array, start: number, end: number): string =>
  shortText(bytes, start, Math.min(end, start + ASCII_LIMIT));

/** The bytes as text where they are a few and all ASCII. */
function shortAscii(bytes: Uint8Array, start: number, end: number): string | undefined {
  if (end - start > ASCII_LIMIT) return undefined;
  for (let i = start; i < end; i++) if ((bytes[i] as number) >= 0x80) return undefined;
  return shortText(bytes, start, end);
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
