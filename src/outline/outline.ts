import type { Decoded } from '../doctypes/index.ts';
import { tagName } from '../explain/index.ts';
import { KIND } from '../wbxml/index.ts';

/**
 * The elements of a message in order, numbered from 0, made from its token table: no text is read for it. Columns by
 * number: a message may have millions.
 */
export class Outline {
  readonly decoded: Decoded;
  /** How many elements there are. */
  readonly length: number;
  /** Index of the element's tag in the token table. */
  readonly tokens: Int32Array;
  /** Number of the element it stands in; −1 at the top. */
  readonly parents: Int32Array;
  /** Elements around it. */
  readonly depths: Int32Array;
  /** Number just past its last descendant. */
  readonly pasts: Int32Array;
  /** Its child elements. */
  readonly counts: Int32Array;
  /** How many of its parent's children stand before it. */
  readonly befores: Int32Array;

  constructor(decoded: Decoded) {
    this.decoded = decoded;
    this.tokens = decoded.tokens.tags();
    this.length = this.tokens.length;
    const column = (): Int32Array => new Int32Array(this.length);
    this.parents = column();
    this.depths = column();
    this.pasts = column();
    this.counts = column();
    this.befores = column();
    this.fill();
  }

  /** The element's name, as in the XML but without a prefix. */
  name(element: number): string {
    return tagName(this.decoded, this.token(element));
  }

  token(element: number): number {
    return this.tokens[element] as number;
  }

  /** Its bytes, from the tag to its END. Half-open. */
  span(element: number): { start: number; end: number } {
    const { tokens } = this.decoded;
    const i = this.token(element);
    return { start: tokens.start(i), end: tokens.end(tokens.past(i) - 1) };
  }

  /** The innermost element that the byte at `offset` belongs to; −1 outside the root. */
  at(offset: number): number {
    const { tokens } = this.decoded;
    let i = tokens.atOffset(offset);
    while (i >= 0 && !isTag(tokens.kind(i))) i = tokens.parent(i);
    return i < 0 ? -1 : this.numberOf(i);
  }

  /** The elements around it, outermost first. */
  around(element: number): number[] {
    const path: number[] = [];
    for (let at = this.parents[element] ?? -1; at >= 0; at = this.parents[at] as number) path.push(at);
    return path.reverse();
  }

  /** Number of the element whose tag is token `i`: the table is in order, so it is looked for by halves. */
  private numberOf(i: number): number {
    let low = 0;
    let high = this.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >>> 1;
      if (this.token(middle) <= i) low = middle;
      else high = middle - 1;
    }
    return low;
  }

  private fill(): void {
    const table = this.decoded.tokens;
    const { length, tokens, parents, depths, counts, befores, pasts } = this;
    let inner = -1; // the element that the walk is in
    for (let element = 0; element < length; element++) {
      const parent = table.parent(tokens[element] as number);
      while (inner >= 0 && tokens[inner] !== parent) {
        pasts[inner] = element;
        inner = parents[inner] as number;
      }
      parents[element] = inner;
      if (inner >= 0) {
        const before = counts[inner] as number;
        depths[element] = (depths[inner] as number) + 1;
        befores[element] = before;
        counts[inner] = before + 1;
      }
      inner = element;
    }
    for (; inner >= 0; inner = parents[inner] as number) pasts[inner] = length;
  }
}

const isTag = (kind: number): boolean => kind === KIND.tag || kind === KIND.literalTag;
