import { expect, test } from 'vitest';
import { MAX_SPACER, clampTop, ratioOf, rowWindow, topFor } from './rows.ts';

test('a short list is drawn whole', () => {
  expect(rowWindow({ count: 5, row: 20, height: 400 }, 0)).toEqual({ first: 0, past: 5, spacer: 100 });
});

test('of a long list only the rows in view are drawn, and some to spare', () => {
  const field = { count: 65_536, row: 20, height: 400 };
  const { first, past } = rowWindow(field, 20_000);
  expect(first).toBeLessThanOrEqual(1000);
  expect(past).toBeGreaterThanOrEqual(1020);
  expect(past - first).toBeLessThan(40);
  expect(ratioOf(field)).toBe(1);
});

test.each([500_000, 1_000_000, 20_000_000, 1_000_000_000])(
  'the scroll bar of %d rows reaches the last one',
  (count) => {
    const field = { count, row: 20, height: 400 };
    const top = (MAX_SPACER - field.height) * ratioOf(field); // at its lower end
    expect(rowWindow(field, top).spacer).toBe(MAX_SPACER);
    expect(top).toBeCloseTo(count * 20 - field.height, 3);
    expect(clampTop(field, top + 1)).toBeCloseTo(top, 3);
    expect(rowWindow(field, top).past).toBe(count);
  },
);

test.each([0, 7, 499_999, 1_234_567, 1_999_999])(
  'row %d of two million is in view, to the pixel, after scrolling to it',
  (row) => {
    const field = { count: 2_000_000, row: 20, height: 400 };
    const top = clampTop(field, topFor(row, field, 3_000_000) ?? 3_000_000);
    expect(row * 20).toBeGreaterThanOrEqual(top);
    expect((row + 1) * 20).toBeLessThanOrEqual(top + field.height);
  },
);

test('a row in view does not move the list', () => {
  const field = { count: 100, row: 20, height: 400 };
  expect(topFor(3, field, 0)).toBeUndefined();
  expect(topFor(20, field, 0)).toBe(20); // one row below: one row of scrolling
});

test('rows for a finger are higher, and so is their list', () => {
  const field = { count: 100, row: 28, height: 280 };
  expect(rowWindow(field, 280)).toEqual({ first: 4, past: 26, spacer: 2800 });
  expect(topFor(20, field, 280)).toBe(308);
});
