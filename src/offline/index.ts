export { keepOffline, reload } from './keep-offline.ts';
export { fetchEarly, watchLostParts } from './lost-parts.ts';
export { openLaunched } from './launched.ts';
