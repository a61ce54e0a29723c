import { words } from '#words/page.ts';
import type { Banner } from './notices.svelte.ts';

/** A newer build is there. @param act changes over to it */
export const newVersion = (act: () => void): Banner => ({
  tone: 'done',
  text: words.newVersion,
  action: { label: words.reload, act },
});

/**
 * A part of the page could not be loaded. Whoever wanted it says what is missing; this says why, and what to do.
 * @param online whether there is a network, as far as the browser knows
 */
export const lostPart = (online: boolean, act: () => void): Banner =>
  online
    ? {
        tone: 'note',
        text: words.updated,
        action: { label: words.reload, act },
      }
    : {
        tone: 'note',
        text: words.offline,
      };
