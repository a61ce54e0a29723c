import {
  CONTENT_BIT,
  KIND,
  KIND_NAMES,
  TAG_CODE,
  type CodeSpace,
  type KindNumber,
  type TokenKind,
} from './token-kinds.ts';

/** One lexical item. Bytes, half-open. */
export interface Token {
  kind: TokenKind;
  start: number;
  end: number;
  space: CodeSpace;
  /** The code page in force for it; for a SWITCH_PAGE the page it selects. */
  page?: number;
  /** The token's number within its page: six bits for a tag, the whole byte in attribute space. */
  code?: number;
  name?: string;
}

/** What a vocabulary calls a code; `undefined` where it has no name for it. */
export type Namer = (space: CodeSpace, kind: TokenKind, page: number, code: number) => string | undefined;

/** A view over all tokens of an input, in order. They partition it: no gap, no overlap. */
export interface Tokens extends Iterable<Token> {
  readonly length: number;
  /** The token with index `i`, 0 ≤ i < length. */
  at(i: number): Token;
  /** Index of the token that owns the byte at `offset`; −1 outside the input. */
  atOffset(offset: number): number;
}

/** Set beside a kind for what was read in attribute space. */
const ATTRIBUTE_SPACE = 0x20;

/**
 * The tokens of one input as typed arrays, which is also its tree: every token knows the tag it stands in.
 * Token `i` spans `starts[i]` to `starts[i + 1]`. Nothing here holds text; strings are decoded when looked at.
 */
export class TokenTable implements Tokens {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly kinds: Uint8Array;
  readonly starts: Uint32Array;
  readonly pages: Uint8Array;
  /** Index of the tag (or PI) a token stands in, its END included; −1 at the top. */
  readonly parents: Int32Array;
  readonly name: Namer | undefined;
  private ends: Int32Array | undefined;

  constructor(bytes: Uint8Array, arrays: TokenArrays, name?: Namer) {
    this.bytes = bytes;
    this.length = arrays.length;
    this.kinds = arrays.kinds;
    this.starts = arrays.starts;
    this.pages = arrays.pages;
    this.parents = arrays.parents;
    this.name = name;
  }

  kind(i: number): KindNumber {
    return ((this.kinds[i] as number) & 0x1f) as KindNumber;
  }

  inAttributes(i: number): boolean {
    return ((this.kinds[i] as number) & ATTRIBUTE_SPACE) !== 0;
  }

  space(i: number): CodeSpace {
    if (this.kind(i) <= KIND.stringTableEntry) return 'header';
    return this.inAttributes(i) ? 'attribute' : 'tag';
  }

  start(i: number): number {
    return this.starts[i] as number;
  }

  end(i: number): number {
    return this.starts[i + 1] as number;
  }

  page(i: number): number {
    return this.pages[i] as number;
  }

  parent(i: number): number {
    return this.parents[i] as number;
  }

  /** First byte of token `i`. */
  byte(i: number): number {
    return this.bytes[this.starts[i] as number] as number;
  }

  /** Six-bit code of the tag with index `i`. */
  tagCode(i: number): number {
    return this.byte(i) & TAG_CODE;
  }

  hasContent(i: number): boolean {
    return (this.byte(i) & CONTENT_BIT) !== 0;
  }

  at(i: number): Token {
    const kind = KIND_NAMES[this.kind(i)] as TokenKind;
    const space = this.space(i);
    const token: Token = { kind, start: this.start(i), end: this.end(i), space };
    if (space === 'header' || kind === 'unread') return token;
    token.page = this.page(i);
    const code = kind === 'tag' ? this.tagCode(i) : isAttributeCode(kind) ? this.byte(i) : undefined;
    if (code === undefined) return token;
    token.code = code;
    const name = this.name?.(space, kind, token.page, code);
    if (name !== undefined) token.name = name;
    return token;
  }

  atOffset(offset: number): number {
    const { starts, length } = this;
    if (length === 0 || offset < 0 || offset >= (starts[length] as number)) return -1;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if ((starts[middle] as number) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Index just past the last token of the element (or PI) with index `i`; `i + 1` for any other token.
   * An element that the input leaves open ends with the input.
   */
  past(i: number): number {
    return (this.ends ??= this.findEnds())[i] as number;
  }

  /** Indices of the tags that `i` stands in, outermost first, `i` itself not included. */
  ancestors(i: number): number[] {
    const path: number[] = [];
    for (let p = this.parent(i); p >= 0; p = this.parent(p)) path.push(p);
    return path.reverse();
  }

  *[Symbol.iterator](): Iterator<Token> {
    for (let i = 0; i < this.length; i++) yield this.at(i);
  }

  /** The same table with the names of a vocabulary. */
  named(name: Namer): TokenTable {
    return new TokenTable(this.bytes, this, name);
  }

  private findEnds(): Int32Array {
    const { length, parents } = this;
    const ends = new Int32Array(length);
    for (let i = length - 1; i >= 0; i--) {
      if (ends[i] === 0) ends[i] = i + 1;
      const parent = parents[i] as number;
      if (parent >= 0 && (ends[parent] as number) < (ends[i] as number)) ends[parent] = ends[i] as number;
    }
    return ends;
  }
}

function isAttributeCode(kind: TokenKind): boolean {
  return kind === 'attributeStart' || kind === 'attributeValue';
}

/**
 * The columns of a table. They may be longer than `length`; `starts` holds one entry more, the end of the last
 * token.
 */
export interface TokenArrays {
  length: number;
  kinds: Uint8Array;
  starts: Uint32Array;
  pages: Uint8Array;
  parents: Int32Array;
}

/** Grows the columns of a table token by token. All four live in one buffer: small tables are many. */
export class TokenTableBuilder {
  length = 0;
  private kinds: Uint8Array;
  private starts: Uint32Array;
  private pages: Uint8Array;
  private parents: Int32Array;
  private capacity: number;

  constructor(capacity: number) {
    this.capacity = Math.max(16, capacity);
    const made = columns(this.capacity);
    this.kinds = made.kinds;
    this.starts = made.starts;
    this.pages = made.pages;
    this.parents = made.parents;
  }

  /** Adds a token that begins at `start` and returns its index. */
  add(kind: KindNumber, start: number, page: number, parent: number, attributes = false): number {
    if (this.length === this.capacity) this.grow();
    const i = this.length++;
    this.kinds[i] = attributes ? kind | ATTRIBUTE_SPACE : kind;
    this.starts[i] = start;
    this.pages[i] = page;
    this.parents[i] = parent;
    return i;
  }

  parent(i: number): number {
    return this.parents[i] as number;
  }

  /** The columns; the last token ends at `end`. */
  finish(end: number): TokenArrays {
    const { length, kinds, starts, pages, parents } = this;
    starts[length] = end;
    return { length, kinds, starts, pages, parents };
  }

  private grow(): void {
    this.capacity += (this.capacity >> 1) + 64;
    const made = columns(this.capacity);
    made.kinds.set(this.kinds);
    made.starts.set(this.starts);
    made.pages.set(this.pages);
    made.parents.set(this.parents);
    this.kinds = made.kinds;
    this.starts = made.starts;
    this.pages = made.pages;
    this.parents = made.parents;
  }
}

function columns(capacity: number): Omit<TokenArrays, 'length'> {
  const words = capacity * 4;
  const buffer = new ArrayBuffer(2 * words + 4 + 2 * capacity);
  return {
    starts: new Uint32Array(buffer, 0, capacity + 1),
    parents: new Int32Array(buffer, words + 4, capacity),
    kinds: new Uint8Array(buffer, 2 * words + 4, capacity),
    pages: new Uint8Array(buffer, 2 * words + 4 + capacity, capacity),
  };
}
