import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, nameOf } from '../scene.ts';

export const opaqueValue: FaultRule = {
  id: 'opaque-value',
  breach: 'SHOULD',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASWBXML R819',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || !['opaque'].includes(fault.fault)) return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, fault.element, fault.parent.element)} is sent as OPAQUE. Values other than bytes are inline strings.`,
    };
  },
};

export const opaqueValuePage: RulePage = {
  title: 'A number or date sent as OPAQUE',
  scope: 'message',
  why: 'OPAQUE is for bytes that are no text. Most readers take a value in it, some do not look there.',
  covers: ['WBXML-TXT-02'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 55c3013101 01 01 010101 01',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0002 5503310001 01 01 010101 01',
    side: 'response',
  },
};
