/** Parts that are being fetched before anybody asked for them. */
const early = new Set<Promise<unknown>>();

/**
 * Tells when a part of the page cannot be loaded that somebody wants: the page was replaced on the server, or there
 * is no network. Whoever wanted it gets the error too; one that nobody takes is no fault of the page.
 */
export function watchLostParts(onlost: () => void): void {
  const seen = new WeakSet<Error>();
  addEventListener('vite:preloadError', ({ payload }) => {
    seen.add(payload);
    if (early.size === 0) onlost();
  });
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof Error && seen.has(event.reason)) event.preventDefault();
  });
}

/** Fetches a part before anybody asked for it: where it cannot be had, the person is told when they want it. */
export function fetchEarly(load: () => Promise<unknown>): void {
  const loading = load().catch(() => undefined);
  early.add(loading);
  void loading.then(() => early.delete(loading));
}
