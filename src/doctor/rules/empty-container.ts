import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, nameOf } from '../scene.ts';

export const emptyContainer: FaultRule = {
  id: 'empty-container',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R2053, R3836, R3591',
  sees: 'no-children',
  judge(fault, scene) {
    if (fault.kind !== 'no-children') return undefined;
    const { parent } = fault;
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, parent.element)} is empty. It holds one element at least, or it is left out.`,
      source: parent.content.source,
      ...(parent.content.least === 'should' && { breach: 'SHOULD' }),
    };
  },
};

export const emptyContainerPage: RulePage = {
  title: 'A container without anything in it',
  scope: 'message',
  why: 'It says nothing that its absence would not say.',
  covers: ['SCHEMA-03'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 5701 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 57 5803300001 01 010101', side: 'request' },
};
