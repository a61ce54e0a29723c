import { told, type Rule } from '../rule.ts';
import { codecRule } from './codec-rules.ts';

interface Page {
  covers: readonly string[];
  why: string;
  bad: string;
  good?: string;
}

const GOOD = '03016a00 45 4e03310001 01';
const COLLECTION = '03016a00 45 5c4f 4b03310001 5203310001 4e03310001 010101';

const PAGES: Readonly<Record<string, Page>> = {
  truncated: {
    covers: ['WBXML-END-01', 'WBXML-TXT-02', 'D17', 'D20'],
    why: 'A length or a terminator promises more bytes than there are: the message was cut off, or the length is wrong.',
    bad: '03016a00 45 4e0331',
  },
  'too-large': {
    covers: ['D20'],
    why: 'An mb_u_int32 has five bytes at most. Nothing behind a longer one can be trusted.',
    bad: '03016a00 45 4ec3ffffffffff01 01 01',
  },
  'missing-end': {
    covers: ['WBXML-END-01', 'D17'],
    why: 'Each tag with the content bit has one END. A reader that counts them waits for more.',
    bad: '03016a00 45 4e03310001',
  },
  'after-root': {
    covers: ['WBXML-END-01', 'D17'],
    why: 'The END of the root ends the document. What follows is an END too many, or another message.',
    bad: '03016a00 45 4e03310001 01 01',
  },
  'no-root': {
    covers: ['D16'],
    why: 'A document has one root element; without it there is no message.',
    bad: '03016a00',
  },
  'not-in-attributes': {
    covers: ['D21'],
    why: 'The attribute bit is set, so a list of attributes is read. ActiveSync has none: the bit is most likely wrong.',
    bad: '03016a00 c5 43 01',
  },
  'value-before-start': {
    covers: ['D21'],
    why: 'The attribute bit is set, so a list of attributes is read. ActiveSync has none: the bit is most likely wrong.',
    bad: '03016a00 c5 037800 01 01',
  },
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
  'long-number': {
    covers: [],
    why: 'Legal to the letter, but no encoder in use writes it.',
    bad: '0380016a00 45 4e03310001 01',
  },
  'opaque-in-1.0': {
    covers: [],
    why: 'Version 1.0 has no OPAQUE. It is read as in 1.1.',
    bad: '000100 45 5c4f 4b03310001 52c3013101 4e03310001 010101',
  },
  'outside-table': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no string table: texts are inline strings. A reference says nothing.',
    bad: '03016a00 45 5c4f 4b03310001 52830501 4e03310001 010101',
  },
  'unterminated-table': {
    covers: ['WBXML-STR-01'],
    why: 'Each string of the table ends with a zero byte.',
    bad: '03016a026162 45 4e03310001 01',
  },
  'empty-attributes': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no attributes: the attribute bit (80) of a tag stays clear.',
    bad: '03016a00 c501 4e03310001 01',
  },
  'unknown-attribute': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no attributes: the attribute bit (80) of a tag stays clear.',
    bad: '03016a00 c50501 4e03310001 01',
  },
  'unknown-value': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no attributes: the attribute bit (80) of a tag stays clear.',
    bad: '03016a026100 c504008501 4e03310001 01',
  },
  'unknown-tag': {
    covers: ['WBXML-TOK-01', 'WBXML-TOK-02', 'D11'],
    why: 'The code belongs to another page, or to a table of someone’s own. A phone discards the whole reply.',
    bad: '03016a00 45 4e03310001 7f03310001 01',
  },
  'unknown-page': {
    covers: ['WBXML-PAGE-01', 'WBXML-TOK-01', 'D12'],
    why: 'ActiveSync has the pages 0 to 25. A phone discards the whole reply.',
    bad: '03016a00 45 4e03310001 0063 4503310001 01',
  },
  'not-text': {
    covers: ['WBXML-TXT-01', 'D19'],
    why: 'One such byte in one subject is enough: an iPhone discards the whole reply and asks for it for ever.',
    bad: '03016a00 45 5c4f 4b03310001 5203e90001 4e03310001 010101',
    good: COLLECTION,
  },
  'not-a-character': {
    covers: ['WBXML-STR-01', 'D21'],
    why: 'ActiveSync has no entities, and this one stands for no character of Unicode.',
    bad: '03016a00 45 5c4f 4b020001 5203310001 4e03310001 010101',
    good: COLLECTION,
  },
};

/** The rules that the codec's problems break, with their pages. */
export function codecRulePages(): Rule[] {
  return Object.entries(PAGES).flatMap(([id, { covers, why, bad, good = GOOD }]) => {
    const rule = codecRule(id);
    if (!rule) return [];
    const page = { title: rule.title, scope: 'message', covers, why } as const;
    return [
      told(rule, { ...page, bad: { hex: bad, side: 'response' }, good: { hex: good, side: 'response' } }),
    ];
  });
}
