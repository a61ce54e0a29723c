import type { FaultRule, RulePage } from '../rule.ts';
import { childToken, elementSpan, nameOf } from '../scene.ts';

export const exclusiveChildren: FaultRule = {
  id: 'exclusive-children',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R5588, R1831, R3161, R4745',
  sees: 'exclusive',
  judge(fault, scene) {
    if (fault.kind !== 'exclusive') return undefined;
    const { parent, element, other } = fault;
    const [one, two] = [
      childToken(scene, parent.token, element.key),
      childToken(scene, parent.token, other.key),
    ];
    if (one < 0 || two < 0) return undefined;
    return {
      ...elementSpan(scene, one),
      text: `${nameOf(scene, element, parent.element)} and ${nameOf(scene, other, parent.element)} stand side by side. In ${nameOf(scene, parent.element)} one excludes the other.`,
      ...(scene.command !== 'Sync' && { source: parent.content.source }),
      related: [{ ...elementSpan(scene, two), text: `${nameOf(scene, other, parent.element)} stands here.` }],
    };
  },
};

export const exclusiveChildrenPage: RulePage = {
  title: 'Two elements that exclude each other',
  scope: 'message',
  commands: ['Sync', 'Settings', 'Find', 'SmartReply', 'SmartForward'],
  why: 'Limit is the answer to a request that cannot be served, so there are no collections beside it. Wait and HeartbeatInterval are two units for one span of time; a server answers both with Status 4. Oof is asked for or set, and each of its messages is for one kind of sender; a Find looks in the mailbox or in the directory; the mail that is answered has a LongId, or folder and item.',
  covers: ['SCHEMA-04', 'SYNC-RSP-01', 'SYNC-REQ-03'],
  bad: {
    hex: '03016a00 45 4e0331350001 650333300001 5c4f 4b03310001 5203310001 4e03310001 010101',
    side: 'response',
    version: '14.1',
  },
  good: { hex: '03016a00 45 4e0331350001 650333300001 01', side: 'response', version: '14.1' },
};
