import type { Severity } from '../../doctor/index.ts';

/** A place of a row: a byte, or where one can go on writing. */
export interface Cell {
  offset: number;
  /** Two digits of hex, or what stands for them. */
  digits: string;
  /** The byte as a character; absent where there is no byte. */
  character?: string;
  /** Class of how it is drawn. */
  look: string;
  /** The worst that is said about it. */
  worst?: Severity;
}

/** Whether two rows hold the same, and look the same. */
export const areSame = (these: readonly Cell[], those: readonly Cell[]): boolean =>
  haveSameBytes(these, those) &&
  these.every(({ look, worst }, i) => those[i]?.look === look && those[i].worst === worst);

/** Whether two rows hold the same bytes at the same offsets. */
export const haveSameBytes = (these: readonly Cell[], those: readonly Cell[]): boolean =>
  these.length === those.length &&
  these.every(({ offset, digits }, i) => those[i]?.offset === offset && those[i].digits === digits);

/** What stands out in a row at the moment; of a set of cells, bit i is the one with index i. */
export interface Lit {
  selected: number;
  hovered: number;
  /** Index of the cell the keyboard stands on; -1 where it is in another row. */
  caret: number;
  /** The cell of which one digit is typed, and what is drawn of it then. */
  half?: { index: number; digits: string } | undefined;
  /** Keys are characters. */
  writes: boolean;
}

/** The cells from byte `from` on that lie within a span, as a set. @param columns cells of a whole row; 32 at most */
export function cellsWithin(span: { start: number; end: number } | undefined, from: number, columns: number) {
  let set = 0;
  for (let i = 0; span && i < columns; i++) {
    if (from + i >= span.start && from + i < span.end) set |= 1 << i;
  }
  return set;
}

/** Whether cell `i` is in a set. */
export const has = (set: number, i: number): boolean => (set & (1 << i)) !== 0;
