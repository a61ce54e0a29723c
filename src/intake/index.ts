export { readPaste } from './read-paste.ts';
export { recognise, type Recognised, type Recognition } from './recognise.ts';
export type { Candidate, PasteKind, PasteProblem, PasteProblemCode } from './types.ts';
