import { expect, test } from 'vitest';
import { lazyList } from './lazy-list.ts';

test('only what is looked at is made, and once', () => {
  const made: number[] = [];
  const list = lazyList(20_000, (index) => {
    made.push(index);
    return { index };
  });
  expect(list).toHaveLength(20_000);
  expect(list[7]).toEqual({ index: 7 });
  expect(list[7]).toBe(list[7]);
  expect(list[20_000]).toBeUndefined();
  expect(list[-1]).toBeUndefined();
  expect(made).toEqual([7]);
});
