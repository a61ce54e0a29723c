export { Core, SMALL, SMALL_AT_FIRST, type Work } from './client.ts';
export type { Asked, Jobs, Progress, Results } from './jobs.ts';
export { inTurns, turn } from './turn.ts';
export type { Pasted } from './pasted.ts';
