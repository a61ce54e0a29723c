import type { Shown } from './shown.svelte.ts';

/** Forgets everything kept in this browser, and opens the page anew. @returns false where the browser refuses */
export async function forgetEverything(shown: Shown): Promise<boolean> {
  const keeper = await shown.keeping();
  if (!keeper) return false;
  shown.letGo(); // where the browser refuses, the next change is kept again
  if (!(await keeper.eraseAll())) return false;
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
  return true;
}
