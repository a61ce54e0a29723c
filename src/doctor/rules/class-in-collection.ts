import { deviationFor, reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName } from '../scene.ts';

export const classInCollection: FaultRule = {
  id: 'class-in-collection',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R6292, R6294, R6296',
  ground: 'not-in-version',
  sees: 'version',
  judge(fault, scene) {
    if (fault.kind !== 'version' || scene.side !== 'response') return undefined;
    if (fullName(fault.parent.element) !== 'AirSync:Collection') return undefined;
    if (fullName(fault.element) !== 'AirSync:Class') return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: 'Class stands in Collection. It belongs there up to 12.1; later versions know the class from the folder, and phones skip it.',
      versionBound: true,
      phone: reactionsTo('class-in-collection'),
      deviation: deviationFor('class-in-collection'),
    };
  },
};

export const classInCollectionPage: RulePage = {
  title: 'Class in Collection at 14.0 or later',
  scope: 'message',
  commands: ['Sync'],
  side: 'response',
  versions: '14.0-16.1',
  why: 'Up to 12.1 it was the first child of Collection; from 14.0 on the folder itself says its class. An iPhone at 14.1 takes it.',
  covers: ['SYNC-RSP-05', 'SCHEMA-08'],
  bad: {
    hex: '03016a00 45 5c4f 5003456d61696c0001 4b03310001 5203310001 4e03310001 010101',
    side: 'response',
    version: '14.1',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101',
    side: 'response',
    version: '14.1',
  },
};
