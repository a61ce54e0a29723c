import type { FaultRule, RulePage } from '../rule.ts';
import { childToken, elementSpan, nameOf, tokenSpan } from '../scene.ts';

export const repeatedChild: FaultRule = {
  id: 'repeated-child',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  sees: 'repeated',
  judge(fault, scene) {
    if (fault.kind !== 'repeated') return undefined;
    const { parent, element } = fault;
    const often = element.max === 1 ? 'once' : `${element.max} times`;
    const first = childToken(scene, parent.token, element.key);
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, element, parent.element)} stands here once more than it may. In ${nameOf(scene, parent.element)} it may stand ${often} at most.`,
      source: parent.content.item
        ? 'MS-ASAIRS R233 and the like row of each property'
        : parent.content.source,
      related: first < 0 ? [] : [{ ...tokenSpan(scene, first), text: 'The first one stands here.' }],
    };
  },
};

export const repeatedChildPage: RulePage = {
  title: 'An element more often than it may stand',
  scope: 'message',
  why: 'One reader takes the first, another the last, a third refuses both.',
  covers: ['SCHEMA-04', 'SYNC-RSP-03', 'ITEM-14', 'D5'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 5203320001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
