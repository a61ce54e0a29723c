import type { RailStep } from './rail-steps.ts';

/**
 * Where an exchange that is dragged would be put: before the exchange with this index.
 * @param y of the pointer below the top of the list, px
 * @param row height of a row, px
 */
export function placeInList(steps: readonly Pick<RailStep, 'at'>[], y: number, row: number): number {
  const exchangeOf = (index: number): number | undefined => steps[index]?.at.exchange;
  const over = Math.min(Math.max(0, Math.floor(y / row)), steps.length - 1);
  const exchange = exchangeOf(over);
  if (exchange === undefined) return 0;
  const first = exchangeOf(over - 1) === exchange ? over - 1 : over;
  const rows = exchangeOf(first + 1) === exchange ? 2 : 1;
  return y < (first + rows / 2) * row ? exchange : exchange + 1;
}
