import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, keyName, nameOf } from '../scene.ts';

export const elementInValue: FaultRule = {
  id: 'element-in-value',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE R5',
  sees: 'element-in-value',
  judge(fault, scene) {
    if (fault.kind !== 'element-in-value') return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: `${keyName(scene, fault.key, fault.element)} stands in ${nameOf(scene, fault.element)}. Only a value may stand there; an END may be missing before it.`,
    };
  },
};

export const elementInValuePage: RulePage = {
  title: 'An element where only a value may stand',
  scope: 'message',
  why: 'A number, a date or a text has no elements in it. An END is often missing before one.',
  covers: ['SCHEMA-07', 'D17'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 52 0331 00 4d03310001 01 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
