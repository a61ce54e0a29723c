import type { Breach, Consequence, RuleFacts } from '../rule.ts';

/** A rule whose fault the codec itself reports: its id is the code of the problem. */
export interface CodecRule extends RuleFacts {
  title: string;
}

/** What its page tells besides. Examples as hex, answers of a server. */
export interface CodecPage {
  covers: readonly string[];
  why: string;
  bad: string;
  good?: string;
}

export const UNREADABLE: Consequence = { what: 'unreadable', basis: 'spec' };
export const UNKNOWN: Consequence = { what: 'unknown', basis: 'inferred' };
export const REJECTED: Consequence = { what: 'rejected', by: 'phone', basis: 'reported' };
export const TOLERATED: Consequence = { what: 'tolerated', basis: 'inferred' };

/** A rule of the format or of ActiveSync; what comes of it is reported where it is known at all. */
export const codecRuleOf = (
  id: string,
  title: string,
  breach: Breach,
  consequence: Consequence,
  source: string,
  ground?: string,
): CodecRule => ({
  id,
  title,
  breach,
  consequence,
  basis: consequence === REJECTED ? 'reported' : 'spec',
  source,
  ...(ground !== undefined && { ground }),
});
