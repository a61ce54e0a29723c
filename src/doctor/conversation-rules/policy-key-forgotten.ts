import { reactionsTo } from '../../eas/index.ts';
import {
  AT_START,
  at,
  quoted,
  type ConversationRule,
  type Lane,
  type Pair,
  type WideJudgement,
} from '../digest/index.ts';
import {
  PHASE_1,
  phase1Reply,
  phase2,
  phase2Refused,
  phase2Reply,
} from '../exchange-rules/provision-example.ts';
import type { RulePage } from '../rule.ts';

export const policyKeyForgotten: ConversationRule = {
  id: 'policy-key-forgotten',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASPROV R626',
  judge: (talk) => talk.lanes.flatMap(judgeLane),
};

/** An acknowledgement is refused although its key was handed out: a later first phase brought another. */
function judgeLane(lane: Lane): WideJudgement[] {
  const issued = new Map<string, Pair>();
  const found: WideJudgement[] = [];
  let latest: Pair | undefined;
  for (const pair of lane.pairs) {
    const asked = pair.request?.provision?.policies[0];
    const policy = pair.response?.provision?.policies[0];
    if (!asked || !policy) continue;
    if (asked.status === undefined) {
      if (policy.key) issued.set(policy.key.text, pair);
      if (policy.key) latest = pair;
      continue;
    }
    const from = asked.key && issued.get(asked.key.text);
    const isRefused = policy.status !== undefined && policy.status.text !== '1';
    if (!from || !isRefused || !latest) continue;
    const other = latest === from ? undefined : latest.response?.provision?.policies[0]?.key;
    const why = other
      ? `A later reply brought ${quoted(other.text)} instead: the same key has to be given while an acknowledgement is under way.`
      : 'It has to be known until the phone acknowledges it.';
    found.push({
      ...at(pair, 'response', policy.status ?? AT_START),
      text: `The server refuses the acknowledgement of policy key ${quoted(asked.key?.text ?? '')}, which it handed out itself. ${why}`,
      phone: reactionsTo('policy-key-forgotten'),
      related: [
        {
          ...at(from, 'response', from.response?.provision?.policies[0]?.key ?? AT_START),
          text: 'Here the key was handed out.',
        },
      ],
    });
  }
  return found;
}

const first = (key: string) => ({ request: { hex: PHASE_1 }, response: { hex: phase1Reply(key) } });

export const policyKeyForgottenPage: RulePage = {
  title: 'A temporary policy key that the server forgot',
  scope: 'conversation',
  commands: ['Provision'],
  side: 'response',
  why: 'A phone may ask twice for the policy before it acknowledges the first. A new key each time makes the first one useless.',
  covers: ['PROV-05'],
  bad: {
    exchanges: [first('7'), first('8'), { request: { hex: phase2('7') }, response: { hex: phase2Refused } }],
  },
  good: {
    exchanges: [
      first('7'),
      first('7'),
      { request: { hex: phase2('7') }, response: { hex: phase2Reply('9') } },
    ],
  },
};
