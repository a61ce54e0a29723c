import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst } from './elements.ts';
import { itemsWithout } from './items.ts';

/** What a mail has, whatever it is short of; an item with less is not taken for a whole one. */
const MAIL = ['Email:From', 'Email:Subject'];

export const noDateReceived: MessageRule = {
  id: 'no-date-received',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Add', 'Email:From', 'Email:Subject'],
  breach: 'habit',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'grommunio mapiprovider.php',
  judge(scene) {
    return atFirst(
      scene,
      itemsWithout(scene, MAIL, 'Email:DateReceived'),
      () => ({
        text: 'This mail has no DateReceived. An iPhone shows the time of the sync instead.',
        phone: reactionsTo('empty-date-received'),
      }),
      tokenSpan,
    );
  },
};

export const noDateReceivedPage: RulePage = {
  title: 'A mail without DateReceived',
  scope: 'message',
  why: 'The list of mails is sorted by it. Without it all mails of one answer bear the same time.',
  covers: ['ITEM-06'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 580361406578616d706c652e636f6d0001 5403780001 010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 580361406578616d706c652e636f6d0001 5403780001 4f03323032362d30312d30355430393a30303a30302e3030305a0001 010101010101',
    side: 'response',
  },
};
