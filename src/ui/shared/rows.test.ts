import { expect, test } from 'vitest';
import { MAX_SPACER, ROW_HEIGHT, rowWindow, scrollFor } from './rows.ts';

test('a short list is drawn whole', () => {
  expect(rowWindow(5, 400, 0)).toEqual({ first: 0, past: 5, spacer: 100, shift: 0 });
});

test('of a long list only the rows in view are drawn, and some to spare', () => {
  const { first, past, shift } = rowWindow(65_536, 400, 20_000);
  expect(first).toBeLessThanOrEqual(1000);
  expect(past).toBeGreaterThanOrEqual(1020);
  expect(past - first).toBeLessThan(40);
  expect(shift).toBe(0);
});

test.each([500_000, 1_000_000, 20_000_000])(
  'the last of %d rows can be reached, and stands at the bottom',
  (count) => {
    const height = 400;
    const bottom = rowWindow(count, height, MAX_SPACER - height);
    expect(bottom.spacer).toBeLessThanOrEqual(MAX_SPACER);
    expect(bottom.past).toBe(count);
    expect((count - 1) * ROW_HEIGHT + bottom.shift).toBeCloseTo(MAX_SPACER - ROW_HEIGHT, 3);
  },
);

test.each([0, 7, 499_999, 1_234_567, 1_999_999])(
  'row %d of two million is in view after scrolling to it',
  (row) => {
    const count = 2_000_000;
    const top = scrollFor(row, count, 400, 3_000_000) ?? 3_000_000;
    const { shift } = rowWindow(count, 400, top);
    const y = row * ROW_HEIGHT + shift - top;
    expect(y).toBeGreaterThanOrEqual(-0.01);
    expect(y + ROW_HEIGHT).toBeLessThanOrEqual(400.01);
  },
);

test('a row in view does not move the list', () => {
  expect(scrollFor(3, 100, 400, 0)).toBeUndefined();
  expect(scrollFor(20, 100, 400, 0)).toBe(20); // one row below: one row of scrolling
});
