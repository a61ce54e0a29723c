import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, rootNamed, textIn } from './elements.ts';

export const statusUnderSync: MessageRule = {
  id: 'status-under-sync',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Status', 'AirSync:Collections'],
  breach: 'habit',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R5584, R5588',
  judge(scene) {
    const root = rootNamed(scene, 'AirSync:Sync');
    const status = childNamed(scene, root, 'AirSync:Status');
    if (status < 0 || textIn(scene, status) !== '1') return [];
    const collections = childNamed(scene, root, 'AirSync:Collections');
    if (collections < 0 || childNamed(scene, collections, 'AirSync:Collection') < 0) return [];
    return atFirst(scene, [status], () => ({
      text: 'Status 1 stands directly under Sync, beside Collections. That is allowed, and harmless: each Collection has a Status of its own.',
      phone: reactionsTo('status-under-sync'),
    }));
  },
};

export const statusUnderSyncPage: RulePage = {
  title: 'Status 1 directly under Sync',
  scope: 'message',
  why: 'Real servers write it for a failure that concerns the whole request. With success it is five bytes more than it takes, and no cause of a refusal.',
  covers: ['SYNC-INIT-05', 'D2', 'D30'],
  bad: { hex: '03016a00 45 4e03310001 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
