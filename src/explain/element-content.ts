import type { Decoded } from '../doctypes/index.ts';
import { stringSpan } from '../doctypes/index.ts';
import { KIND } from '../wbxml/index.ts';
import { tableHead, textHead, type Head } from './shown-text.ts';
import { variableText } from './token-names.ts';
import { numberOf, partsOf } from './token-parts.ts';
import { typedData } from './typed-data.ts';

/** What stands in an element, or in an attribute, as far as it is one value. */
export interface Content {
  kind: 'empty' | 'text' | 'data' | 'elements';
  /** The beginning of the text; of data read as text, or in the type's own form where it has one. */
  head: Head;
  /** True for data in a form of the document type's own. */
  typed: boolean;
  /** Bytes of the text or data in all. */
  size: number;
  /** Where they are, when they are one piece. Bytes, half-open. */
  span?: { start: number; end: number };
}

/** Characters of a value that are looked at: enough for a mail's head. */
const VALUE_HEAD = 16_384;
/** Pieces of a value that are put together; a text in more of them is shown as far as these go. */
const PIECES = 64;

const NOTHING: Content = { kind: 'empty', head: { text: '', whole: true }, typed: false, size: 0 };

interface Pieces {
  text: string;
  whole: boolean;
  size: number;
  count: number;
  data: boolean;
  typed: boolean;
  span?: { start: number; end: number };
}

/**
 * The value of the element (or PI) with index `i`. `elements` where it has a child element. An element that the
 * input cuts off has what is there.
 */
export function contentOf(decoded: Decoded, i: number): Content {
  const { tokens } = decoded;
  if (tokens.kind(i) === KIND.pi || !tokens.hasContent(i)) return NOTHING;
  const pieces = noPieces();
  let k = i + 1;
  while (k < tokens.length && tokens.inAttributes(k) && tokens.parent(k) === i) k++;
  for (; k < tokens.length && pieces.count < PIECES; k++) {
    const kind = tokens.kind(k);
    if (kind === KIND.tag || kind === KIND.literalTag) return { ...NOTHING, kind: 'elements' };
    if (kind === KIND.end || kind === KIND.unread || tokens.parent(k) !== i) break;
    addPiece(decoded, k, pieces);
  }
  return contentFrom(pieces);
}

/** The value of the attribute that begins with token `i`, its start's own beginning included. */
export function attributeContent(decoded: Decoded, i: number): Content {
  const { tokens, vocabulary } = decoded;
  const pieces = noPieces();
  if (tokens.kind(i) === KIND.attributeStart) {
    const prefix = vocabulary.attributeStart(tokens.page(i), tokens.byte(i))?.prefix;
    if (prefix) addText(pieces, { text: prefix, whole: true }, prefix.length);
  }
  for (let k = i + 1; k < tokens.length && pieces.count < PIECES; k++) {
    const kind = tokens.kind(k);
    if (kind === KIND.attributeStart || kind === KIND.attributeLiteral || kind === KIND.end) break;
    if (!tokens.inAttributes(k)) break;
    addPiece(decoded, k, pieces);
  }
  return contentFrom(pieces);
}

const noPieces = (): Pieces => ({ text: '', whole: true, size: 0, count: 0, data: false, typed: false });

function contentFrom(pieces: Pieces): Content {
  const { size, count } = pieces;
  if (count === 0) return NOTHING;
  const span = count === 1 && pieces.span ? { span: pieces.span } : {};
  const head: Head = { text: pieces.text, whole: pieces.whole && count < PIECES };
  return { kind: pieces.data && count === 1 ? 'data' : 'text', head, typed: pieces.typed, size, ...span };
}

function addText(pieces: Pieces, head: Head, size: number, span?: { start: number; end: number }): void {
  if (pieces.whole) pieces.text += head.text;
  pieces.whole &&= head.whole;
  pieces.size += size;
  pieces.count++;
  if (span) pieces.span = span;
}

function addPiece(decoded: Decoded, k: number, pieces: Pieces): void {
  const { tokens, vocabulary } = decoded;
  const cap = Math.max(0, VALUE_HEAD - pieces.text.length);
  const kind = tokens.kind(k);
  if (kind === KIND.strI) {
    const span = stringSpan(decoded.document, k);
    addText(pieces, textHead(decoded, span.start, span.end, cap), span.end - span.start, span);
  } else if (kind === KIND.strT) {
    const head = tableHead(decoded, numberOf(decoded, k), cap);
    if (head) addText(pieces, head, head.text.length);
  } else if (kind === KIND.entity) {
    const code = numberOf(decoded, k);
    if (code <= 0x10_ffff) addText(pieces, { text: String.fromCodePoint(code), whole: true }, 1);
  } else if (kind === KIND.attributeValue) {
    const text = vocabulary.attributeValue(tokens.page(k), tokens.byte(k));
    if (text !== undefined) addText(pieces, { text, whole: true }, text.length);
  } else if (kind === KIND.extI || kind === KIND.extT) {
    const text = extensionText(decoded, k, cap);
    if (text !== undefined) addText(pieces, { text, whole: true }, text.length);
  } else if (kind === KIND.opaque) {
    const part = partsOf(decoded, k).find(({ name }) => name === 'data');
    const span = { start: part?.start ?? tokens.end(k), end: tokens.end(k) };
    const typed = typedData(decoded, k);
    const head = typed ? { text: typed.text, whole: true } : textHead(decoded, span.start, span.end, cap);
    addText(pieces, head, span.end - span.start, span);
    pieces.data = true;
    pieces.typed = typed !== undefined;
  }
}

/** A variable as it is written, or a word of the type; `undefined` for an extension that is no text. */
function extensionText(decoded: Decoded, k: number, cap: number): string | undefined {
  const { tokens, vocabulary, document } = decoded;
  if (!vocabulary.type.variables) {
    const isWord = tokens.kind(k) === KIND.extT && (tokens.byte(k) & 3) === 0;
    return isWord ? vocabulary.extensionWord(numberOf(decoded, k)) : undefined;
  }
  const span = stringSpan(document, k);
  const head =
    tokens.kind(k) === KIND.extT
      ? tableHead(decoded, numberOf(decoded, k), cap)
      : textHead(decoded, span.start, span.end, cap);
  return head && variableText(decoded, k, head.text);
}
