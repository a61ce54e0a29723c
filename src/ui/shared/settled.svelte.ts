import { untrack } from 'svelte';
import type { View } from '../view.svelte.ts';

/** Bytes up to which a message is looked into with every letter that is typed. */
const SOON = 8 * 1024;
/** Ms without a change after which a larger one is. */
const REST = 400;

const nowOf = ({ page: { workspace } }: View) => ({
  message: workspace.message,
  decoded: workspace.decoded,
  at: workspace.at,
  partner: workspace.partner,
});

/** The message on show, and what belongs to it. */
export type OnShow = ReturnType<typeof nowOf>;

/**
 * The message on show, once a person rests: what takes long on a large one would stop them typing. To be made while a
 * component is.
 */
export class Settled {
  #now: OnShow;

  constructor(view: View) {
    this.#now = $state.raw(untrack(() => nowOf(view)));
    $effect(() => {
      const next = nowOf(view);
      const last = untrack(() => this.#now);
      if (next.message === last.message && next.at === last.at && next.partner === last.partner) return;
      const take = (): void => void (this.#now = next);
      if (next.decoded.bytes.length <= SOON) return take();
      const resting = setTimeout(take, REST);
      return () => clearTimeout(resting);
    });
  }

  get now(): OnShow {
    return this.#now;
  }
}
