import type { FaultRule, RulePage } from '../rule.ts';
import { childTags, elementSpan, nameOf, tokenSpan } from '../scene.ts';

export const mixedClasses: FaultRule = {
  id: 'mixed-classes',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R774, R776, R1933',
  sees: 'mixed',
  judge(fault, scene) {
    if (fault.kind !== 'mixed') return undefined;
    const { parent, element } = fault;
    const first = childTags(scene, parent.token).next().value;
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, element, parent.element)} stands among properties of another class. One item has properties of one class.`,
      related:
        first === undefined ? [] : [{ ...tokenSpan(scene, first), text: 'The item begins with this one.' }],
    };
  },
};

export const mixedClassesPage: RulePage = {
  title: 'Properties of two classes in one item',
  scope: 'message',
  why: 'An item is a mail, an appointment, a contact, a task or a note. A property of another class often means that a SWITCH_PAGE is missing or wrong.',
  covers: ['ITEM-13', 'D12'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 540348656c6c6f0001 0004 660348656c6c6f0001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 540348656c6c6f0001 01 01 010101 01',
    side: 'response',
  },
};
