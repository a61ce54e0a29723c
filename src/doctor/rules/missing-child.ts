import { keyOf } from '../../doctypes/index.ts';
import { deviationFor } from '../../eas/index.ts';
import type { FaultRule, RulePage, Scene } from '../rule.ts';
import { childTags, fullName, nameOf, tokenSpan } from '../scene.ts';
import type { Container } from '../walk/fault.ts';

export const missingChild: FaultRule = {
  id: 'missing-child',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASCMD R4817',
  sees: 'missing',
  judge(fault, scene) {
    if (fault.kind !== 'missing') return undefined;
    const { parent, element, because } = fault;
    const [name, where] = [nameOf(scene, element, parent.element), nameOf(scene, parent.element)];
    const when = because
      ? `With ${nameOf(scene, because.sibling, parent.element)} ${because.is} it must`
      : `Each ${where} must`;
    const deviation =
      scene.side === 'response' && !hasStranger(scene, parent)
        ? deviationFor('missing-child', fullName(parent.element), fullName(element))
        : undefined;
    const known = deviation ? ` ${deviation.server} leaves it out too; ${deviation.phones}.` : '';
    return {
      ...tokenSpan(scene, fault.token),
      text: `${where} has no ${name}. ${when} have one.${known}`,
      source: because?.source ?? parent.content.source,
      deviation,
    };
  },
};

export const missingChildPage: RulePage = {
  title: 'A required element that is not there',
  scope: 'message',
  why: 'A reader that needs it discards the part that lacks it, or the whole message.',
  covers: [
    'SCHEMA-03',
    'FS-01',
    'PROV-03',
    'GIE-01',
    'FS-04',
    'SYNC-REQ-02',
    'SYNC-RSP-11',
    'SYNC-RSP-20',
    'ITEM-01',
    'D5',
    'D29',
  ],
  bad: {
    hex: '03016a000007 56 4c03310001 5203310001 4e 5703310001 4f 4803310001 4903300001 4703496e626f780001 010101',
    side: 'response',
  },
  good: {
    hex: '03016a000007 56 4c03310001 5203310001 4e 5703310001 4f 4803310001 4903300001 4703496e626f780001 4a03320001 010101',
    side: 'response',
  },
};

/** True where a tag stands in it that does not belong there: what is missing may be that one, under another code. */
function hasStranger(scene: Scene, { token, content }: Container): boolean {
  const { tokens } = scene.decoded;
  return [...childTags(scene, token)].some(
    (i) => !content.byKey.has(keyOf(tokens.page(i), tokens.tagCode(i))),
  );
}
