import { TOLERATED, UNREADABLE, codecRuleOf, type CodecPage, type CodecRule } from './codec-rule.ts';

/** Where tags begin and end, and where the message does. */
export const structureRules: readonly CodecRule[] = [
  codecRuleOf('truncated', 'The input ends inside an item', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.8'),
  codecRuleOf('too-large', 'A number of more than 32 bits', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.1'),
  codecRuleOf('missing-end', 'An END is missing', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.8.1'),
  codecRuleOf('after-root', 'Bytes after the root', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'),
  codecRuleOf('no-root', 'No root element', 'MUST', UNREADABLE, 'WAP-192-WBXML §5.3'),
  codecRuleOf(
    'long-number',
    'A number written longer than it needs',
    'habit',
    TOLERATED,
    'WAP-192-WBXML §5.1',
  ),
];

export const structurePages: Readonly<Record<string, CodecPage>> = {
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
    covers: ['WBXML-END-01', 'WBXML-TOK-01', 'D17'],
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
  'long-number': {
    covers: [],
    why: 'Legal to the letter, but no encoder in use writes it.',
    bad: '0380016a00 45 4e03310001 01',
  },
};
