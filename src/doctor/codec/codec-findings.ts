import type { Problem } from '../../wbxml/index.ts';
import { reactionsTo } from '../../eas/index.ts';
import type { Decoded } from '../../doctypes/index.ts';
import { isEarlyEnd } from '../early-end.ts';
import { makeFinding, type Spot } from '../finding.ts';
import { HERE_TOO } from '../further-places.ts';
import type { Judgement, RuleFacts } from '../rule.ts';
import type { Context, Finding } from '../types.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import { codecRule } from './codec-rules.ts';

/**
 * What the codec could not read as specified, as findings. The same problem at many places is one finding.
 * @param inPart a part of the bytes was not recorded: that they end early is nobody's fault
 */
export function codecFindings(decoded: Decoded, spot: Spot, context: Context, inPart = false): Finding[] {
  const { problems } = decoded;
  if (problems.length === 0) return [];
  const groups = new Map<string, Problem[]>();
  for (const problem of problems) {
    const key = `${problem.code} ${problem.expected} ${problem.found}`;
    const group = groups.get(key);
    if (group) group.push(problem);
    else groups.set(key, [problem]);
  }
  const isActiveSync = decoded.doctype.id === 'activesync';
  return [...groups.values()].map((group) => {
    const [problem] = group as [Problem];
    const rule = (isActiveSync ? codecRule(problem.code) : undefined) ?? otherRule(problem);
    const judgement =
      inPart && isEarlyEnd(problem, decoded)
        ? endOfPart(problem)
        : judge(problem, group, context, isActiveSync);
    return makeFinding(rule, judgement, spot, context, group.length);
  });
}

/** What is there ends where the recording does: that says nothing of whoever sent it. */
const endOfPart = ({ start, end, expected, found }: Problem): Judgement => ({
  start,
  end,
  text: `Only a part of this message is here. Expected ${expected}, found ${found}.`,
  breach: 'habit',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
});

function judge(
  problem: Problem,
  group: readonly Problem[],
  context: Context,
  isActiveSync: boolean,
): Judgement {
  const { code, start, end, expected, found, assumed } = problem;
  const title = codecRule(code)?.title ?? 'The codec could not read this as specified';
  const isReply = context.side.value === 'response';
  return {
    start,
    end,
    text: `${title}. Expected ${expected}, found ${found}; ${assumed}.`,
    ...(isActiveSync && strength(code, isReply)),
    related: group
      .slice(1, MAX_PLACES)
      .map((other) => ({ start: other.start, end: other.end, text: HERE_TOO })),
  };
}

const strength = (code: string, isReply: boolean): Partial<Judgement> =>
  isReply ? { phone: reactionsTo(code) } : { consequence: onRequest(code), basis: 'spec' };

/** What phones do says nothing about a request: what a server does with it is not on record. */
function onRequest(code: string): RuleFacts['consequence'] {
  const own = codecRule(code)?.consequence;
  return own && own.by !== 'phone' ? own : { what: 'unknown', by: 'server', basis: 'inferred' };
}

/** Outside ActiveSync only the format itself is known: as loud as the codec says. */
function otherRule({ code, severity }: Problem): RuleFacts {
  return {
    id: code,
    breach: severity === 'error' ? 'MUST' : 'SHOULD',
    consequence: { what: severity === 'error' ? 'unreadable' : 'hurts', basis: 'spec' },
    basis: 'spec',
    source: 'WAP-192-WBXML',
  };
}
