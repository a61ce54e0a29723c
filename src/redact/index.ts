export { redact, type Redaction, type RedactionChoice } from './redact.ts';
export type { Replaced, Unjudged } from './ledger.ts';
export { REDACTION_KINDS, kindOfElement, type RedactionKind } from './kinds.ts';
