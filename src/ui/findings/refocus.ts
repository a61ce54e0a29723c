import { tick } from 'svelte';

/**
 * Puts the focus where it was nearest, when what held it has gone: on the finding that stands at the same place of the
 * list now, or on the verdict.
 * @param nth place of the finding it was in, from 0; less: it was in none
 */
export async function refocus(nth: number): Promise<void> {
  await tick();
  if (document.activeElement && document.activeElement !== document.body) return;
  const item = document.querySelectorAll('[data-findings] > li')[nth];
  (item?.querySelector('button') ?? document.querySelector<HTMLElement>('[data-verdict]'))?.focus();
}
