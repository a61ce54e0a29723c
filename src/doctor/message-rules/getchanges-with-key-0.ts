import type { MessageRule, RulePage } from '../rule.ts';
import { takeOut } from '../take-out.ts';
import { MAX_PLACES } from '../walk/fault.ts';
import { atFirst, childNamed, tagsNamed, textIn, valueNamed } from './elements.ts';

export const getchangesWithKey0: MessageRule = {
  id: 'getchanges-with-key-0',
  side: 'request',
  commands: ['Sync'],
  about: ['AirSync:GetChanges', 'AirSync:SyncKey'],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'server', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD R3128, R5838',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections')
      .filter((i) => valueNamed(scene, i, 'AirSync:SyncKey') === '0')
      .map((i) => childNamed(scene, i, 'AirSync:GetChanges'))
      .filter((i) => i >= 0 && textIn(scene, i) !== '0');
    return atFirst(scene, places, () => ({
      text: 'GetChanges asks for changes with key 0. There are none before the first key; a strict server answers Status 4.',
      fix: takeOut(scene, places.slice(0, MAX_PLACES)),
    }));
  },
};

export const getchangesWithKey0Page: RulePage = {
  title: 'GetChanges with key 0',
  scope: 'message',
  why: 'The answer to key 0 brings a key and nothing else. Left out, GetChanges means “no” there, and “yes” with every other key.',
  covers: ['SYNC-INIT-02'],
  bad: { hex: '03016a00 45 5c4f 4b03300001 5203310001 13 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03300001 5203310001 010101', side: 'request' },
};
