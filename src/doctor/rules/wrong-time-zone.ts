import { fromBase64 } from '../../bytes/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, elementText, nameOf } from '../scene.ts';

export const wrongTimeZone: FaultRule = {
  id: 'wrong-time-zone',
  breach: 'MUST',
  consequence: { what: 'tolerated', by: 'server', basis: 'reported' },
  basis: 'spec',
  source: 'MS-ASDTYPE 2.7.4',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || fault.fault !== 'not-a-time-zone') return undefined;
    const length = fromBase64(elementText(scene, fault.token))?.length;
    const found = length === undefined ? 'is no base64' : `is base64 of ${length} bytes`;
    return {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, fault.element, fault.parent.element)} ${found}. A time zone is base64 of 172 bytes.`,
    };
  },
};

export const wrongTimeZonePage: RulePage = {
  title: 'A time zone that is not 172 bytes',
  scope: 'message',
  why: 'A time zone is base64 of a structure of 172 bytes. Z-Push and SOGo take others.',
  covers: ['SCHEMA-06'],
  bad: {
    hex: `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 4503414141410001 01 01 010101 01`,
    side: 'response',
  },
  good: {
    hex: `03016a00 45 5c4f 4b03310001 5203310001 4e03310001 56 47 4d03313a310001 5d 0004 4503${/* @__PURE__ */ '41'.repeat(230)}3d3d0001 01 01 010101 01`,
    side: 'response',
  },
};
