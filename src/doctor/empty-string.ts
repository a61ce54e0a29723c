import type { Consequence, Scene } from './rule.ts';

/** Of an empty string where none may stand: Samsung writes SaveInSentItems so, and servers take it. */
export const emptyStringConsequence = ({ side }: Scene): Consequence =>
  side === 'request'
    ? { what: 'tolerated', by: 'server', basis: 'reported' }
    : { what: 'tolerated', basis: 'inferred' };
