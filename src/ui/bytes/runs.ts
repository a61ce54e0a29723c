import { has, type Cell, type Lit } from './row-cells.ts';

/** Neighbours in a row that look alike: they are drawn as one text. */
export interface Run {
  /** Of its first byte. */
  offset: number;
  /** Index of its first cell. */
  first: number;
  classes: string;
  text: string;
}

/** What stands for a space among characters. */
export const SPACE = '␣';
/** Cells of a group: there is more room between groups. */
const GROUP = 8;
/** Looks with an outline or a line below, which each byte has to itself. */
const APART = new Set(['kind-page', 'kind-opaque', 'kind-entity']);

/** What stands between the digits of cell `i` and those of the one before it. */
export const gapBefore = (i: number): string => (i === 0 ? '' : i % GROUP === 0 ? '  ' : ' ');

/** How the digits of cell `i` are drawn. */
export function classesOf({ look, worst }: Cell, i: number, lit: Lit): string {
  let classes = look;
  if (worst) classes += ` said ${worst}`;
  if (has(lit.selected, i)) classes += ' selected';
  if (has(lit.hovered, i)) classes += ' hover';
  return classes;
}

/** The digits of a row. No run goes on from one group to the next, so that each byte of it has the same width. */
export function digitRuns(cells: readonly Cell[], lit: Lit): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  cells.forEach((cell, i) => {
    const classes = classesOf(cell, i, lit);
    const isApart = APART.has(cell.look) || has(lit.hovered, i);
    if (last?.classes === classes && !isApart && i % GROUP !== 0) last.text += ` ${cell.digits}`;
    else runs.push((last = { offset: cell.offset, first: i, classes, text: cell.digits }));
  });
  return runs;
}

/**
 * The characters of a row.
 * @param spaces whether the sign for a space is as wide as any other character; else it is a word of its own
 */
export function characterRuns(cells: readonly Cell[], lit: Lit, spaces: boolean): Run[] {
  const runs: Run[] = [];
  let last: Run | undefined;
  cells.forEach(({ offset, character, look }, i) => {
    if (character === undefined) return;
    const isOdd = character === SPACE && !spaces;
    let classes = isOdd ? `${look} space` : look;
    if (has(lit.selected, i)) classes += ' selected';
    if (has(lit.hovered, i)) classes += ' hover';
    if (lit.writes && i === lit.caret) classes += ' writes';
    if (last?.classes === classes && !isOdd) last.text += character;
    else runs.push((last = { offset, first: i, classes, text: character }));
  });
  return runs;
}
