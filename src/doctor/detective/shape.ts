import { keyOf, stringSpan, type Decoded } from '../../doctypes/index.ts';
import { KIND } from '../../wbxml/index.ts';
import { textOf } from '../walk/element-text.ts';

/**
 * All elements of a message that have the same path, as one: what a reading has to explain is not every element but
 * every different one.
 */
export interface Shape {
  /** Unique within its message, from 0, parents before children. */
  id: number;
  page: number;
  code: number;
  parent: Shape | undefined;
  /** In order of their first place. */
  children: Shape[];
  /** Tokens of the tags, in order. */
  tokens: number[];
  /** The most that stand in one parent. */
  most: number;
  /** True where elements stand in it. */
  holdsElements: boolean;
  /** Some of its texts, cut at `TEXT_LIMIT`; an empty one for an element without content. */
  texts: string[];
  /** Bytes of those texts, uncut. */
  sizes: number[];
}

/** Different paths at most: a real message has far fewer than 200. */
const MAX_SHAPES = 600;
const MAX_DEPTH = 24;
const SAMPLES = 6;
const TEXT_LIMIT = 2048;

/**
 * The shapes of a message below its root, in one pass over its tokens.
 * @returns `undefined` where there are more than a message can have, or where they are nested too deep
 */
export function shapesOf(decoded: Decoded, rootToken: number): Shape | undefined {
  return new Collector(decoded).run(rootToken);
}

interface Open {
  shape: Shape;
  /** How often each child was met in this one element. */
  counts: Map<Shape, number>;
  end: number;
}

class Collector {
  private readonly decoded: Decoded;
  private readonly byKey = new Map<Shape, Map<number, Shape>>();
  private made = 0;

  constructor(decoded: Decoded) {
    this.decoded = decoded;
  }

  run(rootToken: number): Shape | undefined {
    const { tokens } = this.decoded;
    const root = this.make(undefined, rootToken);
    root.tokens.push(rootToken);
    root.most = 1;
    const open: Open[] = [{ shape: root, counts: new Map(), end: tokens.past(rootToken) }];
    for (let i = rootToken + 1; i < tokens.length; i++) {
      while (open.length > 0 && i >= (open.at(-1) as Open).end) open.pop();
      const top = open.at(-1);
      if (!top) break;
      const kind = tokens.kind(i);
      if (kind === KIND.literalTag) {
        i = tokens.past(i) - 1;
        continue;
      }
      if (kind !== KIND.tag || tokens.inAttributes(i)) continue;
      const shape = this.child(top.shape, i);
      if (!shape || open.length > MAX_DEPTH) return undefined;
      const count = (top.counts.get(shape) ?? 0) + 1;
      top.counts.set(shape, count);
      if (count > shape.most) shape.most = count;
      shape.tokens.push(i);
      if (shape.holdsElements) open.push({ shape, counts: new Map(), end: tokens.past(i) });
      else this.sample(shape, i);
    }
    return root;
  }

  private child(parent: Shape, i: number): Shape | undefined {
    const { tokens } = this.decoded;
    const key = keyOf(tokens.page(i), tokens.tagCode(i)) * 2 + Number(this.holdsElements(i));
    let siblings = this.byKey.get(parent);
    if (!siblings) this.byKey.set(parent, (siblings = new Map<number, Shape>()));
    const known = siblings.get(key);
    if (known) return known;
    if (this.made >= MAX_SHAPES) return undefined;
    const shape = this.make(parent, i);
    siblings.set(key, shape);
    parent.children.push(shape);
    return shape;
  }

  private make(parent: Shape | undefined, i: number): Shape {
    const { tokens } = this.decoded;
    return {
      id: this.made++,
      page: tokens.page(i),
      code: tokens.tagCode(i),
      parent,
      children: [],
      tokens: [],
      most: 0,
      holdsElements: this.holdsElements(i),
      texts: [],
      sizes: [],
    };
  }

  private holdsElements(i: number): boolean {
    const { tokens } = this.decoded;
    if (!tokens.hasContent(i)) return false;
    const past = tokens.past(i);
    for (let k = i + 1; k < past; k++) {
      const kind = tokens.kind(k);
      if (tokens.inAttributes(k) || kind === KIND.switchPage) continue;
      return kind === KIND.tag || kind === KIND.literalTag;
    }
    return false;
  }

  private sample(shape: Shape, i: number): void {
    if (shape.texts.length >= SAMPLES) return;
    const { decoded } = this;
    const { tokens, document } = decoded;
    const past = tokens.past(i);
    if (!tokens.hasContent(i) || past === i + 1) {
      shape.texts.push('');
      shape.sizes.push(0);
      return;
    }
    const size = tokens.start(past - 1) - tokens.start(i + 1);
    const { header } = document;
    if (header && size > TEXT_LIMIT && tokens.kind(i + 1) === KIND.strI) {
      const { start, end } = stringSpan(document, i + 1);
      shape.texts.push(
        header.encoding.decode(decoded.bytes.subarray(start, Math.min(end, start + TEXT_LIMIT))),
      );
      shape.sizes.push(end - start);
      return;
    }
    const text = textOf(decoded, i + 1, past);
    shape.texts.push(text.slice(0, TEXT_LIMIT));
    shape.sizes.push(tokens.kind(i + 1) === KIND.strI ? size - 2 : size);
  }
}

/** Every shape of a message, parents before children. */
export function* everyShape(root: Shape): Generator<Shape, undefined> {
  const left = [root];
  for (let shape = left.pop(); shape; shape = left.pop()) {
    yield shape;
    for (let i = shape.children.length - 1; i >= 0; i--) left.push(shape.children[i] as Shape);
  }
  return undefined;
}
