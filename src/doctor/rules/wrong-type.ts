import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { misfit } from '../value-words.ts';
import type { ValueFault } from '../walk/fault.ts';

const WRONG: readonly ValueFault[] = ['not-a-number', 'not-a-boolean', 'not-a-range', 'not-base64'];

export const wrongType: FaultRule = {
  id: 'wrong-type',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE R5, R98',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || !WRONG.includes(fault.fault)) return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: misfit(scene, fault),
    };
  },
};

export const wrongTypePage: RulePage = {
  title: 'A value of another type',
  scope: 'message',
  why: 'Numbers are decimal digits, booleans 0 or 1. A value of another type often means that the tag is another one than was meant.',
  covers: ['SCHEMA-06', 'ITEM-10', 'D13'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5503747275650001 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5503310001 01 01 010101 01',
    side: 'response',
  },
};
