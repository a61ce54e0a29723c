import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, tagsNamed } from './elements.ts';

export const remoteWipe: MessageRule = {
  id: 'remote-wipe',
  side: 'response',
  commands: ['Provision'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASPROV R322',
  judge(scene) {
    const places = ['RemoteWipe', 'AccountOnlyRemoteWipe'].flatMap((name) =>
      tagsNamed(scene, `Provision:${name}`, 'Provision:Provision'),
    );
    return atFirst(scene, places, () => ({
      text: 'This reply orders a wipe. A phone that reads it deletes what it holds, and nothing asks it back.',
      phone: reactionsTo('remote-wipe'),
    }));
  },
};

export const remoteWipePage: RulePage = {
  title: 'An order to wipe the phone',
  scope: 'message',
  why: 'It may be meant. It also stands in replies by mistake: a wrong code or page is enough, and the tag has no content that could be wrong.',
  covers: ['PROV-10'],
  bad: { hex: '03016a00 000e 45 4b03310001 0c 01', side: 'response' },
  good: { hex: '03016a00 000e 45 4b03310001 01', side: 'response' },
};
