export { Core, SMALL, type Work } from './client.ts';
export type { Asked, Jobs, Progress, Results } from './jobs.ts';
