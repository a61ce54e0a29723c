import type { Consequence, Scene } from './rule.ts';

/** Samsung writes SaveInSentItems with an empty string, and servers take it. */
export const emptyStringConsequence = ({ side }: Scene): Consequence =>
  side === 'request'
    ? { what: 'tolerated', by: 'server', basis: 'reported' }
    : { what: 'tolerated', basis: 'inferred' };
