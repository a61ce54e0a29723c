export type { Check, Context, Finding, Fix, Known, Reaction, Severity, Verdict } from './types.ts';
export { examine, examineAll, type ExamineOptions } from './examine.ts';
export { judgeTalk, type Seen } from './examine-talk.ts';
export {
  contextOf,
  examineMessage,
  versionsOfMessage,
  type Examination,
  type MessagePlace,
} from './examination.ts';
export { neighbourVersions, toldBy, versionsFrom, type Told } from './neighbours.ts';
export { endsEarly } from './early-end.ts';
export { onOwnSides, sideAlone } from './own-sides.ts';
export { Whole } from './whole.ts';
export { furtherPlaces } from './further-places.ts';
export { applyFix } from './apply-fix.ts';
export { checks } from './checks-of-talk.ts';
export { verdict } from './verdict.ts';
export { bodyKind, type BodyKind } from './body-kind.ts';
export { rules } from './all-rules.ts';
export type { Example, Rule, TalkExample } from './rule.ts';
export { exampleConversation } from './example.ts';
export { severityOf } from './severity.ts';
export {
  detect,
  detectSteps,
  type DetectOptions,
  type DetectStep,
  type KnownTable,
  type Proposal,
  type Row,
} from './detective/index.ts';
export {
  explainLengths,
  explainSize,
  type LengthsAnswer,
  type LengthsQuestion,
  type PossibleSet,
  type SizeExplanation,
  type SizePart,
} from './size/index.ts';
export {
  alignTokens,
  compare,
  type CompareOptions,
  type Difference,
  type TokenRow,
} from './compare/index.ts';
