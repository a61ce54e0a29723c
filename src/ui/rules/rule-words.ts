import type { Rule, Severity } from '../../doctor/index.ts';

const BREACH: Readonly<Record<Rule['breach'], string>> = {
  MUST: 'A document demands it (MUST)',
  SHOULD: 'A document recommends it (SHOULD)',
  habit: 'No document demands it; it is what everybody does',
};

const BASIS: Readonly<Record<Rule['basis'], string>> = {
  spec: 'a document says so',
  reported: 'it was seen and reported',
  inferred: 'it is concluded, nobody has reported it',
};

const SCOPE: Readonly<Record<Rule['scope'], string>> = {
  message: 'one message',
  exchange: 'a request and its reply',
  conversation: 'a whole conversation',
};

/** Why a fault is as loud as it is: the breach, what comes of it, how that is known. */
export function severityWords({ breach, consequence, basis }: Rule, severity: Severity): string {
  const { what, by } = consequence;
  const who = by === undefined ? 'the other side' : `a ${by}`;
  const comes = {
    unreadable: 'Broken, the message cannot be read as what it is',
    rejected: `Broken, ${who} does not take the message`,
    crash: `Broken, ${who} crashes`,
    hurts: `Broken, ${who} takes it, with harm`,
    tolerated: 'Broken, it is taken all the same, or working servers send it so',
    unknown: 'What comes of it nobody has reported',
  }[what];
  const known = what === 'unknown' ? '' : ` (${BASIS[consequence.basis]})`;
  const loud = { error: 'an error', warning: 'a warning', note: 'a note' }[severity];
  const rule =
    basis === 'spec' || (basis === consequence.basis && what !== 'unknown')
      ? ''
      : ` The rule itself: ${BASIS[basis]}.`;
  return `${BREACH[breach]}. ${comes}${known}. So by itself it is ${loud}.${rule}`;
}

/** Where a rule holds: commands, side, versions, scope. */
export function whereWords({ commands, side, versions, scope }: Rule): string {
  const sides = { request: 'requests', response: 'replies' };
  return [
    commands ? commands.join(', ') : 'every command',
    side ? sides[side] : 'both sides',
    versions ? `versions ${versions}` : 'every version',
    `looks at ${SCOPE[scope]}`,
  ].join(' · ');
}
