import type { Consequence, Scene } from './rule.ts';

/**
 * What comes of a string without a character where none may stand. Samsung's mail client writes SaveInSentItems so,
 * and the servers it works with take it; nobody has told it of a phone.
 */
export const emptyStringConsequence = ({ side }: Scene): Consequence =>
  side === 'request'
    ? { what: 'tolerated', by: 'server', basis: 'reported' }
    : { what: 'tolerated', basis: 'inferred' };
