import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, childNamed, rootNamed, textIn } from './elements.ts';

export const collectionsBesideFailure: MessageRule = {
  id: 'collections-beside-failure',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Status', 'AirSync:Collections'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4452, 2.2.2',
  judge(scene) {
    const root = rootNamed(scene, 'AirSync:Sync');
    const status = childNamed(scene, root, 'AirSync:Status');
    const collections = childNamed(scene, root, 'AirSync:Collections');
    if (status < 0 || collections < 0) return [];
    const code = textIn(scene, status);
    if (!/^(12|1\d\d)$/.test(code)) return [];
    return atFirst(scene, [status], () => ({
      text: `Status ${code} refuses the whole request, and yet there are Collections. With it Sync holds nothing else.`,
      related: [{ ...elementSpan(scene, collections), text: 'The Collections stand here.' }],
    }));
  },
};

export const collectionsBesideFailurePage: RulePage = {
  title: 'Collections beside a Status that refuses the request',
  scope: 'message',
  why: 'Such a code says that nothing was synchronised. Collections beside it say the opposite, and which one a client believes nobody knows.',
  covers: ['SYNC-ST-01'],
  bad: { hex: '03016a00 45 4e0331320001 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 4e0331320001 01', side: 'response' },
};
