import { CONTENT_BIT } from '../../wbxml/index.ts';
import { emptyStringConsequence } from '../empty-string.ts';
import type { FaultRule, Judgement, RulePage, Scene } from '../rule.ts';
import { elementSpan, nameOf } from '../scene.ts';

export const contentInEmptyTag: FaultRule = {
  id: 'content-in-empty-tag',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R3448, R3455',
  sees: 'content-in-empty',
  judge(fault, scene) {
    if (fault.kind !== 'content-in-empty') return undefined;
    const name = nameOf(scene, fault.element);
    const what = fault.holds === 'nothing' ? 'is written with an END' : `holds ${fault.holds}`;
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} ${what}. It is a tag without content: one byte, no END.`,
      ...(fault.holds === 'nothing' && { consequence: { what: 'tolerated', basis: 'inferred' } }),
      ...(fault.holds === 'an empty string' && { consequence: emptyStringConsequence(scene) }),
      fix: bareTags(scene, [fault.token, ...fault.more]),
    };
  },
};

export const contentInEmptyTagPage: RulePage = {
  title: 'Content in a tag that has none',
  scope: 'message',
  why: 'Its presence is all it says: it is one byte without the content bit, and without END.',
  covers: ['WBXML-EMPTY-01', 'SCHEMA-07', 'D10', 'D18'],
  bad: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 5403310001 56 494d03313a31000101 01 010101',
    side: 'response',
  },
  good: {
    hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 14 56 494d03313a31000101 01 010101',
    side: 'response',
  },
};

/** Leaves the tag byte alone, without its content bit. */
function bareTags(scene: Scene, elements: readonly number[]): Judgement['fix'] {
  const edits = elements.map((i) => ({
    ...elementSpan(scene, i),
    bytes: Uint8Array.of(scene.decoded.tokens.byte(i) & ~CONTENT_BIT),
  }));
  return { title: 'Write the tag alone', edits };
}
