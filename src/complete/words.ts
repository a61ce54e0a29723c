import type { ElementModel } from '../eas/index.ts';

/** How often an element may stand in its parent, in words. */
export function countWords({ min, max }: Pick<ElementModel, 'min' | 'max'>): string {
  if (max === Infinity) return min > 0 ? 'once or more' : 'any number';
  if (min === max) return max === 1 ? 'once' : `${max} times`;
  if (min > 0) return `${min} to ${max} times`;
  return max === 1 ? 'at most once' : `up to ${max} times`;
}
