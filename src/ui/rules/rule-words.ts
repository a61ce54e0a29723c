import { words } from '#words/rules.ts';
import type { Rule, Severity } from '../../doctor/index.ts';

/** Why a fault is as loud as it is: the breach, what comes of it, how that is known. */
export function severityWords({ breach, consequence, basis }: Rule, severity: Severity): string {
  const { what, by } = consequence;
  const comes = words.comes[what](by === undefined ? words.otherSide : words.a(by));
  const known = what === 'unknown' ? '' : words.known(words.basis[consequence.basis]);
  const isKnownAlike = basis === 'spec' || (basis === consequence.basis && what !== 'unknown');
  const rule = isKnownAlike ? '' : words.ruleItself(words.basis[basis]);
  return `${words.severityIs(words.breach[breach], `${comes}${known}`, words.loud[severity])}${rule}`;
}

/** Where a rule holds: commands, side, versions, scope. */
export function whereWords({ commands, side, versions, scope }: Rule): string {
  return [
    commands ? commands.join(', ') : words.everyCommand,
    side ? words.sides[side] : words.bothSides,
    versions ? words.versions(versions) : words.everyVersion,
    words.looksAt(words.scope[scope]),
  ].join(' · ');
}
