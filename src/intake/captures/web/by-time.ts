/**
 * Items in the order in which they began. What has no time of its own stays behind what stands before it.
 * @param timeOf seconds; only their order counts
 */
export function byTime<T>(items: readonly T[], timeOf: (item: T) => number | undefined): T[] {
  let last = -Infinity;
  const timed = items.map((item) => {
    last = timeOf(item) ?? last;
    return { item, time: last };
  });
  return timed.sort((a, b) => (a.time === b.time ? 0 : a.time - b.time)).map(({ item }) => item);
}
