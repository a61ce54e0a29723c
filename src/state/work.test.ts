import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Core, Work as UnderWay } from '../worker/index.ts';
import { Work } from './work.svelte.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

/** What tells of work, and a core that can be heard. */
function told() {
  let tell: (works: readonly UnderWay[]) => void = () => undefined;
  const core = { onwork: (listener: typeof tell) => (tell = listener), cancel: () => tell([]) };
  const work = new Work(core as unknown as Core);
  const begin = (now: UnderWay) => tell([now]);
  return { work, begin, end: () => tell([]) };
}

const batch = (done: number): UnderWay => ({ kind: 'examine', size: 50_000, progress: { done, of: 1500 } });

test('what is done soon is not told', () => {
  const { work, begin, end } = told();
  begin(batch(0));
  vi.advanceTimersByTime(120);
  end();
  for (let ms = 0; ms < 500; ms += 10) {
    vi.advanceTimersByTime(10);
    expect(work.doing).toBeUndefined();
  }
  begin(batch(0)); // another thing, as short
  vi.advanceTimersByTime(120);
  end();
  expect(work.doing).toBeUndefined();
});

test('many short parts of one thing are told while they follow each other, and no longer', () => {
  const { work, begin, end } = told();
  for (let done = 0; done < 1500; done += 128) {
    begin(batch(done));
    vi.advanceTimersByTime(100);
    expect(work.doing !== undefined, `after ${done}`).toBe(done >= 128);
    end();
    vi.advanceTimersByTime(5);
  }
  expect(work.doing).toBe('Examining: 1,408 of 1,500 messages…');
  vi.advanceTimersByTime(100);
  expect(work.doing).toBeUndefined();
});

test('how far it is, is not said aloud', () => {
  const { work, begin } = told();
  const said = new Set<string | undefined>();
  const seen = new Set<string | undefined>();
  begin(batch(0));
  vi.advanceTimersByTime(200);
  for (let done = 0; done < 1500; done += 128) {
    begin(batch(done));
    said.add(work.said);
    seen.add(work.doing);
  }
  expect([...said]).toEqual(['Examining 1,500 messages…']);
  expect(seen.size).toBe(12);
});

test('what is cancelled is told no more, and the next thing from its own beginning', () => {
  const { work, begin } = told();
  begin(batch(0));
  vi.advanceTimersByTime(200);
  work.cancel();
  expect(work.doing).toBeUndefined();
  begin(batch(0));
  vi.advanceTimersByTime(100);
  expect(work.doing).toBeUndefined();
  vi.advanceTimersByTime(100);
  expect(work.doing).toBe('Examining: 0 of 1,500 messages…');
});
