import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, keyName, nameOf } from '../scene.ts';
import { takeOut } from '../take-out.ts';
import { mayHold } from '../twin.ts';

export const responseOnlyTag: FaultRule = {
  id: 'response-only-tag',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  ground: 'unexpected-child',
  sees: 'unexpected',
  judge(fault, scene) {
    if (fault.kind !== 'unexpected' || scene.side !== 'request') return undefined;
    if (!mayHold(scene, fault.parent.token, fault.key, 'response')) return undefined;
    const name = keyName(scene, fault.key, fault.parent.element);
    const parent = nameOf(scene, fault.parent.element);
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} stands in a request. In ${parent} only a response has it.`,
      source: `${fault.parent.content.source}; MS-ASCMD R4817`,
      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const responseOnlyTagPage: RulePage = {
  title: 'A tag of responses in a request',
  scope: 'message',
  side: 'request',
  why: 'Status, MoreAvailable, Responses and their like are answers. A strict server refuses a request with them.',
  covers: ['SCHEMA-02'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 14 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 010101', side: 'request' },
};
