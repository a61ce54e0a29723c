import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, rootNamed, textIn } from './elements.ts';

export const provisionRefusesItself: MessageRule = {
  id: 'provision-refuses-itself',
  side: 'response',
  commands: ['Provision'],
  about: ['Provision:Status'],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV 3.1.5.1',
  judge(scene) {
    const status = childNamed(scene, rootNamed(scene, 'Provision:Provision'), 'Provision:Status');
    const code = status < 0 ? '' : textIn(scene, status);
    if (!/^14[234]$/.test(code)) return [];
    return atFirst(scene, [status], () => ({
      text: `Provision is answered with Status ${code}, which asks for Provision. A phone that does as it is told goes round for ever.`,
    }));
  },
};

export const provisionRefusesItselfPage: RulePage = {
  title: 'Provision answered with a call for Provision',
  scope: 'message',
  versions: '14.0-16.1',
  why: 'Status 142, 143 and 144 send a phone to Provision. It is the one command that must work without a policy.',
  covers: ['PROV-09'],
  bad: { hex: '03016a00 000e 45 4b033134320001 01', side: 'response', version: '14.1' },
  good: { hex: '03016a00 000e 45 4b03320001 01', side: 'response', version: '14.1' },
};
