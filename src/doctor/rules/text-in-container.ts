import { versionsText } from '../../eas/index.ts';
import { emptyStringConsequence } from '../empty-string.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { holdsIn, nameOf, tokenSpan } from '../scene.ts';

export const textInContainer: FaultRule = {
  id: 'text-in-container',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE R8',
  sees: 'text-in-container',
  judge(fault, scene) {
    if (fault.kind !== 'text-in-container' || !holdsIn(fault.wrongIn, scene)) return undefined;
    const { element, wrongIn } = fault;
    const where = wrongIn === undefined ? '' : ` in ${versionsText(wrongIn)}`;
    return {
      ...tokenSpan(scene, fault.token),
      text: `${fault.holds === 'text' ? 'Text' : 'An empty string'} stands directly in ${nameOf(scene, element)}. Only elements may stand there${where}.`,
      ...(fault.holds === 'an empty string' && {
        consequence: emptyStringConsequence(scene),
        fix: {
          title: 'Take the empty string out',
          edits: [fault.token, ...fault.more].map((i) => ({
            ...tokenSpan(scene, i),
            bytes: new Uint8Array(),
          })),
        },
      }),
      ...(wrongIn !== undefined && { versionBound: true }),
    };
  },
};

export const textInContainerPage: RulePage = {
  title: 'Text where only elements may stand',
  scope: 'message',
  why: 'A container holds elements. Text in it belongs to none of them.',
  covers: ['SCHEMA-07'],
  bad: { hex: '03016a00 45 5c 037800 4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
