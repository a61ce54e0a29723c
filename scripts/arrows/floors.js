import data from './arrows.json' with { type: 'json' };

/** The arrows as read from `arrows.json`, which says what each entry means. */
export const arrows = data;

const parts = data.floors.flat();

/** The parts of `src/` that hold plain functions only: core.ts and every part below it. */
export const pureParts = parts.slice(parts.indexOf(data.pureFrom));

/** The parts that know the page: everything above core.ts. */
export const shellParts = parts.slice(0, parts.indexOf(data.pureFrom));

/**
 * The floor a part stands on, 0 at the top.
 * @param {string} part a folder of `src/` or a file in it
 * @returns {number} −1 where the part is on none
 */
export function floorOf(part) {
  return data.floors.findIndex((floor) => floor.includes(part));
}
