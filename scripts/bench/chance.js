/**
 * Numbers from 0 up to 1, the same for the same seed (mulberry32).
 * @param {number} seed
 * @returns {() => number}
 */
export function chance(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/**
 * One of a list.
 * @template T
 * @param {() => number} random
 * @param {ArrayLike<T>} list not empty
 */
export const pick = (random, list) => /** @type {T} */ (list[below(random, list.length)]);

/**
 * A whole number from 0 up to `limit`, that itself not included.
 * @param {() => number} random
 * @param {number} limit
 */
export const below = (random, limit) => Math.floor(random() * limit);
