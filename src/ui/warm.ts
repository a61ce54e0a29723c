import { fetchEarly } from '../offline/index.ts';
import type { PageState } from '../state/index.ts';
import { hexPart } from './bytes/hex-part.ts';

/**
 * Fetches what a person will want soon, and starts the worker that reads what they open: what is begun with the first
 * paste is what they wait for.
 */
export function warm(page: PageState): void {
  const { core, workspace } = page;
  fetchEarly(() => core.run('warm', { bytes: workspace.bytes }, Infinity)); // never on the page itself
  fetchEarly(() => page.opener.prepare());
  fetchEarly(async () => (await hexPart.load()).rehearse(workspace.selection));
  fetchEarly(() => import('../intake/index.ts'));
  fetchEarly(() => import('./findings/Places.svelte'));
  fetchEarly(() => import('./verdict/Readings.svelte'));
  fetchEarly(() => import('./xml/outline/OutlinePane.svelte'));
  fetchEarly(() => import('../share/index.ts'));
  fetchEarly(() => import('./copies.ts'));
  fetchEarly(() => import('./dialogs/Dialogs.svelte'));
}
