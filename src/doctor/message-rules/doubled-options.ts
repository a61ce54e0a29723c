import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childrenNamed, tagsNamed, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

export const doubledOptions: MessageRule = {
  id: 'doubled-options',
  side: 'request',
  commands: ['Sync'],
  about: ['AirSync:Options'],
  breach: 'MUST',
  consequence: { what: 'rejected', by: 'server', basis: 'spec' },
  basis: 'spec',
  source: 'MS-ASCMD R929 to R935',
  judge(scene) {
    if (tagsNamed(scene, 'AirSync:Options').length < 2) return [];
    const places = tagsNamed(scene, 'AirSync:Collection', 'AirSync:Collections').flatMap((i) =>
      wrongOptions(scene, i),
    );
    return atFirst(scene, places, () => ({
      text: 'This Options does not go with the one before it. A Collection has one per class, and two only for Email and SMS; a server answers others with Status 4.',
    }));
  },
};

export const doubledOptionsPage: RulePage = {
  title: 'Two Options for one class',
  scope: 'message',
  versions: '14.0-16.1',
  why: 'Options says how items of a class are wanted. Two for one class leave open which holds; only mail and text messages share a folder.',
  covers: ['SYNC-REQ-09'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03310001 5203310001 57 5803330001 01 57 5803320001 01010101',
    side: 'request',
    version: '14.1',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03310001 5203310001 57 5803330001 01 57 5803320001 5003534d530001 01010101',
    side: 'request',
    version: '14.1',
  },
};

/** Tokens of the Options of one Collection that do not go with the first. An Options without Class is the folder’s own. */
function wrongOptions(scene: MessageScene, collection: number): number[] {
  const [first, ...others] = childrenNamed(scene, collection, 'AirSync:Options');
  if (first === undefined || others.length === 0) return [];
  const classOf = (i: number): string => valueNamed(scene, i, 'AirSync:Class') ?? '';
  const isMail = (name: string): boolean => name === '' || name === 'Email';
  return others.filter((i) => {
    const [one, other] = [classOf(first), classOf(i)];
    return !((isMail(one) && other === 'SMS') || (one === 'SMS' && isMail(other)));
  });
}
