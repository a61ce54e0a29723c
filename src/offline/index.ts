export { reload } from './reload.ts';
export { fetchEarly, watchLostParts } from './lost-parts.ts';
export { openLaunched } from './launched.ts';
