import { readMbUint32, toHex } from '../bytes/index.ts';
import { decode, findBadUtf8, stringSpan, tableString, type Decoded } from '../doctypes/index.ts';
import { GLOBAL, KIND } from '../wbxml/index.ts';
import { toXml } from '../xml/index.ts';

/** The bytes of the element with token index `i`, from its tag to its END. */
export function elementBytes({ bytes, tokens }: Decoded, i: number): Uint8Array {
  return bytes.slice(tokens.start(i), tokens.end(tokens.past(i) - 1));
}

/**
 * The element with token index `i` as a message of its own: the header, the string table, a SWITCH_PAGE where
 * its page is not the first, its bytes.
 */
export function elementMessage(decoded: Decoded, i: number): Uint8Array {
  const { bytes, tokens, document } = decoded;
  const head = bytes.subarray(0, document.header?.tableEnd ?? 0);
  const page = tokens.page(i);
  const change = page === 0 ? [] : [GLOBAL.SWITCH_PAGE, page];
  const body = elementBytes(decoded, i);
  const message = new Uint8Array(head.length + change.length + body.length);
  message.set(head);
  message.set(change, head.length);
  message.set(body, head.length + change.length);
  return message;
}

/** The XML of the element with token index `i`, complete by itself: with its own namespaces, ready to be read. */
export function elementXml(decoded: Decoded, i: number): string {
  return toXml(decode(elementMessage(decoded, i), { doctype: decoded.doctype.id }));
}

/**
 * The value of the element with token index `i`, all of it: its strings one behind the other, OPAQUE data in the
 * type's own form, else as text, else as hex. `undefined` where it has child elements or something that is
 * neither; empty where it has no content.
 */
export function elementValue(decoded: Decoded, i: number): string | undefined {
  const { tokens } = decoded;
  let value = '';
  for (let k = i + 1; k < tokens.past(i); k++) {
    const kind = tokens.kind(k);
    if (tokens.inAttributes(k) || kind === KIND.end || kind === KIND.switchPage) continue;
    const piece = pieceOf(decoded, k, i);
    if (piece === undefined) return undefined;
    value += piece;
  }
  return value;
}

function pieceOf(decoded: Decoded, k: number, element: number): string | undefined {
  const { bytes, tokens, document } = decoded;
  const { header } = document;
  if (!header) return undefined;
  const number = () => readMbUint32(bytes, tokens.start(k) + 1);
  switch (tokens.kind(k)) {
    case KIND.strI: {
      const { start, end } = stringSpan(document, k);
      return header.encoding.decode(bytes.subarray(start, end));
    }
    case KIND.strT:
      return tableString(bytes, header, number().value);
    case KIND.entity: {
      const code = number().value;
      return code <= 0x10_ffff ? String.fromCodePoint(code) : undefined;
    }
    case KIND.opaque:
      return dataText(decoded, bytes.subarray(number().next, tokens.end(k)), element);
    default:
      return undefined;
  }
}

function dataText({ tokens, vocabulary }: Decoded, data: Uint8Array, element: number): string {
  const codec = vocabulary.valueCodec('tag', tokens.page(element), tokens.tagCode(element));
  const typed = codec?.toText(data);
  if (typed !== undefined) return typed;
  const isText = findBadUtf8(data, 0, data.length) === undefined && !data.includes(0);
  return isText ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(data) : toHex(data);
}
