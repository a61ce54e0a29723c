import { reactionsTo } from '../../eas/index.ts';
import type { MessageRule, RulePage } from '../rule.ts';
import { tokenSpan } from '../scene.ts';
import { atFirst } from './elements.ts';
import { itemsWithout } from './items.ts';

const APPOINTMENT = ['Calendar:StartTime', 'Calendar:EndTime', 'Calendar:Subject'];

export const noMeetingStatus: MessageRule = {
  id: 'no-meeting-status',
  side: 'response',
  commands: ['Sync'],
  about: ['AirSync:Add', 'Calendar:StartTime', 'Calendar:EndTime', 'Calendar:Subject'],
  breach: 'habit',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'Horde change log, bug 12056',
  judge(scene) {
    return atFirst(
      scene,
      itemsWithout(scene, APPOINTMENT, 'Calendar:MeetingStatus'),
      () => ({
        text: 'This appointment has no MeetingStatus. Some iPhones do not show such a one, or show it wrongly.',
        phone: reactionsTo('no-meeting-status'),
      }),
      tokenSpan,
    );
  },
};

export const noMeetingStatusPage: RulePage = {
  title: 'An appointment without MeetingStatus',
  scope: 'message',
  why: 'It says whether an appointment is a meeting, and whose. No document requires it, but phones are on record that go by it.',
  covers: ['ITEM-07'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 51033230323630313035543039303030305a0001 67033230323630313035543039303030305a0001 52033230323630313035543130303030305a0001 6603780001 010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 51033230323630313035543039303030305a0001 67033230323630313035543039303030305a0001 52033230323630313035543130303030305a0001 6603780001 5803300001 010101010101',
    side: 'response',
  },
};
