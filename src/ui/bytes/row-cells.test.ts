import { expect, test } from 'vitest';
import { areSame, cellsWithin, haveSameBytes, type Cell } from './row-cells.ts';

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

const cellsOf = (text: string, look = 'kind-string'): Cell[] =>
  [...text].map((character, i) => ({ offset: 16 + i, digits: '00', character, look }));

test('a row is the same only with the same bytes, kinds, places and marks', () => {
  const row = cellsOf('ab');
  const [first, second] = row as [Cell, Cell];
  expect(areSame(row, cellsOf('ab'))).toBe(true);
  const others: Cell[][] = [
    [first],
    [first, { ...second, digits: '01' }],
    [first, { ...second, offset: 18 }],
    [first, { ...second, look: 'kind-end' }],
    [first, { ...second, worst: 'error' }],
  ];
  for (const other of others) expect(areSame(row, other)).toBe(false);
});

test('bytes are the same at the same places, however they look', () => {
  const row = cellsOf('ab');
  const [first, second] = row as [Cell, Cell];
  expect(haveSameBytes(row, [first, { ...second, look: 'kind-end', worst: 'error' }])).toBe(true);
  expect(haveSameBytes(row, [first, { ...second, digits: '01' }])).toBe(false);
  expect(haveSameBytes(row, [first, { ...second, offset: 18 }])).toBe(false);
  expect(haveSameBytes(row, [first])).toBe(false);
});
