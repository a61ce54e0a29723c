export { complete } from './complete.ts';
export { hover } from './hover.ts';
export type { Hover, Proposal, TextEdit, TextQuestion } from './types.ts';
