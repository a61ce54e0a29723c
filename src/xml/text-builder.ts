import type { Spelling } from './spelling.ts';

/** Pieces of a chunk, at most. */
const CHUNK = 1024;
/** Length from which on a chunk ends, and from which on a piece is a chunk by itself, in UTF-16 units. */
const LONG_CHUNK = 1 << 18;
/** Average length of the pieces of a flood of tags with hardly any text, in bytes of the message, at most. */
const TINY_PIECE = 8;
/** From so many pieces on, the tree that they make weighs more than they do, unless they are long. */
const MANY_PIECES = 1 << 18;
const LONG_PIECE = 64;
/** Bytes of a message from which on the collector copies each piece twice, until it is old. Chunks it never copies. */
const HUGE = 1 << 23;

/**
 * Puts a text together from pieces. A string that grows is a tree of its pieces: none of them is copied, but each
 * has a node, over which the collector of garbage goes. Many small ones, and those of a huge message, are joined chunk
 * by chunk, in less time.
 */
export class TextBuilder {
  /** UTF-16 units so far. */
  length = 0;
  private text = '';
  /** Where pieces are joined in chunks: those of the next one, from 0 to `waiting`. */
  private readonly chunk: string[] | undefined;
  private waiting = 0;
  /** UTF-16 units of those that wait. */
  private waitingUnits = 0;
  /** Tags that another may stand right behind. */
  private tags: Spelling | undefined;
  private readonly longest: number;

  /**
   * @param pieces how many are to come, about
   * @param bytes how long they are together, about
   * @param longest how long the text may become, in UTF-16 units
   */
  constructor(pieces: number, bytes: number, longest: number) {
    const isFlood = pieces > CHUNK && bytes < pieces * TINY_PIECE;
    const areMany = pieces > MANY_PIECES && bytes < pieces * LONG_PIECE;
    this.chunk = isFlood || areMany || bytes > HUGE ? new Array<string>(CHUNK).fill('') : undefined;
    this.longest = longest;
  }

  /** True once the text has become too long; what is added from then on makes no difference. */
  get isFull(): boolean {
    return this.length > this.longest;
  }

  add(piece: string): void {
    this.length += piece.length;
    if (this.tags) this.endTags();
    this.put(piece);
  }

  /** Adds a tag, in one piece with those right beside it where they often stand there. */
  addTag(tag: Spelling): void {
    this.length += tag.text.length;
    const { tags } = this;
    const joined = tags ? tags.before(tag) : tag;
    if (!joined) this.endTags();
    this.tags = joined ?? tag;
  }

  toString(): string {
    this.endTags();
    if (this.chunk) this.endChunk(this.chunk);
    return this.text;
  }

  private endTags(): void {
    const { tags } = this;
    this.tags = undefined;
    if (tags) this.put(tags.text);
  }

  private put(piece: string): void {
    const { chunk } = this;
    if (chunk) this.wait(chunk, piece);
    else this.text += piece;
  }

  private wait(chunk: string[], piece: string): void {
    if (piece.length >= LONG_CHUNK) {
      this.endChunk(chunk);
      this.text += piece;
      return;
    }
    chunk[this.waiting++] = piece;
    this.waitingUnits += piece.length;
    if (this.waiting === CHUNK || this.waitingUnits >= LONG_CHUNK) this.endChunk(chunk);
  }

  private endChunk(chunk: readonly string[]): void {
    const { waiting } = this;
    if (!this.isFull) this.text += (waiting === CHUNK ? chunk : chunk.slice(0, waiting)).join('');
    this.waiting = 0;
    this.waitingUnits = 0;
  }
}
