import { takeCells } from './cells.ts';
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

/** The kind, in the cell that also holds what follows. */
const KIND_BITS = 0x1f;
/** Set beside a kind for what was read in attribute space. */
const ATTRIBUTE_SPACE = 0x20;
/** Set beside the kind of a tag that has text of its own. */
const HAS_TEXT = 0x40;

/** Cells of one token: where it starts, the tag it stands in, and its kind and page packed into one. */
const CELLS = 3;
const PARENT = 1;
const LOOK = 2;
const PAGE_SHIFT = 8;

/**
 * The tokens of one input in one typed array, which is also its tree: every token knows the tag it stands in.
 * A token ends where the next one starts. Nothing here holds text; strings are decoded when looked at.
 */
export class TokenTable implements Tokens {
  readonly bytes: Uint8Array;
  readonly length: number;
  readonly name: Namer | undefined;
  /** `CELLS` per token, and one cell more: the end of the last one. It may be longer. */
  private readonly cells: Int32Array;
  private ends: Int32Array | undefined;
  /** Parents that were looked at to find single ends. */
  private walked = 0;

  /** @param cells as `TokenTableBuilder` makes them, or as they were `sent` */
  constructor(bytes: Uint8Array, length: number, cells: Int32Array, name?: Namer) {
    this.bytes = bytes;
    this.length = length;
    this.cells = cells;
    this.name = name;
  }

  kind(i: number): KindNumber {
    return ((this.cells[i * CELLS + LOOK] as number) & KIND_BITS) as KindNumber;
  }

  inAttributes(i: number): boolean {
    return ((this.cells[i * CELLS + LOOK] as number) & ATTRIBUTE_SPACE) !== 0;
  }

  space(i: number): CodeSpace {
    if (this.kind(i) <= KIND.stringTableEntry) return 'header';
    return this.inAttributes(i) ? 'attribute' : 'tag';
  }

  start(i: number): number {
    return this.cells[i * CELLS] as number;
  }

  end(i: number): number {
    return this.cells[i * CELLS + CELLS] as number;
  }

  page(i: number): number {
    return (this.cells[i * CELLS + LOOK] as number) >> PAGE_SHIFT;
  }

  /** Index of the tag (or PI) a token stands in, its END included; −1 at the top. */
  parent(i: number): number {
    return this.cells[i * CELLS + PARENT] as number;
  }

  /** First byte of token `i`. */
  byte(i: number): number {
    return this.bytes[this.start(i)] as number;
  }

  /** Six-bit code of the tag with index `i`. */
  tagCode(i: number): number {
    return this.byte(i) & TAG_CODE;
  }

  hasContent(i: number): boolean {
    return (this.byte(i) & CONTENT_BIT) !== 0;
  }

  /** True where a string, reference, entity, extension or OPAQUE stands right in the tag with index `i`. */
  hasText(i: number): boolean {
    return ((this.cells[i * CELLS + LOOK] as number) & HAS_TEXT) !== 0;
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
    const { length } = this;
    if (length === 0 || offset < 0 || offset >= this.start(length)) return -1;
    let low = 0;
    let high = length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.start(middle) <= offset) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  /**
   * Index just past the last token of the element (or PI) with index `i`; `i + 1` for any other token.
   * An element that the input leaves open ends with the input.
   * Who asks about a few of them does not wait for the ends of all: those are found once that takes no longer.
   */
  past(i: number): number {
    if (this.ends === undefined && this.walked < this.length) return this.findEnd(i);
    return (this.ends ??= this.findEnds())[i] as number;
  }

  /** Indices of all tags, in order. */
  tags(): Int32Array {
    const { cells, length } = this;
    const tags = new Int32Array(length);
    let count = 0;
    for (let at = LOOK, i = 0; i < length; i++, at += CELLS) {
      const kind = (cells[at] as number) & KIND_BITS;
      if (kind === KIND.tag || kind === KIND.literalTag) tags[count++] = i;
    }
    return tags.slice(0, count);
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
    return new TokenTable(this.bytes, this.length, this.cells, name);
  }

  /** All that takes long to find, in memory of its own: `new TokenTable(bytes, length, sent)` is the same table. */
  get sent(): Int32Array {
    return this.cells.slice(0, this.length * CELLS + 1);
  }

  /** The end of one element: in steps that double, then by halves, since what stands in it stands together. */
  private findEnd(i: number): number {
    const { length } = this;
    let within = i;
    let step = 1;
    while (within + step < length && this.isWithin(within + step, i)) {
      within += step;
      step *= 2;
    }
    let outside = Math.min(within + step, length);
    while (outside - within > 1) {
      const middle = (within + outside) >>> 1;
      if (this.isWithin(middle, i)) within = middle;
      else outside = middle;
    }
    return outside;
  }

  /** @param i of a token before `token` */
  private isWithin(token: number, i: number): boolean {
    let at = token;
    while (at > i) {
      at = this.parent(at);
      this.walked++;
    }
    return at === i;
  }

  private findEnds(): Int32Array {
    const { cells, length } = this;
    const ends = new Int32Array(length);
    for (let i = length - 1; i >= 0; i--) {
      if (ends[i] === 0) ends[i] = i + 1;
      const parent = cells[i * CELLS + PARENT] as number;
      if (parent >= 0 && (ends[parent] as number) < (ends[i] as number)) ends[parent] = ends[i] as number;
    }
    return ends;
  }
}

function isAttributeCode(kind: TokenKind): boolean {
  return kind === 'attributeStart' || kind === 'attributeValue';
}

/** A table grows to no more than so many times its length and one at once: what looked dense may end. */
const MOST_GROWTH = 7;

/** Grows a table token by token. */
export class TokenTableBuilder {
  length = 0;
  private cells: Int32Array;
  private capacity: number;
  private readonly size: number;

  /** @param size bytes of the input */
  constructor(size: number) {
    this.size = size;
    // Half as many tokens as bytes where the input is small; where it is large, most of it is text.
    this.capacity = size < 512 ? (size >> 1) + 8 : (size >> 7) + 64;
    this.cells = takeCells(this.capacity * CELLS + 1);
  }

  /** Adds a token that begins at `start` and returns its index. */
  add(kind: KindNumber, start: number, page: number, parent: number, attributes = false): number {
    if (this.length === this.capacity) this.grow(start);
    const i = this.length++;
    const at = i * CELLS;
    this.cells[at] = start;
    this.cells[at + PARENT] = parent;
    this.cells[at + LOOK] = (attributes ? kind | ATTRIBUTE_SPACE : kind) | (page << PAGE_SHIFT);
    return i;
  }

  /** Adds a piece of text: of the tag `parent`, or of one of its attributes. */
  addText(kind: KindNumber, start: number, page: number, parent: number, attributes = false): void {
    this.add(kind, start, page, parent, attributes);
    if (attributes) return;
    const look = parent * CELLS + LOOK;
    this.cells[look] = (this.cells[look] as number) | HAS_TEXT;
  }

  parent(i: number): number {
    return this.cells[i * CELLS + PARENT] as number;
  }

  /** The table of `bytes`, with all of which the last token ends. */
  finish(bytes: Uint8Array): TokenTable {
    this.cells[this.length * CELLS] = bytes.length;
    return new TokenTable(bytes, this.length, this.cells);
  }

  /** Grows by half, or for as many tokens as there are to come if they go on as densely as up to byte `at`. */
  private grow(at: number): void {
    const { length, size } = this;
    const dense = Math.ceil((length / Math.max(at, 1)) * (size - at) * 1.05);
    this.capacity += Math.max(length >> 1, Math.min(dense, size - at, length * MOST_GROWTH)) + 64;
    const grown = new Int32Array(this.capacity * CELLS + 1);
    grown.set(this.cells);
    this.cells = grown;
  }
}
