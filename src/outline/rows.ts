import type { Outline } from './outline.ts';

/**
 * The elements in view of a tree of which some are open, in order: those at the top, and the children of every open
 * one that is itself in view. Time is linear in what is in view.
 */
export function rowsOf(outline: Outline, open: ReadonlySet<number>): Int32Array {
  const rows = new Int32Array(outline.length);
  let count = 0;
  for (let element = 0; element < outline.length;) {
    rows[count++] = element;
    element = open.has(element) ? element + 1 : (outline.pasts[element] as number);
  }
  return rows.subarray(0, count);
}

/** Levels that are opened unasked, at most. */
const FIRST_LEVELS = 16;

/** The elements that are open at first: from the root down to the first that holds something to choose from. */
export function firstOpen({ counts }: Outline): Set<number> {
  const open = new Set([0]);
  // An only child follows its parent.
  for (let element = 0; counts[element] === 1 && element < FIRST_LEVELS;) open.add(++element);
  return open;
}

/** Where an element stands among rows in order; −1 where it is not in view. */
export function rowOf(rows: Int32Array, element: number): number {
  let low = 0;
  let high = rows.length - 1;
  while (low <= high) {
    const middle = (low + high) >>> 1;
    const found = rows[middle] as number;
    if (found === element) return middle;
    if (found < element) low = middle + 1;
    else high = middle - 1;
  }
  return -1;
}
