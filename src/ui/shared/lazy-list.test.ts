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

test('what is not made yet is there all the same', () => {
  const list = lazyList(5, (index) => index * 10);
  expect(4 in list).toBe(true);
  expect(5 in list).toBe(false);
  expect('length' in list).toBe(true);
  expect([...list.slice(0, 3)]).toEqual([0, 10, 20]);
  expect(list.map((item) => item + 1)).toEqual([1, 11, 21, 31, 41]);
  expect(list.flatMap((item) => [item])).toEqual([0, 10, 20, 30, 40]);
});
