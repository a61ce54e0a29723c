import { bodyModel, type ContentModel, type ElementModel } from '../../eas/index.ts';
import type { Side } from '../../conversation/index.ts';

/** An element of a possible message: its bytes, and what it holds. */
export interface Piece {
  name: string;
  /** Bytes without those of its children. */
  own: number;
  /** Bytes, children included. */
  bytes: number;
  /** How often the SyncKey stands in it. */
  keys: number;
  /** Texts of unknown length in it: `bytes` counts one character for each. */
  free: number;
  children: readonly Piece[];
}

/** Lengths of texts, in bytes. */
export interface Lengths {
  key: number;
  id: number;
}

/** Bytes of a leaf but for its text: tag, STR_I, terminator, END. */
const LEAF = 4;
/** Bytes of an element with children but for them: tag, END. */
export const CONTAINER = 2;

/** Depth below the root to which elements are made: what stands deeper are items. */
const DEEPEST = 3;
const MOST_COPIES = 60;

/**
 * Every different set of elements of a message that its content model allows, up to a size. Items are left out: their
 * texts have any length. A repeated container is made of equal copies.
 * @param steps what may be tried at most; the list ends when they are used up
 */
export class ElementSets {
  private left: number;
  private readonly lengths: Lengths;
  private readonly most: number;

  constructor(lengths: Lengths, most: number, steps = 200_000) {
    this.lengths = lengths;
    this.most = most;
    this.left = steps;
  }

  /** True where there were more than could be tried. */
  get isCut(): boolean {
    return this.left <= 0;
  }

  of(command: string, side: Side): Piece[] {
    const root = bodyModel(command, side);
    return root ? this.element(root, 0, this.most) : [];
  }

  /** The forms an element may have. */
  private element(element: ElementModel, depth: number, most: number): Piece[] {
    if (this.left-- <= 0) return [];
    const { content, name, value } = element;
    if (!content) return leaves(element, this.lengths).filter(({ bytes }) => bytes <= most);
    if (value.kind !== 'container' || depth >= DEEPEST || content.item) return [];
    return this.contents(content, depth, most - CONTAINER).map((children) => container(name, children));
  }

  private contents(content: ContentModel, depth: number, most: number): Piece[][] {
    let sets: { pieces: Piece[]; bytes: number }[] = [{ pieces: [], bytes: 0 }];
    for (const child of content.children) {
      const forms = this.element(child, depth + 1, most);
      const grown: typeof sets = [];
      for (const set of sets) {
        if (child.min === 0) grown.push(set);
        for (const form of forms) {
          const copies = Math.min(child.max, form.children.length > 0 ? MOST_COPIES : Math.max(1, child.min));
          for (let n = Math.max(1, child.min); n <= copies; n++) {
            const bytes = set.bytes + n * form.bytes;
            if (bytes > most || this.left-- <= 0) break;
            grown.push({ pieces: [...set.pieces, ...new Array<Piece>(n).fill(form)], bytes });
          }
        }
      }
      sets = grown;
    }
    const excluded = content.exclusive.map(([a, b]) => [a.name, b.name] as const);
    return sets
      .map(({ pieces }) => pieces)
      .filter((pieces) => pieces.length > 0 || !content.least)
      .filter((pieces) => !excluded.some(([a, b]) => has(pieces, a) && has(pieces, b)));
  }
}

const has = (pieces: readonly Piece[], name: string): boolean => pieces.some((piece) => piece.name === name);

/** An element around children. */
export function container(name: string, children: readonly Piece[]): Piece {
  const sum = (of: (piece: Piece) => number): number => children.reduce((all, piece) => all + of(piece), 0);
  return {
    name,
    own: CONTAINER,
    bytes: CONTAINER + sum(({ bytes }) => bytes),
    keys: sum(({ keys }) => keys),
    free: sum(({ free }) => free),
    children,
  };
}

/** The forms of an element without children, one per length its value may usually have. */
export function leaves({ name, value }: ElementModel, { key, id }: Lengths): Piece[] {
  const leaf = (length: number, more: Partial<Piece> = {}): Piece => ({
    ...{ name, own: LEAF + length, bytes: LEAF + length, keys: 0, free: 0, children: [] },
    ...more,
  });
  if (name === 'SyncKey') return [leaf(key, { keys: 1 })];
  switch (value.kind) {
    case 'empty':
      return [{ ...leaf(0), own: 1, bytes: 1 }];
    case 'words':
      return [...new Set(value.words.map((word) => word.length))].map((length) => leaf(length));
    case 'boolean':
    case 'integer':
    case 'numbers':
      return [leaf(1)];
    case 'text':
      return /(Id|ID)$/.test(name) ? [leaf(id)] : [leaf(1, { free: 1 })];
    default:
      return [];
  }
}

/** The elements of a set as people write them: `Sync{Status, Collections{…}}`. */
export function setText(piece: Piece): string {
  const { name, children } = piece;
  if (children.length === 0) return name;
  const inner: string[] = [];
  for (let i = 0; i < children.length;) {
    const child = children[i] as Piece;
    let n = 1;
    while (children[i + n] === child) n++;
    inner.push(n > 1 ? `${n} × ${setText(child)}` : setText(child));
    i += n;
  }
  return `${name}{${inner.join(', ')}}`;
}
