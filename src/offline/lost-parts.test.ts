import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { fetchEarly, watchLostParts } from './lost-parts.ts';

const page = new EventTarget();

beforeEach(() => {
  vi.stubGlobal('addEventListener', page.addEventListener.bind(page));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

/** A part that cannot be loaded, as the build loads it: the page hears of the error before whoever wanted it. */
function lose(): Promise<never> {
  const payload = new Error('gone');
  page.dispatchEvent(Object.assign(new Event('vite:preloadError'), { payload }));
  return Promise.reject(payload);
}
const soon = () => new Promise((done) => setTimeout(done, 5));

test('what somebody wants is told, also while something else is fetched early', async () => {
  const told = vi.fn();
  watchLostParts(told);
  fetchEarly(() => new Promise(() => undefined));
  await lose().catch(() => undefined);
  await soon();
  expect(told).toHaveBeenCalledTimes(1);
});

test('what nobody asked for is not', async () => {
  const told = vi.fn();
  watchLostParts(told);
  fetchEarly(async () => {
    await Promise.resolve();
    await lose();
  });
  await soon();
  expect(told).not.toHaveBeenCalled();
});
