import { fetchEarly } from '../offline/index.ts';
import { idle, type PageState } from '../state/index.ts';
import { hexPart } from './bytes/hex-part.ts';

/**
 * Fetches what a person will want soon, and starts the worker that reads what they open: what is begun with the first
 * paste is what they wait for. One after another, each when there is time: to ask for a part with all that it needs
 * holds a slow phone up for as long as a frame takes there.
 */
export async function warm(page: PageState): Promise<void> {
  const { core, workspace } = page;
  const parts: (() => Promise<unknown>)[] = [
    () => core.run('warm', { bytes: workspace.bytes }, Infinity), // never on the page itself
    () => page.opener.prepare(),
    () => import('../intake/index.ts'),
    async () => (await hexPart.load()).rehearse(workspace.selection),
    () => import('./findings/Places.svelte'),
    () => import('./verdict/Readings.svelte'),
    () => import('./xml/outline/OutlinePane.svelte'),
    () => import('../share/index.ts'),
    () => import('./copies.ts'),
    () => import('./dialogs/Dialogs.svelte'),
  ];
  for (const part of parts) {
    await idle();
    fetchEarly(part);
  }
}
