import { expect, test, vi } from 'vitest';
import { nameSoon } from './name-soon.ts';

test('rows are named once nothing was drawn for a while, and those that are drawn anew only once', () => {
  vi.useFakeTimers();
  const named: string[] = [];
  const forget = nameSoon(() => named.push('old'));
  nameSoon(() => named.push('other row'));
  vi.advanceTimersByTime(100);
  forget();
  nameSoon(() => named.push('new'));
  vi.advanceTimersByTime(149);
  expect(named).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(named).toEqual(['other row', 'new']);
  vi.advanceTimersByTime(1000);
  expect(named).toHaveLength(2);
  vi.useRealTimers();
});
