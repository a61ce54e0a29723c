import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';

export const policyWithoutKey: MessageRule = {
  id: 'policy-without-key',
  side: 'response',
  commands: ['Provision'],
  about: ['Provision:Policy'],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV R310, R605',
  judge(scene) {
    const places = tagsNamed(scene, 'Provision:Policy', 'Provision:Policies').filter(
      (i) =>
        valueNamed(scene, i, 'Provision:Status') === '1' && childNamed(scene, i, 'Provision:PolicyKey') < 0,
    );
    return atFirst(
      scene,
      places,
      () => ({
        text: 'Policy has Status 1 but no PolicyKey. Both answers of a server carry one: the first a passing key with the policy, the second the key that stays.',
      }),
      tokenSpan,
    );
  },
};

export const policyWithoutKeyPage: RulePage = {
  title: 'A policy without its key',
  scope: 'message',
  why: 'A phone proves with the key that it has taken the policy. Without one its next command is refused, and it provisions again.',
  covers: ['PROV-02'],
  bad: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 4903370001 010101',
    side: 'response',
  },
};
