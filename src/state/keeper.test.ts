import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { readJournals, type Kept } from '../storage/index.ts';
import { stubBrowser } from '../testing/stub-browser.ts';
import { Keeper } from './keeper.svelte.ts';

const kept: Kept = {
  conversation: { format: 1, title: 'T', exchanges: [{ id: '1', request: { bytes: new Uint8Array([5]) } }] },
  view: { exchange: 0, side: 'request' },
  texts: [],
};

const full = () => new DOMException('no room', 'QuotaExceededError');

/** A page that is saving what is on show, which fails for want of room when `fail` is called, as does all after it. */
async function saving() {
  const opened: ((error: Error) => void)[] = [];
  stubBrowser(() => new Promise((_, fail) => opened.push(fail) > 1 && fail(full())));
  const keeper = new Keeper({
    now: () => kept,
    facts: () => ({}),
    copied: () => undefined,
    erased: () => undefined,
    news: () => undefined,
  });
  keeper.hold({ id: 'x' });
  keeper.changed();
  const saved = keeper.save();
  await vi.waitFor(() => expect(opened).toHaveLength(1));
  const fail = async (): Promise<void> => {
    opened[0]?.(full());
    await saved;
  };
  return { keeper, opened, fail };
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test('what cannot be saved is told, and tried again', async () => {
  const { keeper, opened, fail } = await saving();
  await fail();
  expect(keeper.unsaved).toEqual({ why: 'full' });
  await vi.advanceTimersByTimeAsync(100_000);
  expect(opened.length).toBeGreaterThan(1);
});

test.each([
  { how: 'erased with all there is', forget: (keeper: Keeper) => keeper.letGo() },
  { how: 'deleted', forget: (keeper: Keeper) => void keeper.forget('x') },
])('what is $how while it is being saved is not saved again', async ({ forget }) => {
  const { keeper, opened, fail } = await saving();
  forget(keeper);
  await fail();
  await vi.advanceTimersByTimeAsync(100_000);
  expect(opened).toHaveLength(1);
  expect(keeper.unsaved).toBeUndefined();
  expect(readJournals()).toEqual([]);
});

test('what was deleted while it was being saved is kept again when it is changed', async () => {
  const { keeper, opened, fail } = await saving();
  keeper.forget('x');
  keeper.changed();
  await fail();
  expect(readJournals().map(({ id }) => id)).toEqual(['x']);
  await vi.advanceTimersByTimeAsync(100_000);
  expect(opened.length).toBeGreaterThan(1);
});
