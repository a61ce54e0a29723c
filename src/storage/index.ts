export { forgetEverything } from './forget.ts';
export { readKept, writeKept } from './page-storage.ts';
export { find, isKept, keep, type Kept } from './shelf.ts';
