import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst, childNamed, tagsNamed } from './elements.ts';

export const halfAcknowledgement: MessageRule = {
  id: 'half-acknowledgement',
  side: 'request',
  commands: ['Provision'],
  about: ['Provision:Policy'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV R421, R626',
  judge(scene) {
    const has = (i: number, name: string): boolean => childNamed(scene, i, `Provision:${name}`) >= 0;
    const places = tagsNamed(scene, 'Provision:Policy', 'Provision:Policies').filter(
      (i) => has(i, 'PolicyKey') !== has(i, 'Status'),
    );
    return atFirst(
      scene,
      places,
      (i) => ({
        text: has(i, 'Status')
          ? 'Policy has a Status but no PolicyKey. To say that a policy was taken, a phone sends both; to ask for one, neither.'
          : 'Policy has a PolicyKey but no Status. To say that a policy was taken, a phone sends both; to ask for one, neither.',
      }),
      tokenSpan,
    );
  },
};

export const halfAcknowledgementPage: RulePage = {
  title: 'A policy acknowledged by half',
  scope: 'message',
  why: 'Provision goes in two steps: the first request asks, the second acknowledges with the key it was given. One between the two is neither.',
  covers: ['PROV-01'],
  bad: {
    hex: '03016a00 000e 45 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4903370001 010101',
    side: 'request',
    version: '12.1',
  },
  good: {
    hex: '03016a00 000e 45 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4903370001 4b03310001 010101',
    side: 'request',
    version: '12.1',
  },
};
