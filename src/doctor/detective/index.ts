export { detect, detectSteps, type DetectOptions, type DetectStep, type Proposal } from './detect.ts';
export type { Row } from './proposal-words.ts';
export { knownTables, type KnownTable } from './known-tables.ts';
