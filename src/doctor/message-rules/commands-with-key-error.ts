import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';

export const commandsWithKeyError: MessageRule = {
  id: 'commands-with-key-error',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Commands', 'AirSync:Status'],
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4424 to R4428',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections')
      .filter((i) => valueNamed(scene, i, 'AirSync:Status') === '3')
      .map((i) => childNamed(scene, i, 'AirSync:Commands'))
      .filter((i) => i >= 0);
    return atFirst(scene, places, () => ({
      text: 'Commands stands beside Status 3. That Status says the key is not known, so that there is nothing to go on from: the client begins again with key 0.',
    }));
  },
};

export const commandsWithKeyErrorPage: RulePage = {
  title: 'Items beside Status 3',
  scope: 'message',
  why: 'Status 3 makes a client drop its key, and with it what it holds of the folder. Items sent beside it are lost.',
  covers: ['SYNC-ST-02'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03310001 5203310001 4e03330001 56 49 4d03313a310001 0101010101',
    side: 'response',
  },
  good: { hex: '03016a00 45 5c 4f 4b03310001 5203310001 4e03330001 010101', side: 'response' },
};
