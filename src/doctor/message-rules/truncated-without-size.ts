import type { MessageRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { atFirst, childNamed, tagsNamed, valueNamed } from './elements.ts';

export const truncatedWithoutSize: MessageRule = {
  id: 'truncated-without-size',
  side: 'response',
  about: ['AirSyncBase:Body', 'AirSyncBase:Truncated'],
  breach: 'SHOULD',
  consequence: { what: 'hurts', by: 'phone', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASAIRS R180, R181, R202; Horde change log on truncated bodies',
  judge(scene) {
    const places = tagsNamed(scene, 'AirSyncBase:Body').filter(
      (i) =>
        valueNamed(scene, i, 'AirSyncBase:Truncated') === '1' &&
        childNamed(scene, i, 'AirSyncBase:EstimatedDataSize') < 0,
    );
    return atFirst(scene, places, (i) => ({
      text: 'Body is cut short but does not say how long it is. EstimatedDataSize gives the whole size, so that a phone knows what there is to fetch.',
      related: [
        {
          ...elementSpan(scene, childNamed(scene, i, 'AirSyncBase:Truncated')),
          text: 'It says here that it is cut short.',
        },
      ],
    }));
  },
};

export const truncatedWithoutSizePage: RulePage = {
  title: 'A body cut short without its size',
  scope: 'message',
  versions: '12.0-16.1',
  why: 'Truncated says that there is more, EstimatedDataSize how much. An old iPhone is on record that crashed on bodies cut short wrongly.',
  covers: ['ITEM-03', 'D29'],
  bad: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0011 4a 4603310001 4d03310001 4b03780001 01010101010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c 4f 4b03320001 5203310001 4e03310001 56 47 4d03313a310001 5d 0011 4a 4603310001 4c033930300001 4d03310001 4b03780001 01010101010101',
    side: 'response',
  },
};
