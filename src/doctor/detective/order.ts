import type { ContentModel } from '../../eas/index.ts';
import type { Shape } from './shape.ts';

/** Pairs of elements that usually say the same, and how a value of one gives that of the other. */
const TWINS: readonly (readonly [string, string, (a: Shape, b: Shape) => boolean])[] = [
  ['To', 'DisplayTo', sameTexts],
  ['Subject', 'ThreadTopic', sameTexts],
  [
    'EstimatedDataSize',
    'Data',
    (size, data) => data.sizes.every((bytes, i) => size.texts[i] === String(bytes)),
  ],
];

function sameTexts(a: Shape, b: Shape): boolean {
  return a.texts.length === b.texts.length && a.texts.every((text, i) => text !== '' && text === b.texts[i]);
}

const ROUNDS = 4;
/** A column worth trying instead of another. */
const WORTH = -1;

/**
 * Improves an assignment by what no single pair shows: the order of the children, and pairs of values that go
 * together. Changes one row or swaps two while that gains something.
 * @param columns for each shape its column, or −1; @param gains of each shape in each column
 */
export function improve(
  shapes: readonly Shape[],
  content: ContentModel,
  columns: readonly number[],
  gains: readonly (readonly number[])[],
): number[] {
  const best = [...columns];
  let value = total(shapes, content, best, gains);
  for (let round = 0; round < ROUNDS; round++) {
    const before = value;
    for (let i = 0; i < best.length; i++) {
      if ((best[i] as number) < 0) continue;
      for (let column = 0; column < content.children.length; column++) {
        if (column === best[i] || (gains[i]?.[column] ?? WORTH) <= WORTH) continue;
        const other = best.indexOf(column);
        const mine = best[i] as number;
        if (other >= 0 && (gains[other]?.[mine] ?? WORTH) <= WORTH) continue;
        best[i] = column;
        if (other >= 0) best[other] = mine;
        const now = total(shapes, content, best, gains);
        if (now > value + 1e-9) value = now;
        else {
          best[i] = mine;
          if (other >= 0) best[other] = column;
        }
      }
    }
    if (value === before) break;
  }
  return best;
}

function total(
  shapes: readonly Shape[],
  content: ContentModel,
  columns: readonly number[],
  gains: readonly (readonly number[])[],
): number {
  let sum = 0;
  let inversions = 0;
  const holder = new Map<string, Shape>();
  columns.forEach((column, i) => {
    if (column < 0) return;
    sum += gains[i]?.[column] ?? 0;
    const element = content.children[column];
    const shape = shapes[i];
    if (element && shape) holder.set(element.name, shape);
    for (let k = 0; k < i; k++) if ((columns[k] as number) > column) inversions++;
  });
  for (const [one, other, holds] of TWINS) {
    const [a, b] = [holder.get(one), holder.get(other)];
    if (a && b && holds(a, b)) sum += shapes.indexOf(a) < shapes.indexOf(b) ? 2 : 1;
  }
  sum += turnedPages(
    shapes,
    columns.map((column) => content.children[column]?.key),
  );
  if (content.item) sum -= 2 * strangers(columns.map((column) => content.children[column]?.key));
  return sum - inversions * (content.order ? 0.4 : 0.2);
}

/** The pages of each class of item; every other page is for all. */
const CLASSES: readonly (readonly number[])[] = [[2, 22], [4], [1, 12], [9], [23], [19]];

/** How many properties are of another class than most. */
function strangers(keys: readonly (number | undefined)[]): number {
  const counts = CLASSES.map(
    (pages) => keys.filter((key) => key !== undefined && pages.includes(key >> 8)).length,
  );
  return counts.reduce((sum, count) => sum + count, 0) - Math.max(...counts);
}

/** What speaks for a wrong SWITCH_PAGE or a moved table: all tags of one page are moved alike. */
function turnedPages(shapes: readonly Shape[], keys: readonly (number | undefined)[]): number {
  let gain = 0;
  for (const page of new Set(shapes.map((shape) => shape.page))) {
    const moves = shapes.flatMap((shape, i) => {
      const key = keys[i];
      return shape.page === page && key !== undefined ? [key - shape.code] : [];
    });
    const isStill = moves[0] === page << 8;
    if (moves.length > 1 && !isStill && moves.every((move) => move === moves[0])) gain += moves.length * 0.6;
  }
  return gain;
}
