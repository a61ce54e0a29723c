// The doctor as the page uses it: a chunk of its own, asked for at once but not needed for the first paint.
export { examineMessage, judgeTalk, toldBy, verdict, versionsFrom, Whole } from '../doctor/index.ts';
export { batchesOf, sizeOf } from './batches.ts';
