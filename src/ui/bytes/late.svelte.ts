import { untrack } from 'svelte';
import { soon } from './soon.ts';

/**
 * What something was when it was last seen: it follows once nothing changed for a while. Rows out of view are drawn of
 * that. To be made where a component is.
 * @param get it, as it is now
 */
export function late<T>(get: () => T): { readonly now: T } {
  let known = $state.raw(untrack(get));
  $effect(() => {
    const next = get();
    return soon(() => (known = next));
  });
  return {
    get now() {
      return known;
    },
  };
}
