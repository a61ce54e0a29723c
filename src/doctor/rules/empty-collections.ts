import { deviationFor, reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName } from '../scene.ts';
import { takeOut } from '../take-out.ts';

export const emptyCollections: FaultRule = {
  id: 'empty-collections',
  breach: 'MUST',
  consequence: { what: 'crash', by: 'phone', basis: 'reported' },
  basis: 'reported',
  source: 'MS-ASCMD R5851; comment in the Sync dispatcher of SOGo',
  ground: 'empty-container',
  sees: 'no-children',
  judge(fault, scene) {
    if (fault.kind !== 'no-children' || fullName(fault.parent.element) !== 'AirSync:Collections')
      return undefined;
    if (scene.side === 'request') {
      return {
        ...elementSpan(scene, fault.token),
        text: 'Collections is empty. A request names at least one Collection; Z-Push and SOGo answer this one with nothing.',
        source: 'MS-ASCMD R2047',
        basis: 'spec',
        consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
      };
    }
    return {
      ...elementSpan(scene, fault.token),
      text: 'Collections is empty. Old iPhones crash on it; where there is nothing to say, it is left out.',
      phone: reactionsTo('empty-collections'),
      deviation: deviationFor('empty-collections'),
      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const emptyCollectionsPage: RulePage = {
  title: 'Collections without anything in it',
  scope: 'message',
  commands: ['Sync'],
  why: 'The document calls Collection optional here, but phones are on record that crash on it. An answer without collections has no body at all, or only a Status.',
  covers: ['SYNC-RSP-02', 'D8'],
  bad: { hex: '03016a00 45 4e03310001 5c01 01', side: 'response' },
  good: { hex: '03016a00 45 4e03340001 01', side: 'response' },
};
