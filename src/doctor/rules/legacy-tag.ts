import type { FaultRule, RulePage } from '../rule.ts';
import { childTags, elementSpan, keyName, nameOf } from '../scene.ts';

export const legacyTag: FaultRule = {
  id: 'legacy-tag',
  breach: 'habit',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'inferred',
  source: 'code pages of version 2.5; MS-ASWBXML lists it no more',
  ground: 'unexpected-child',
  sees: 'unexpected',
  judge(fault, scene) {
    if (fault.kind !== 'unexpected') return undefined;
    const tag = scene.decoded.vocabulary.tag(fault.key >> 8, fault.key & 0xff);
    if (!tag?.legacy) return undefined;
    // A value that holds elements is another tag, read on a wrong page.
    if (tag.type !== 'container' && !childTags(scene, fault.token).next().done) return undefined;
    const name = keyName(scene, fault.key, fault.parent.element);
    const parent = nameOf(scene, fault.parent.element);
    return {
      ...elementSpan(scene, fault.token),
      text: `${name} is a tag of version 2.5 that today’s documents leave out. Whether it may stand in ${parent} is not on record.`,
    };
  },
};

export const legacyTagPage: RulePage = {
  title: 'A tag that today’s documents leave out',
  scope: 'message',
  why: 'Old phones and servers used a few tags that the documents have dropped, and with them where they may stand.',
  covers: [],
  bad: { hex: '03016a00 45 5c4f 4b03310001 5203310001 5f03780001 010101', side: 'request' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 010101', side: 'request' },
};
