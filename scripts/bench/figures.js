/**
 * Times of one item, round by round: rounds with the same index were taken right after each other.
 * @typedef {Map<string, number[]>} Rounds nanoseconds, by subject and operation
 */

/** @param {readonly number[]} values not empty */
export function median(values) {
  const sorted = [...values].sort((a, b) => a - b);
  return /** @type {number} */ (sorted[sorted.length >> 1]);
}

/**
 * How many times as fast as `against` `ours` is: the median over the rounds, each compared with its own
 * neighbour, so that what else the machine does meets both.
 * @param {Rounds} rounds
 * @param {string} ours
 * @param {string} against
 * @returns {number | undefined} `undefined` where one of them was not measured
 */
export function ratio(rounds, ours, against) {
  const mine = rounds.get(ours) ?? [];
  const theirs = rounds.get(against) ?? [];
  const ratios = mine.flatMap((ns, i) => {
    const other = theirs[i];
    return other === undefined ? [] : [other / ns];
  });
  return ratios.length > 0 ? median(ratios) : undefined;
}

/**
 * The exponent b of y = a·xᵇ that fits best: the slope of the logarithms, by least squares.
 * @param {readonly { x: number, y: number }[]} points two at least, all above 0
 */
export function exponent(points) {
  const logs = points.map(({ x, y }) => ({ x: Math.log(x), y: Math.log(y) }));
  const meanX = logs.reduce((sum, { x }) => sum + x, 0) / logs.length;
  const meanY = logs.reduce((sum, { y }) => sum + y, 0) / logs.length;
  const above = logs.reduce((sum, { x, y }) => sum + (x - meanX) * (y - meanY), 0);
  return above / logs.reduce((sum, { x }) => sum + (x - meanX) ** 2, 0);
}
