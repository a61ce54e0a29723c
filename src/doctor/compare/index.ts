export { compare, type CompareOptions } from './compare.ts';
export type { Difference } from './difference.ts';
export { alignTokens, type TokenRow } from './align-tokens.ts';
