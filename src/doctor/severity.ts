import type { Judgement, RuleFacts } from './rule.ts';
import type { Known, Severity } from './types.ts';

/**
 * How loud a finding is. An error is refused or worse (by a document, or seen), or makes the message unreadable, or
 * breaks a MUST that nobody is on record as tolerating or sending. A MUST that is tolerated, or a SHOULD that
 * hurts, is a warning; the rest are notes. What real servers are known to do is as loud as their row says. What
 * depends on a version that is only guessed is a warning at most.
 */
export function severityOf(
  rule: RuleFacts,
  judgement: Judgement,
  version: Known<string> | undefined,
): Severity {
  const severity = judgement.deviation?.advice ?? ownSeverity(rule, judgement);
  const guessed = version === undefined || version.how === 'guessed';
  return judgement.versionBound && guessed && severity === 'error' ? 'warning' : severity;
}

function ownSeverity(rule: RuleFacts, judgement: Judgement): Severity {
  const breach = judgement.breach ?? rule.breach;
  const { what, basis } = judgement.consequence ?? rule.consequence;
  if (what === 'unreadable') return 'error';
  if ((what === 'rejected' || what === 'crash') && basis !== 'inferred') return 'error';
  if (breach === 'MUST') return what === 'tolerated' ? 'warning' : 'error';
  return breach === 'SHOULD' && (what === 'hurts' || what === 'rejected' || what === 'crash')
    ? 'warning'
    : 'note';
}
