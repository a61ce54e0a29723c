/** From so many pieces on, a text is put together in chunks: a tree of them all would cost too much. */
const MANY_PIECES = 1 << 18;
const CHUNK = 1 << 14;

/** Puts a text together from pieces. */
export class TextBuilder {
  private text = '';
  private readonly chunks: string[] = [];
  private readonly chunkSize: number;
  /** Last unit of the chunks. It is kept so that it has to be read: see `endChunk`. */
  lastUnit = 0;

  /** @param pieces how many are to come, about */
  constructor(pieces: number) {
    this.chunkSize = pieces > MANY_PIECES ? CHUNK : Infinity;
  }

  add(piece: string): void {
    this.text += piece;
    if (this.text.length > this.chunkSize) this.endChunk();
  }

  /** A growing string is a tree of its pieces until one of its units is read: then it becomes one string. */
  private endChunk(): void {
    this.lastUnit = this.text.charCodeAt(this.text.length - 1);
    this.chunks.push(this.text);
    this.text = '';
  }

  toString(): string {
    return this.chunks.length === 0 ? this.text : this.chunks.join('') + this.text;
  }
}
