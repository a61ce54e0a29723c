import { expect, test } from 'vitest';
import { moveIn, moveTo } from './move.ts';

const grid = { size: 37, columns: 16, page: 2 };
const key = (name: string, ctrlKey = false) => ({ key: name, ctrlKey, metaKey: false });

test.each([
  { name: 'ArrowRight', at: 15, to: 16 },
  { name: 'ArrowRight', at: 36, to: 36 },
  { name: 'ArrowLeft', at: 0, to: 0 },
  { name: 'ArrowDown', at: 4, to: 20 },
  { name: 'ArrowDown', at: 30, to: 30 }, // 46 is not there
  { name: 'ArrowUp', at: 3, to: 3 },
  { name: 'Home', at: 20, to: 16 },
  { name: 'End', at: 20, to: 31 },
  { name: 'End', at: 33, to: 36 }, // the last row is short
  { name: 'PageDown', at: 4, to: 36 },
  { name: 'PageDown', at: 0, to: 32 }, // the last row, in the same column
  { name: 'PageDown', at: 9, to: 36 }, // which the last row does not have
  { name: 'PageUp', at: 20, to: 4 },
])('$name from byte $at of 37 leads to $to', ({ name, at, to }) => {
  expect(moveTo(key(name), at, grid)).toBe(to);
});

test('with Ctrl, Home and End lead to the first and the last byte', () => {
  expect(moveTo(key('Home', true), 20, grid)).toBe(0);
  expect(moveTo(key('End', true), 20, grid)).toBe(36);
});

test('in a list Home and End lead to its ends', () => {
  const list = { size: 21, columns: 1, page: 10 };
  expect(moveTo(key('Home'), 20, list)).toBe(0);
  expect(moveTo(key('End'), 3, list)).toBe(20);
});

test.each([
  { name: 'ArrowRight', at: 36, to: 37 }, // behind the last byte one can go on writing
  { name: 'ArrowRight', at: 37, to: 37 },
  { name: 'ArrowLeft', at: 37, to: 36 },
  { name: 'ArrowRight', at: 3, to: 4 },
])('where bytes are written, $name from $at of 37 leads to $to', ({ name, at, to }) => {
  expect(moveIn(key(name), at, grid)).toBe(to);
});

test('other keys move nothing, and in nothing nothing moves', () => {
  expect(moveTo(key('a'), 3, grid)).toBeUndefined();
  expect(moveTo(key('ArrowDown'), 0, { ...grid, size: 0 })).toBeUndefined();
});
