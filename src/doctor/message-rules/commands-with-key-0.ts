import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';

export const commandsWithKey0: MessageRule = {
  id: 'commands-with-key-0',
  side: 'request',
  commands: ['Sync'],
  about: ['AirSync:Commands', 'AirSync:SyncKey'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'server', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R645, R4605, R651',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections')
      .filter((i) => valueNamed(scene, i, 'AirSync:SyncKey') === '0')
      .map((i) => childNamed(scene, i, 'AirSync:Commands'))
      .filter((i) => i >= 0);
    return atFirst(scene, places, () => ({
      text: 'Commands stands in a Collection with key 0. The first request of a folder only asks for a key; changes come with that key.',
    }));
  },
};

export const commandsWithKey0Page: RulePage = {
  title: 'Changes sent with key 0',
  scope: 'message',
  why: 'With key 0 there is no common state that a change could refer to. A server may refuse it or pass over it.',
  covers: ['SYNC-INIT-01'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03300001 5203310001 56 49 4d03313a310001 0101010101',
    side: 'request',
  },
  good: { hex: '03016a00 45 5c 4f 4b03300001 5203310001 010101', side: 'request' },
};
