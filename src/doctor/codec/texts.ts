import { REJECTED, TOLERATED, UNKNOWN, codecRuleOf, type CodecPage, type CodecRule } from './codec-rule.ts';

/** Strings, characters and bytes. */
export const textRules: readonly CodecRule[] = [
  codecRuleOf('not-text', 'Bytes that are no UTF-8 in a string', 'MUST', REJECTED, 'MS-ASWBXML R804, R819'),
  codecRuleOf(
    'not-a-character',
    'A number that is no character',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML R656; WAP-192-WBXML §5.8.4.5',
    'foreign-token',
  ),
  codecRuleOf(
    'outside-table',
    'A reference outside the string table',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML R656; WAP-192-WBXML §5.7',
  ),
  codecRuleOf(
    'unterminated-table',
    'A string table whose last string does not end',
    'SHOULD',
    UNKNOWN,
    'WAP-192-WBXML §5.7',
  ),
  codecRuleOf('opaque-in-1.0', 'OPAQUE in version 1.0', 'habit', TOLERATED, 'WAP-192-WBXML §5.8.4.6'),
];

const GOOD_COLLECTION = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';

export const textPages: Readonly<Record<string, CodecPage>> = {
  'not-text': {
    covers: ['WBXML-TXT-01', 'D19'],
    why: 'One such byte in one subject is enough: an iPhone discards the whole reply and asks for it for ever.',
    bad: '03016a00 45 5c4f 4b03310001 5203e90001 4e03310001 010101',
    good: GOOD_COLLECTION,
  },
  'not-a-character': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no entities, and this one stands for no character of Unicode.',
    bad: '03016a00 45 5c4f 4b020001 5203310001 4e03310001 010101',
    good: GOOD_COLLECTION,
  },
  'outside-table': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no string table: texts are inline strings. A reference says nothing.',
    bad: '03016a00 45 5c4f 4b03310001 52830501 4e03310001 010101',
  },
  'unterminated-table': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'Each string of the table ends with a zero byte.',
    bad: '03016a026162 45 4e03310001 01',
  },
  'opaque-in-1.0': {
    covers: [],
    why: 'Version 1.0 has no OPAQUE. It is read as in 1.1.',
    bad: '000200 7f 67 64 c3013101 01 01',
    good: '000200 7f 67 64 03310001 01 01',
  },
};
