import { tick } from 'svelte';

/** Frames that are waited for a tab of the dock whose part has to be loaded first. */
const MOST_FRAMES = 60;

/**
 * Puts the focus on the button from which somebody went away, when they come back and nothing else has it.
 * @param buttons what can be pressed where it stands, as it is now
 * @param nth its place among them; less than 0: there was none
 */
export async function refocusIn(buttons: () => Element[], nth: number): Promise<void> {
  for (let frame = 0; nth >= 0 && frame < MOST_FRAMES; frame++) {
    await new Promise(requestAnimationFrame); // what is left goes from the page first
    const button = buttons()[nth];
    if (!(button instanceof HTMLElement)) continue;
    if (isLost()) button.focus();
    return;
  }
}

/** What had the focus has gone. */
const isLost = (): boolean => !document.activeElement || document.activeElement === document.body;

/**
 * Puts the focus where it was nearest, when what held it has gone: on the finding that stands at the same place of the
 * list now, or on the verdict.
 * @param nth place of the finding it was in, from 0; less: it was in none
 */
export async function refocus(nth: number): Promise<void> {
  await tick();
  if (!isLost()) return;
  const item = document.querySelectorAll('[data-findings] > li')[nth];
  (item?.querySelector('button') ?? document.querySelector<HTMLElement>('[data-verdict]'))?.focus();
}
