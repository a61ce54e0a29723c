import { expect, test } from 'vitest';
import { cellsWithin } from './draw-row.ts';

test.each([
  { span: undefined, cells: [] },
  { span: { start: 0, end: 16 }, cells: [] },
  { span: { start: 15, end: 17 }, cells: [0] },
  { span: { start: 18, end: 18 }, cells: [] },
  { span: { start: 18, end: 20 }, cells: [2, 3] },
  { span: { start: 23, end: 99 }, cells: [7] },
  { span: { start: 24, end: 99 }, cells: [] },
])('of the row of bytes 16 to 23, $span has the cells $cells', ({ span, cells }) => {
  const set = cellsWithin(span, 16, 8);
  expect(Array.from({ length: 8 }, (_, i) => i).filter((i) => set & (1 << i))).toEqual(cells);
});

test('the widest row fits', () => {
  expect(cellsWithin({ start: 31, end: 32 }, 0, 32) >>> 31).toBe(1);
  expect(cellsWithin({ start: 0, end: 32 }, 0, 32)).toBe(-1);
});
