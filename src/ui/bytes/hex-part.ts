import { Part } from '../shared/part.svelte.ts';

/** What the bytes are written with. */
export const hexPart = new Part(() => import('./hex.ts'));
