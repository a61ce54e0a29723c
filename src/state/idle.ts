/** Ms after which a browser that does not tell when it is idle is taken for idle. */
const PATIENCE = 200;
/** Ms after which a page in the background is: a browser may tell it only once in ten seconds that it is idle. */
const IN_BACKGROUND = 2_000;

/**
 * Waits until the browser has nothing else to do.
 * @param patience ms to wait where it does not tell
 */
export function idle(patience = PATIENCE): Promise<unknown> {
  return new Promise((done) => {
    if ('requestIdleCallback' in globalThis)
      requestIdleCallback(done, document.hidden ? { timeout: IN_BACKGROUND } : {});
    else setTimeout(done, patience);
  });
}
