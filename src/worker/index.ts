export { Core, SMALL } from './client.ts';
export type { Asked } from './jobs.ts';
