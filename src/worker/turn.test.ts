import { expect, test } from 'vitest';
import { inTurns } from './turn.ts';

const items = Array.from({ length: 100 }, (_, i) => i);
const slow = (ms: number): void => {
  for (const from = performance.now(); performance.now() - from < ms;);
};

test('each is done once, in order', async () => {
  const done: number[] = [];
  expect(
    await inTurns(
      items,
      (item) => done.push(item),
      () => true,
    ),
  ).toBe(true);
  expect(done).toEqual(items);
});

test('something else has its turn in between, and may end it', async () => {
  let done = 0;
  let isWanted = true;
  setTimeout(() => (isWanted = false));
  const act = (): void => {
    slow(2);
    done++;
  };
  expect(await inTurns(items, act, () => isWanted, 1)).toBe(false);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(100);
});
