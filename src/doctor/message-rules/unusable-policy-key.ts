import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, tagsNamed, textIn } from './elements.ts';

const MOST = 0xffff_ffff;

export const unusablePolicyKey: MessageRule = {
  id: 'unusable-policy-key',
  side: 'response',
  commands: ['Provision'],
  about: ['Provision:PolicyKey'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASHTTP 2.2.1.1.1.1.1; MS-ASPROV R606',
  judge(scene) {
    const places = tagsNamed(scene, 'Provision:PolicyKey', 'Provision:Policy').filter((i) => {
      const key = textIn(scene, i);
      return key !== '' && !(/^\d{1,20}$/.test(key) && Number(key) <= MOST);
    });
    return atFirst(scene, places, (i) => ({
      text: `PolicyKey is ${textIn(scene, i).slice(0, 40)}. It is a number up to ${MOST}: in the base64 form of the query a phone has four bytes to send it back.`,
    }));
  },
};

export const unusablePolicyKeyPage: RulePage = {
  title: 'A PolicyKey that is no number of 32 bits',
  scope: 'message',
  why: 'A phone sends the key back with every request, as text in X-MS-PolicyKey or as four bytes in the query. What does not fit comes back as something else, and the server asks it to provision again.',
  covers: [],
  bad: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 49036162630001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 000e 45 4b03310001 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 4b03310001 4903370001 010101',
    side: 'response',
  },
};
