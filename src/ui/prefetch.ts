import { fetchEarly } from '../offline/index.ts';
import { loadOpenings } from '../state/index.ts';

/** Ms after which a browser that does not tell when it is idle is taken for idle. */
const PATIENCE = 1500;

/**
 * Loads what the first paste and the first copy need, once the page stands: both are then done at once, also
 * where the network has gone meanwhile. What cannot be loaded now is loaded when it is wanted.
 */
export function prefetch(): void {
  const load = () => {
    fetchEarly(() => import('../intake/index.ts'));
    fetchEarly(() => import('../share/index.ts'));
    fetchEarly(loadOpenings);
    fetchEarly(() => import('./copies.ts'));
    fetchEarly(() => import('./dialogs/Dialogs.svelte'));
    fetchEarly(() => import('./verdict/Readings.svelte'));
    fetchEarly(() => import('./bytes/hex.ts'));
  };
  if ('requestIdleCallback' in globalThis) requestIdleCallback(load);
  else setTimeout(load, PATIENCE);
}
