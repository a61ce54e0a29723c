import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, keyName, nameOf } from '../scene.ts';
import { takeOut } from '../take-out.ts';
import { mayHold } from '../twin.ts';

export const requestOnlyTag: FaultRule = {
  id: 'request-only-tag',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  ground: 'unexpected-child',
  sees: 'unexpected',
  judge(fault, scene) {
    if (fault.kind !== 'unexpected' || scene.side !== 'response') return undefined;
    if (!mayHold(scene, fault.parent.token, fault.key, 'request')) return undefined;
    const name = keyName(scene, fault.key, fault.parent.element);
    const parent = nameOf(scene, fault.parent.element);
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} stands in a response. In ${parent} only a request has it.`,
      source: `${fault.parent.content.source}; MS-ASCMD R4817`,
      fix: takeOut(scene, [fault.token, ...fault.more]),
    };
  },
};

export const requestOnlyTagPage: RulePage = {
  title: 'A tag of requests in a response',
  scope: 'message',
  side: 'response',
  why: 'GetChanges, WindowSize, Options and their like are questions. In an answer they mean nothing.',
  covers: ['SCHEMA-02', 'D9'],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 13 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
