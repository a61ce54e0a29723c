import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, tagsNamed, textIn } from './elements.ts';

export const estimateWithKey0: MessageRule = {
  id: 'estimate-with-key-0',
  side: 'request',
  commands: ['GetItemEstimate'],
  about: ['AirSync:SyncKey'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'server', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.181.3, 2.2.3.177.7',
  judge: (scene) =>
    atFirst(
      scene,
      tagsNamed(scene, 'AirSync:SyncKey', 'GetItemEstimate:Collection').filter(
        (i) => textIn(scene, i) === '0',
      ),
      () => ({
        text: 'An estimate is asked for with the key 0. It takes the key that the last Sync of the folder gave; a folder without one is answered with Status 3.',
      }),
    ),
};

export const estimateWithKey0Page: RulePage = {
  title: 'An estimate with the key 0',
  scope: 'message',
  why: 'A server counts what changed since a key. A phone that has none first sends a Sync with the key 0.',
  covers: [],
  bad: { hex: '03016a00 0006 45 47 48 0000 4b03300001 0006 4a03350001 01 01 01', side: 'request' },
  good: { hex: '03016a00 0006 45 47 48 0000 4b03310001 0006 4a03350001 01 01 01', side: 'request' },
};
