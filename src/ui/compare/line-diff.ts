/** A line of two texts put together: one that both have, or that only one of them has. */
export interface LineRow {
  kind: 'same' | 'only reference' | 'only text';
  line: string;
  /** Its number in each, from 1; absent where that text has it not. */
  inReference?: number;
  inText?: number;
}

/** Steps up to which the fewest differences are looked for: time and memory grow with its square. */
const MOST_STEPS = 500;

/**
 * The lines of two texts in one order, with as few that differ as there can be. Texts that have less in common are told
 * roughly: all lines of the one between what is alike at either end, then all of the other.
 * @see Myers, An O(ND) Difference Algorithm and Its Variations, 1986
 */
export function lineDiff(reference: string, text: string): LineRow[] {
  const [a, b] = [reference.split('\n'), text.split('\n')];
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  const most = Math.min(a.length, b.length) - head;
  while (tail < most && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const pairs = pairsOf(a.slice(head, a.length - tail), b.slice(head, b.length - tail));
  const rows: LineRow[] = [];
  let [i, k] = [0, 0];
  const add = (toA: number, toB: number): void => {
    for (; i < toA; i++) rows.push({ kind: 'only reference', line: a[i] ?? '', inReference: i + 1 });
    for (; k < toB; k++) rows.push({ kind: 'only text', line: b[k] ?? '', inText: k + 1 });
  };
  const same = (): void => {
    rows.push({ kind: 'same', line: a[i] ?? '', inReference: ++i, inText: ++k });
  };
  while (i < head) same();
  for (const [one, other] of pairs) {
    add(head + one, head + other);
    same();
  }
  add(a.length - tail, b.length - tail);
  while (i < a.length) same();
  return rows;
}

/** The longest run of equal lines, as pairs of their indices; none where it takes too many steps to find. */
function pairsOf(a: readonly string[], b: readonly string[]): (readonly [number, number])[] {
  const furthest = new Map([[1, 0]]); // by diagonal: how far into `a` the best path leads
  const trace: Map<number, number>[] = [];
  const most = Math.min(a.length + b.length, MOST_STEPS);
  for (let steps = 0; steps <= most; steps++) {
    trace.push(new Map(furthest));
    for (let diagonal = -steps; diagonal <= steps; diagonal += 2) {
      let i = isDown(furthest, diagonal, steps)
        ? (furthest.get(diagonal + 1) ?? 0)
        : (furthest.get(diagonal - 1) ?? 0) + 1;
      while (i < a.length && i - diagonal < b.length && a[i] === b[i - diagonal]) i++;
      furthest.set(diagonal, i);
      if (i >= a.length && i - diagonal >= b.length) return walkBack(trace, a.length, b.length);
    }
  }
  return [];
}

/** Whether a path comes to a diagonal by a line of the second text, not of the first. */
const isDown = (furthest: ReadonlyMap<number, number>, diagonal: number, steps: number): boolean =>
  diagonal === -steps ||
  (diagonal !== steps && (furthest.get(diagonal - 1) ?? 0) < (furthest.get(diagonal + 1) ?? 0));

function walkBack(
  trace: readonly ReadonlyMap<number, number>[],
  lengthA: number,
  lengthB: number,
): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  let [i, k] = [lengthA, lengthB];
  for (let steps = trace.length - 1; steps >= 0; steps--) {
    const furthest = trace[steps] ?? new Map<number, number>();
    const diagonal = i - k;
    const from = isDown(furthest, diagonal, steps) ? diagonal + 1 : diagonal - 1;
    const before = furthest.get(from) ?? 0;
    while (i > 0 && k > 0 && (steps === 0 || (i > before && k > before - from))) pairs.push([--i, --k]);
    [i, k] = [before, before - from];
  }
  return pairs.reverse();
}
