export { startFrom } from './captures/index.ts';
export { AS_TYPED, readPaste } from './read-paste.ts';
export { recognise, type Recognised, type Recognition } from './recognise.ts';
export type { Candidate, StartAt, PasteKind, PasteProblem, PasteProblemCode } from './types.ts';
