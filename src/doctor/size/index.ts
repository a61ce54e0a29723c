export { explainSize, type SizeExplanation } from './explain-size.ts';
export type { SizePart } from './parts.ts';
export {
  explainLengths,
  type LengthsAnswer,
  type LengthsQuestion,
  type PossibleSet,
} from './explain-lengths.ts';
export { isSpare, sparesOf } from './spare.ts';
