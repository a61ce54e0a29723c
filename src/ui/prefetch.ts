import { fetchEarly } from '../offline/index.ts';
import { idle, type PageState } from '../state/index.ts';

/** Ms after which the page stands in a browser that does not tell when it is idle. */
const PATIENCE = 1500;

/**
 * Loads what the first paste and the first copy need, once the page stands: both are then done at once, also
 * where the network has gone meanwhile. What cannot be loaded now is loaded when it is wanted.
 */
export function prefetch(page: PageState): void {
  fetchEarly(async () => {
    await idle(PATIENCE);
    await (await import('./warm.ts')).warm(page);
  });
}
