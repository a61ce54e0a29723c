import { reactionsTo, typePhrase } from '../../eas/index.ts';
import { KIND, type TokenTable } from '../../wbxml/index.ts';
import type { FaultRule, RulePage } from '../rule.ts';
import { elementSpan, fullName, isInItem, nameOf } from '../scene.ts';

export const emptyValue: FaultRule = {
  id: 'empty-value',
  breach: 'MUST',
  consequence: { what: 'unknown', basis: 'inferred' },
  basis: 'spec',
  source: 'MS-ASDTYPE R5, R15; MS-ASCMD R4604',
  sees: 'value',
  judge(fault, scene) {
    if (fault.kind !== 'value' || fault.fault !== 'empty') return undefined;
    if (holdsElement(scene.decoded.tokens, fault.token)) return undefined; // then it is not empty, and that is told
    const { element, parent } = fault;
    const finding = {
      ...elementSpan(scene, fault.token),
      text: `${nameOf(scene, element, parent.element)} is empty. It is ${typePhrase(element.value)}.`,
    };
    if (scene.side === 'request' && isInItem(scene, fault.token)) {
      const text = `${finding.text} In an upload it may be meant as “cleared”: phones send such tags.`;
      return { ...finding, text, breach: 'habit', consequence: { what: 'tolerated', basis: 'reported' } };
    }
    if (fullName(element) === 'Email:DateReceived' && parent.content.item) {
      const phone = reactionsTo('empty-date-received');
      return { ...finding, phone, consequence: { what: 'tolerated', by: 'phone', basis: 'reported' } };
    }
    if (fullName(element) === 'Ping:Class') {
      // SOGo watches the folder by its id; Z-Push fails.
      return { ...finding, consequence: { what: 'tolerated', by: 'server', basis: 'reported' } };
    }
    return finding;
  },
};

/** Whether an element stands in the one at `token`: a tag comes before an END then. */
function holdsElement(tokens: TokenTable, token: number): boolean {
  for (let i = token + 1; i < tokens.length && tokens.kind(i) !== KIND.end; i++) {
    if (tokens.kind(i) === KIND.tag || tokens.kind(i) === KIND.literalTag) return tokens.parent(i) === token;
  }
  return false;
}

export const emptyValuePage: RulePage = {
  title: 'A value that is not there',
  scope: 'message',
  why: 'A number, a date, a key or an id that is empty says nothing. Only a text may be empty.',
  covers: ['SCHEMA-06', 'ITEM-06', 'ITEM-08', 'D18'],
  bad: { hex: '03016a00 45 5c4f 0b 5203310001 4e03310001 010101', side: 'response' },
  good: { hex: '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101', side: 'response' },
};
