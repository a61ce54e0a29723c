import { versionBit, versionsOf } from '../../eas/index.ts';
import type { Judgement, MessageRule, RulePage } from '../rule.ts';
import { atFirst, childNamed, tagsNamed, textIn, valueNamed } from './elements.ts';
import type { MessageScene } from './message-index.ts';

const WBXML = 'MS-EAS-Provisioning-WBXML';
const XML = 'MS-WAP-Provisioning-XML';

export const wrongPolicyType: MessageRule = {
  id: 'wrong-policy-type',
  commands: ['Provision'],
  about: ['Provision:PolicyType'],
  breach: 'MUST',
  consequence: { what: 'rejected', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASPROV R965, R966, R971, R1033',
  judge(scene) {
    const { version } = scene.context;
    // The type itself tells the versions apart: a guess made without it says nothing.
    const bit = version === undefined || version.how === 'guessed' ? 0 : versionBit(version.value);
    if (bit === 0) return contradictions(scene);
    const right = (bit & versionsOf('2.5-2.5')) === 0 ? WBXML : XML;
    const places = tagsNamed(scene, 'Provision:PolicyType', 'Provision:Policy').filter((i) => {
      const type = textIn(scene, i);
      return type !== right && (type === WBXML || type === XML) && isMeant(scene, i);
    });
    return atFirst(scene, places, (i) => ({
      text: `PolicyType is ${textIn(scene, i)}. At version ${version?.value ?? ''} it is ${right}.`,
      versionBound: true,
    }));
  },
};

export const wrongPolicyTypePage: RulePage = {
  title: 'The PolicyType of another version',
  scope: 'message',
  why: 'Version 2.5 sends policies as XML text, later ones as EASProvisionDoc. A phone passes over a policy of a type it does not expect.',
  covers: ['PROV-04'],
  bad: {
    hex: '03016a00 000e 45 46 47 48034d532d5741502d50726f766973696f6e696e672d584d4c0001 010101',
    side: 'request',
    version: '12.1',
  },
  good: {
    hex: '03016a00 000e 45 46 47 48034d532d4541532d50726f766973696f6e696e672d5742584d4c0001 010101',
    side: 'request',
    version: '12.1',
  },
};

/** Where no version is known: a type beside the other type’s policy. */
function contradictions(scene: MessageScene): Judgement[] {
  const { tokens } = scene.decoded;
  const places = tagsNamed(scene, 'Provision:PolicyType', 'Provision:Policy').filter((i) => {
    const data = childNamed(scene, tokens.parent(i), 'Provision:Data');
    if (data < 0 || !tokens.hasContent(data)) return false;
    const isDocument = childNamed(scene, data, 'Provision:EASProvisionDoc') >= 0;
    return textIn(scene, i) === (isDocument ? XML : WBXML) && (isDocument || textIn(scene, data) !== '');
  });
  return atFirst(scene, places, (i) => {
    const type = textIn(scene, i);
    const [holds, other] = type === XML ? ['EASProvisionDoc', WBXML] : ['a text', XML];
    return { text: `PolicyType is ${type}, and Data holds ${holds}, which is how ${other} says it.` };
  });
}

/** False where a server only repeats the type to refuse it. */
function isMeant(scene: MessageScene, type: number): boolean {
  if (scene.side === 'request') return true;
  const status = valueNamed(scene, scene.decoded.tokens.parent(type), 'Provision:Status');
  return status === undefined || status === '1';
}
