import { reactionsTo } from '../../eas/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName } from '../scene.ts';
import { takeOut } from '../take-out.ts';

export const emptyResponses: FaultRule = {
  id: 'empty-responses',
  breach: 'MUST',
  consequence: { what: 'unknown', by: 'phone', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD 2.2.3.154, R3836',
  ground: 'empty-container',
  sees: 'no-children',
  judge(fault, scene) {
    if (fault.kind !== 'no-children' || fullName(fault.parent.element) !== 'AirSync:Responses')
      return undefined;
    if (scene.side !== 'response') return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: 'Responses is empty. It holds one answer at least, or it is left out.',
      phone: reactionsTo('empty-responses'),

      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const emptyResponsesPage: RulePage = {
  title: 'Responses without anything in it',
  scope: 'message',
  commands: ['Sync'],
  side: 'response',
  why: 'Responses answers operations of the request, so it holds at least one answer.',
  covers: ['SYNC-RSP-09', 'D8'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 4601 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
