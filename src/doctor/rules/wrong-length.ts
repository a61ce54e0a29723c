import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan } from '../scene.ts';
import { misfit } from '../value-words.ts';

export const wrongLength: FaultRule = {
  id: 'wrong-length',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'AirSync.xsd; MS-ASCMD R4604',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || !['too-long', 'too-short'].includes(fault.fault)) return undefined;
    return {
      ...elementSpan(scene, fault.token),
      text: misfit(scene, fault),
    };
  },
};

const keyOf64 = `03016a00 45 5c4f 4b03${/* @__PURE__ */ '31'.repeat(64)}0001 5203310001 4e03310001 010101`;
const keyOf65 = `03016a00 45 5c4f 4b03${/* @__PURE__ */ '31'.repeat(65)}0001 5203310001 4e03310001 010101`;

export const wrongLengthPage: RulePage = {
  title: 'A text too long or too short',
  scope: 'message',
  why: 'Keys and ids have at most 64 characters; a reader may keep no more.',
  covers: ['SCHEMA-06', 'SYNC-KEY-01', 'SYNC-RSP-12'],
  bad: { hex: keyOf65, side: 'response' },
  good: { hex: keyOf64, side: 'response' },
};
