import { cpuUsage } from 'node:process';
import { expect } from 'vitest';

/** Times as long that twice the input may take: 2 where time is linear, 4 where it goes by the square. */
const MOST = 3;
/** Milliseconds of processor time below which the compiler and the collector are measured, not the work. */
const FLOOR = 60;
/** Times both sizes are run at most: of each the least counts, as others on the machine only add to it. */
const TRIES = 4;

/** Milliseconds of processor time. */
function timeOf(step: () => unknown): number {
  const before = cpuUsage();
  step();
  const { user, system } = cpuUsage(before);
  return (user + system) / 1000;
}

/**
 * Fails where twice the input takes about three times the time or more. The input is doubled until there is something
 * to measure, or it is as large as it may become.
 * @param make the input of a size, in whatever unit; up to twice `largest` is asked for
 * @param step what is measured
 */
export function expectLinear<T>(
  make: (size: number) => T,
  step: (input: T) => unknown,
  { smallest = 50_000, largest = 800_000 } = {},
): void {
  let size = smallest;
  let input = make(size);
  step(input); // to load and compile what it takes
  let least = timeOf(() => step(input));
  while (least < FLOOR && size < largest) {
    size *= 2;
    input = make(size);
    least = timeOf(() => step(input));
  }
  const twice = make(size * 2);
  let leastOfTwice = timeOf(() => step(twice));
  for (let tries = 1; tries < TRIES && leastOfTwice > least * MOST && leastOfTwice > FLOOR; tries++) {
    least = Math.min(
      least,
      timeOf(() => step(input)),
    );
    leastOfTwice = Math.min(
      leastOfTwice,
      timeOf(() => step(twice)),
    );
  }
  if (leastOfTwice > FLOOR)
    expect(leastOfTwice / Math.max(least, FLOOR / MOST), `times as long for ${size * 2}`).toBeLessThan(MOST);
}
