import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CrashWatch } from './crash-watch.ts';

/** Ms after which another page takes the one that noted an opening for gone. */
const GONE_AFTER = 10_000;
/** How rarely browsers tell a page in the background that it is idle. */
const SELDOM = 10_000;

/** A browser with a page that is in the background, or is not. */
function browserWith({ hidden }: { hidden: boolean }) {
  const kept = new Map<string, string>();
  const storage = {
    get length() {
      return kept.size;
    },
    key: (i: number) => [...kept.keys()][i] ?? null,
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
  vi.stubGlobal('localStorage', storage);
  vi.stubGlobal('document', { hidden });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('requestIdleCallback', (done: () => void, { timeout = SELDOM } = {}) =>
    setTimeout(done, hidden ? Math.min(timeout, SELDOM) : 20),
  );
}

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test.each([{ hidden: false }, { hidden: true }])(
  'a page that came to rest stopped nothing for another one: hidden $hidden',
  async ({ hidden }) => {
    browserWith({ hidden });
    const isGone = ({ when }: { when: number }) => Date.now() - when > GONE_AFTER;
    const watch = new CrashWatch('a', isGone);
    const other = new CrashWatch('b', isGone);
    watch.begin('#w1.x', { format: 1, title: 'One', exchanges: [] });
    for (let ms = 0; ms < 30_000; ms += 500) {
      await vi.advanceTimersByTimeAsync(500);
      expect(other.stopped('#w1.x'), `after ${ms} ms`).toBeUndefined();
    }
  },
);

test('a page that never came to rest stopped', async () => {
  browserWith({ hidden: true });
  vi.stubGlobal('requestIdleCallback', () => 0);
  const isGone = ({ when }: { when: number }) => Date.now() - when > GONE_AFTER;
  new CrashWatch('a', isGone).begin('#w1.x', { format: 1, title: 'One', exchanges: [] });
  await vi.advanceTimersByTimeAsync(11_000);
  expect(new CrashWatch('b', isGone).stopped('#w1.x')).toMatchObject({ title: 'One' });
});
