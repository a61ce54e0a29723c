// What keeps a conversation, in a chunk of its own: it is on its way while the page is painted for the first time.
export { Keeper } from './keeper.svelte.ts';
export { keptOf } from './kept-of.ts';
export { worstOf } from './worst.ts';
