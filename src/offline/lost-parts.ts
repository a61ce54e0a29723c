/** Errors of parts that were fetched before anybody asked for them. */
const unasked = new WeakSet<Error>();

/**
 * Tells when a part of the page cannot be loaded that somebody wants: the page was replaced on the server, or there
 * is no network. Whoever wanted it gets the error too; one that nobody takes is no fault of the page.
 */
export function watchLostParts(onlost: () => void): void {
  const seen = new WeakSet<Error>();
  addEventListener('vite:preloadError', ({ payload }) => {
    seen.add(payload);
    // whoever fetches it early hears of it in this turn
    setTimeout(() => {
      if (!unasked.has(payload)) onlost();
    });
  });
  addEventListener('unhandledrejection', (event) => {
    if (event.reason instanceof Error && seen.has(event.reason)) event.preventDefault();
  });
}

/** Fetches a part before anybody asked for it: where it cannot be had, the person is told when they want it. */
export function fetchEarly(load: () => Promise<unknown>): void {
  load().catch((fault: unknown) => {
    if (fault instanceof Error) unasked.add(fault);
  });
}
