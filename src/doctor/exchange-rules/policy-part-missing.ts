import { AT_START, at, wentWell, type ExchangeRule } from '../digest/index.ts';
import type { RulePage } from '../rule.ts';
import { PHASE_1, phase1Reply, phase2 } from './provision-example.ts';

/** A reply to one phase of Provision that lacks what that phase brings, or brings what only the other does. */
export const policyPartMissing: ExchangeRule = {
  id: 'policy-part-missing',
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASPROV R310, R605, R626, R636, R639',
  judge(pair) {
    const { request, response } = pair;
    const asked = request?.provision?.policies[0];
    if (!asked || !response?.provision || !wentWell(response)) return [];
    const policy = response.provision.policies[0];
    const acknowledges = asked.status !== undefined;
    if (!policy && response.provision.wipe) return []; // an order to wipe needs no policy
    if (!policy) {
      const text = 'The reply has Status 1 and no Policy. It brings the key that the next request needs.';
      return [{ ...at(pair, 'response', response.status ?? AT_START), text }];
    }
    if (policy.status && policy.status.text !== '1') return [];
    if (!acknowledges && !policy.data) {
      const text = 'The reply to the first phase has no Data: there is no policy in it to apply.';
      return [{ ...at(pair, 'response', policy), text }];
    }
    if (!acknowledges || !policy.data) return [];
    return [
      {
        ...at(pair, 'response', policy.data),
        text: 'The phone acknowledges the policy, and the reply sends it again. The second phase brings the permanent key and no Data.',
        related: asked.key ? [{ ...at(pair, 'request', asked.key), text: 'The key acknowledged.' }] : [],
      },
    ];
  },
};

export const policyPartMissingPage: RulePage = {
  title: 'A phase of Provision without its part',
  scope: 'exchange',
  commands: ['Provision'],
  side: 'response',
  why: 'First the policy comes with a temporary key; the phone acknowledges it with that key and gets the permanent one. A phone that gets no permanent key is refused, and provisions again for ever.',
  covers: ['PROV-01', 'PROV-02'],
  bad: { exchanges: [{ request: { hex: phase2('7') }, response: { hex: phase1Reply('8') } }] },
  good: { exchanges: [{ request: { hex: PHASE_1 }, response: { hex: phase1Reply('8') } }] },
};
