// What the bytes are written with; loaded after the first paint.
export { ByteEditing } from './editing.svelte.ts';
export { default as HexPane } from './HexPane.svelte';
export { rehearse } from './rehearse.ts';
