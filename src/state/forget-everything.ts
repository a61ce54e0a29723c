import type { Shown } from './shown.svelte.ts';

/** Forgets everything kept in this browser, and opens the page anew. @returns false where the browser refuses */
export async function forgetEverything(shown: Shown): Promise<boolean> {
  if (!(await (await shown.keeping())?.eraseAll())) return false;
  history.replaceState(null, '', location.pathname + location.search);
  location.reload();
  return true;
}
