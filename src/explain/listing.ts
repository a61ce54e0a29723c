import { toHex } from '../bytes/index.ts';
import type { Decoded } from '../doctypes/index.ts';
import { KIND, KIND_NAMES, type TokenKind, type TokenTable } from '../wbxml/index.ts';
import { SHOWN } from './shown-text.ts';
import { tokenMeaning } from './token-meaning.ts';

/** One line of the dump: a token, or the header's fields together. Bytes, half-open. */
export interface ListingRow {
  /** Index of the row. */
  index: number;
  /** Its tokens: index of the first, and just past the last. More than one only in the header's row. */
  token: number;
  tokensEnd: number;
  kind: TokenKind | 'header';
  start: number;
  end: number;
  /** How deep it stands in the element tree, 0 for the root and for what is in no element. */
  depth: number;
  /** The first `shown` bytes, as `03 31 00`. */
  hex: string;
  shown: number;
  /** Bytes that are not in `hex`. */
  more: number;
  meaning: string;
}

/** All rows of an input, made when asked for; they partition it. */
export interface Listing {
  readonly length: number;
  /** The row with index `i`, 0 ≤ i < length. Takes time by what is shown, not by the input. */
  row(i: number): ListingRow;
  /** Index of the row that a token stands in; −1 for no token. */
  rowOfToken(token: number): number;
  /** Index of the row that holds the byte at `offset`; −1 outside the input. */
  rowOfOffset(offset: number): number;
  readonly decoded: Decoded;
}

export interface ListingOptions {
  /** Bytes shown of a row, 1 or more; 8 where absent. */
  bytes?: number;
  /** Characters shown of a text; 60 where absent. */
  text?: number;
}

const BYTES = 8;

/**
 * The dump people draw by hand: a row per token, in the order of the bytes. The header's fields share the first
 * row, which names them in their order; the string table has a row per string. One pass finds the depths, and
 * nothing but them is kept.
 */
export function listingRows(decoded: Decoded, options: ListingOptions = {}): Listing {
  return new TokenRows(decoded, Math.max(1, options.bytes ?? BYTES), options.text ?? SHOWN);
}

class TokenRows implements Listing {
  readonly decoded: Decoded;
  readonly length: number;
  private readonly depths: Uint32Array;
  /** Tokens in the header's row. */
  private readonly joined: number;
  private readonly bytes: number;
  private readonly text: number;

  constructor(decoded: Decoded, bytes: number, text: number) {
    this.decoded = decoded;
    this.bytes = bytes;
    this.text = text;
    this.depths = depthsOf(decoded.tokens);
    this.joined = headerFields(decoded.tokens);
    this.length = decoded.tokens.length - Math.max(0, this.joined - 1);
  }

  row(i: number): ListingRow {
    if (i < 0 || i >= this.length) throw new RangeError(`row ${i} of ${this.length}`);
    const { tokens, bytes } = this.decoded;
    const isHeader = i === 0 && this.joined > 0;
    const token = isHeader ? 0 : i + Math.max(0, this.joined - 1);
    const tokensEnd = isHeader ? this.joined : token + 1;
    const start = tokens.start(token);
    const end = tokens.end(tokensEnd - 1);
    // Saying that one or two bytes are missing takes more room than they do.
    const shown = end - start <= this.bytes + 2 ? end - start : this.bytes;
    return {
      index: i,
      token,
      tokensEnd,
      kind: isHeader ? 'header' : (KIND_NAMES[tokens.kind(token)] as TokenKind),
      start,
      end,
      depth: this.depths[token] as number,
      hex: toHex(bytes.subarray(start, start + shown), ' '),
      shown,
      more: end - start - shown,
      meaning: isHeader ? this.headerMeaning() : tokenMeaning(this.decoded, token, this.text),
    };
  }

  rowOfToken(token: number): number {
    if (token < 0 || token >= this.decoded.tokens.length) return -1;
    return Math.max(0, token - Math.max(0, this.joined - 1));
  }

  rowOfOffset(offset: number): number {
    return this.rowOfToken(this.decoded.tokens.atOffset(offset));
  }

  private headerMeaning(): string {
    const fields: string[] = [];
    for (let i = 0; i < this.joined; i++) fields.push(tokenMeaning(this.decoded, i, this.text));
    return `header: ${fields.join(', ')}`;
  }
}

/** How many tokens at the front are header fields; the strings of the table are not. */
function headerFields(tokens: TokenTable): number {
  let n = 0;
  while (n < tokens.length && tokens.kind(n) < KIND.stringTableEntry) n++;
  return n;
}

/** A token stands one deeper than its tag, values one deeper than their attribute, an END as deep as what it ends. */
function depthsOf(tokens: TokenTable): Uint32Array {
  const { length } = tokens;
  const depths = new Uint32Array(length);
  for (let i = 0; i < length; i++) {
    const parent = tokens.parent(i);
    if (parent < 0) continue;
    const step = tokens.inAttributes(i) ? stepIn(tokens, i, parent) : tokens.kind(i) === KIND.end ? 0 : 1;
    depths[i] = (depths[parent] as number) + step;
  }
  return depths;
}

/** In attribute space. */
function stepIn(tokens: TokenTable, i: number, parent: number): number {
  const kind = tokens.kind(i);
  if (kind === KIND.end) return tokens.kind(parent) === KIND.pi ? 0 : 1;
  return kind === KIND.attributeStart || kind === KIND.attributeLiteral || kind === KIND.switchPage ? 1 : 2;
}
