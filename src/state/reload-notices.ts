import type { Banner } from './notices.svelte.ts';

/** A newer build is there. @param act changes over to it */
export const newVersion = (act: () => void): Banner => ({
  tone: 'done',
  text: 'A new version is ready: reload. What you have open is kept.',
  action: { label: 'Reload', act },
});

/**
 * A part of the page could not be loaded. Whoever wanted it says what is missing; this says why, and what to do.
 * @param online whether there is a network, as far as the browser knows
 */
export const lostPart = (online: boolean, act: () => void): Banner =>
  online
    ? {
        tone: 'note',
        text: 'The page was updated: reload. What you have open is kept.',
        action: { label: 'Reload', act },
      }
    : {
        tone: 'note',
        text: 'There is no network, and a part of the page was not loaded before. It is tried again when you ask again.',
      };
