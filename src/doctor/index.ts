export type { Check, Context, Finding, Fix, Known, Reaction, Severity, Verdict } from './types.ts';
export { examine, type ExamineOptions } from './examine.ts';
export { contextOf, examineMessage, worstFirst, type Examination, type MessagePlace } from './examination.ts';
export { verdict } from './verdict.ts';
export { bodyKind, type BodyKind } from './body-kind.ts';
export { rules } from './all-rules.ts';
export type { Rule } from './rule.ts';
