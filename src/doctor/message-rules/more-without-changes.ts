import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { childTags } from '../scene.ts';
import { atFirst, childNamed, tagsNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const moreWithoutChanges: MessageRule = {
  id: 'more-without-changes',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:MoreAvailable'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4771, R3456',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections')
      .filter((i) => isIdle(scene, i))
      .map((i) => childNamed(scene, i, 'AirSync:MoreAvailable'))
      .filter((i) => i >= 0);
    return atFirst(scene, places, () => ({
      text: 'MoreAvailable stands in a Collection that brings no item. A client asks again at once, and if nothing comes then either, it asks for ever. Exchange answers so once in a while, under a new key.',
      phone: reactionsTo('more-without-changes'),
    }));
  },
};

export const moreWithoutChangesPage: RulePage = {
  title: 'MoreAvailable without any item',
  scope: 'message',
  why: 'MoreAvailable says that the rest did not fit into this answer. An answer with room for items and none in it makes a phone ask round and round without a pause.',
  covers: ['SYNC-RSP-15', 'SYNC-RSP-16'],
  bad: { hex: '03016a00 45 5c4f 4b03320001 5203310001 4e03310001 14 010101', side: 'response' },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 14 56 49 4d03313a310001 0101010101',
    side: 'response',
  },
};

/** True where a Collection holds neither items nor answers. */
function isIdle(scene: MessageScene, collection: number): boolean {
  return ['Commands', 'Responses'].every((name) => {
    const i = childNamed(scene, collection, `AirSync:${name}`);
    return i < 0 || childTags(scene, i).next().value === undefined;
  });
}
