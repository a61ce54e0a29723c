import { fetchEarly } from '../offline/index.ts';
import type { PageState } from '../state/index.ts';

/** Ms after which a browser that does not tell when it is idle is taken for idle. */
const PATIENCE = 1500;

/**
 * Loads what the first paste and the first copy need, once the page stands: both are then done at once, also
 * where the network has gone meanwhile. What cannot be loaded now is loaded when it is wanted.
 */
export function prefetch(page: PageState): void {
  const load = () => fetchEarly(async () => (await import('./warm.ts')).warm(page));
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load);
  else setTimeout(load, PATIENCE);
}
