import { expect, test, vi } from 'vitest';
import { soon } from './soon.ts';

test('what waits is done once nothing was asked for a while, and what was taken back is not', () => {
  vi.useFakeTimers();
  const named: string[] = [];
  const forget = soon(() => named.push('old'));
  soon(() => named.push('other row'));
  vi.advanceTimersByTime(100);
  forget();
  soon(() => named.push('new'));
  vi.advanceTimersByTime(149);
  expect(named).toEqual([]);
  vi.advanceTimersByTime(2);
  expect(named).toEqual(['other row', 'new']);
  vi.advanceTimersByTime(1000);
  expect(named).toHaveLength(2);
  vi.useRealTimers();
});

test('what takes long is done by turns, and what is asked in between makes the rest wait', async () => {
  vi.useFakeTimers();
  const now = performance.now.bind(performance);
  let taken = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => now() + taken);
  const done: string[] = [];
  const slow = (name: string) => (): void => {
    done.push(name);
    taken += 7;
  };
  soon(slow('first'));
  soon(() => {
    slow('second')();
    soon(() => done.push('asked'));
  });
  soon(slow('third'));
  vi.advanceTimersByTime(151);
  expect(done).toEqual(['first']);
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['first', 'second']);
  await vi.advanceTimersByTimeAsync(100);
  expect(done).toEqual(['first', 'second', 'third', 'asked']);
  vi.restoreAllMocks();
  vi.useRealTimers();
});
