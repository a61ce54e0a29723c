import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, tagsNamed, textIn } from './elements.ts';

export const policyKeyZero: MessageRule = {
  id: 'policy-key-zero',
  side: 'response',
  commands: ['Provision'],
  about: ['Provision:PolicyKey'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASPROV R606; Z-Push provisioning.php',
  judge(scene) {
    const places = tagsNamed(scene, 'Provision:PolicyKey', 'Provision:Policy').filter((i) =>
      /^0+$/.test(textIn(scene, i)),
    );
    return atFirst(scene, places, () => ({
      text: 'PolicyKey is 0. That is what a phone sends that has no key; a server hands out another number, also where it has no policy.',
      phone: reactionsTo('policy-key-zero'),
    }));
  },
};

export const policyKeyZeroPage: RulePage = {
  title: 'A PolicyKey of 0',
  scope: 'message',
  why: 'A key is a number of 32 bits. 0 stands for “none yet”, and an old iPhone is on record that did not take it for a key.',
  covers: ['PROV-06'],
  bad: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 4903300001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 4903370001 010101',
    side: 'response',
  },
};
