import { expect, test } from 'vitest';
import { bounded } from './cpu.ts';

const busy = (ms: number) => () => {
  for (const from = performance.now(); performance.now() - from < ms;);
  return 'done';
};

test('what takes far more than it may fails, on any processor', () => {
  expect(() => bounded('a loop', busy(1500), 0.05)).toThrow(/seconds for a loop/);
});

test('what stays within its limit gives its result', () => {
  expect(bounded('a loop', busy(20), 2)).toBe('done');
});
