/** From so many pieces on, if they are small, a text is put together in chunks: a tree of them would cost too much. */
const MANY_PIECES = 1 << 18;
/** Average length of a piece from which on the tree weighs little beside what hangs on it, in bytes. */
const LARGE_PIECE = 64;
const CHUNK = 1 << 14;

/** Puts a text together from pieces. */
export class TextBuilder {
  private text = '';
  private readonly chunks: string[] = [];
  private readonly chunkSize: number;
  private readonly longest: number;
  private chunked = 0;
  /** Last unit of the chunks. It is kept so that it has to be read: see `endChunk`. */
  lastUnit = 0;

  /**
   * @param pieces how many are to come, about
   * @param bytes how long they are together, about
   * @param longest how long the text may become, in UTF-16 units
   */
  constructor(pieces: number, bytes: number, longest: number) {
    this.chunkSize = pieces > MANY_PIECES && bytes < pieces * LARGE_PIECE ? CHUNK : Infinity;
    this.longest = longest;
  }

  /** True once the text has become too long; what is added from then on makes no difference. */
  get isFull(): boolean {
    return this.chunked + this.text.length > this.longest;
  }

  add(piece: string): void {
    this.text += piece;
    if (this.text.length > this.chunkSize) this.endChunk();
  }

  /** A growing string is a tree of its pieces until one of its units is read: then it becomes one string. */
  private endChunk(): void {
    this.lastUnit = this.text.charCodeAt(this.text.length - 1);
    if (!this.isFull) this.chunks.push(this.text);
    this.chunked += this.text.length;
    this.text = '';
  }

  toString(): string {
    return this.chunks.length === 0 ? this.text : this.chunks.join('') + this.text;
  }
}
