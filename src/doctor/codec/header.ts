import { UNKNOWN, codecRuleOf, type CodecPage, type CodecRule } from './codec-rule.ts';

/** What the header names and nobody knows. */
export const headerRules: readonly CodecRule[] = [
  codecRuleOf(
    'unknown-version',
    'A version that WBXML does not have',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML 2.1; WAP-192-WBXML §5.4',
  ),
  codecRuleOf(
    'unknown-charset',
    'A charset that nobody knows',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML 2.1; WAP-192-WBXML §5.6',
  ),
  codecRuleOf(
    'unknown-type',
    'A public id for which there is no table',
    'MUST',
    UNKNOWN,
    'MS-ASWBXML 2.1; WAP-192-WBXML §5.5',
  ),
];

export const headerPages: Readonly<Record<string, CodecPage>> = {
  'unknown-version': {
    covers: ['WBXML-HDR-01', 'D15'],
    why: 'ActiveSync is WBXML 1.3: the first byte is 03.',
    bad: '04016a00 45 4e03310001 01',
  },
  'unknown-charset': {
    covers: ['WBXML-HDR-01', 'D15'],
    why: 'ActiveSync is UTF-8: the third byte is 6a.',
    bad: '03017f00 45 4e03310001 01',
  },
  'unknown-type': {
    covers: ['WBXML-HDR-01', 'D15'],
    why: 'The public id says which table names the tags. ActiveSync sends 01, “unknown”.',
    bad: '037f6a00 45 4e03310001 01',
  },
};
