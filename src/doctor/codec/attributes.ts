import { UNKNOWN, UNREADABLE, codecRuleOf, type CodecPage, type CodecRule } from './codec-rule.ts';

const NO_ATTRIBUTES = 'MS-ASWBXML R656';

/** Lists of attributes, which ActiveSync does not have: the attribute bit of a tag (80) stays clear. */
export const attributeRules: readonly CodecRule[] = [
  codecRuleOf(
    'not-in-attributes',
    'A token that no attribute list may hold',
    'MUST',
    UNREADABLE,
    'WAP-192-WBXML §5.3',
  ),
  codecRuleOf(
    'value-before-start',
    'An attribute value without an attribute',
    'MUST',
    UNREADABLE,
    'WAP-192-WBXML §5.3',
  ),
  codecRuleOf(
    'empty-attributes',
    'An attribute bit without an attribute',
    'MUST',
    UNKNOWN,
    `${NO_ATTRIBUTES}; WAP-192-WBXML §5.3`,
  ),
  codecRuleOf('unknown-attribute', 'An attribute without a name', 'MUST', UNKNOWN, NO_ATTRIBUTES),
  codecRuleOf('unknown-value', 'An attribute value without a name', 'MUST', UNKNOWN, NO_ATTRIBUTES),
];

export const attributePages: Readonly<Record<string, CodecPage>> = {
  'not-in-attributes': {
    covers: ['D21'],
    why: 'The attribute bit is set, so a list of attributes is read, and this token may not stand in one. The bit is most likely wrong.',
    bad: '03016a00 c5 43 01',
  },
  'value-before-start': {
    covers: ['D21'],
    why: 'The attribute bit is set, so a list of attributes is read, and a text can only be the value of one. The bit is most likely wrong.',
    bad: '03016a00 c5 037800 01 01',
  },
  'empty-attributes': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'The attribute bit is set and the list of attributes is empty: the END of the list is read, and one END is missing later for who does not read it so.',
    bad: '03016a00 c501 4e03310001 01',
  },
  'unknown-attribute': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no attributes, so none of their codes has a name. What was meant is most likely a tag without the attribute bit.',
    bad: '03016a00 45 5c 4f cb0501 03310001 5203310001 4e03310001 010101',
  },
  'unknown-value': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no attributes, so none of their values has a name either.',
    bad: '03016a026100 45 5c 4f cb04008501 03310001 5203310001 4e03310001 010101',
  },
};
