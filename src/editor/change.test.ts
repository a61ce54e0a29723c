import { expect, test } from 'vitest';
import { applyChanges, offsetAfter } from './change.ts';

test('changes apply from the last place to the first', () => {
  const changes = [
    { from: 4, to: 5, insert: 'EE' },
    { from: 1, to: 3, insert: '' },
    { from: 0, to: 0, insert: '>' },
  ];
  expect(applyChanges('abcde', changes)).toBe('>adEE');
});

test.each([
  { offset: 0, change: { from: 2, to: 4, insert: 'xyz' }, after: 0 },
  { offset: 2, change: { from: 2, to: 4, insert: 'xyz' }, after: 2 },
  { offset: 3, change: { from: 2, to: 4, insert: 'xyz' }, after: 5 },
  { offset: 4, change: { from: 2, to: 4, insert: 'xyz' }, after: 5 },
  { offset: 9, change: { from: 2, to: 4, insert: 'xyz' }, after: 10 },
  { offset: 9, change: { from: 2, to: 4, insert: '' }, after: 7 },
  { offset: 2, change: { from: 2, to: 2, insert: 'x' }, after: 2 },
])('offset $offset after $change is $after', ({ offset, change, after }) => {
  expect(offsetAfter(offset, change)).toBe(after);
});
