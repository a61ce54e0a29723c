import { REJECTED, codecRuleOf, type CodecPage, type CodecRule } from './codec-rule.ts';

/** Codes and pages that are not in the tables. */
export const nameRules: readonly CodecRule[] = [
  codecRuleOf(
    'unknown-tag',
    'A tag that its code page does not have',
    'MUST',
    REJECTED,
    'MS-ASWBXML 2.1.2.1',
  ),
  codecRuleOf('unknown-page', 'A code page that does not exist', 'MUST', REJECTED, 'MS-ASWBXML 2.1.2.1'),
];

export const namePages: Readonly<Record<string, CodecPage>> = {
  'unknown-tag': {
    covers: ['WBXML-TOK-01', 'D11', 'D27'],
    why: 'The code belongs to another page, or to a table of someone’s own: CollectionId is 12, and 11 is no tag at all. A phone discards the whole reply.',
    bad: '03016a00 45 4e03310001 7f03310001 01',
  },
  'unknown-page': {
    covers: ['WBXML-PAGE-01', 'D12'],
    why: 'ActiveSync has the pages 0 to 25. A phone discards the whole reply.',
    bad: '03016a00 45 4e03310001 0063 4503310001 01',
  },
};
