/** Ms after which a browser that does not tell when it is idle is taken for idle. */
const PATIENCE = 200;

/**
 * Waits until the browser has nothing else to do.
 * @param patience ms to wait where it does not tell
 */
export function idle(patience = PATIENCE): Promise<unknown> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis) requestIdleCallback(done);
    else setTimeout(done, patience);
  });
}
