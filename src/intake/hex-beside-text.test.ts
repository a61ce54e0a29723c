import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readHexBesideText } from './hex-beside-text.ts';

test.each([
  {
    name: 'words of four bytes, the text in words too',
    text: '030B6A05 696E6574 00C54601 C6550187 ..j. inet ..F. .U..\n11068300 ....',
    hex: '030b6a05696e657400c54601c655018711068300',
  },
  {
    name: 'pairs, and a text that looks like digits',
    text: '03 01 6a 00 45 03 61 62 ..j.E.ab\n63 64 65 66 00 01 63 cdef..c\n',
    hex: '03016a0045036162636465660001' + '63',
  },
  {
    name: 'blanks in the text, lines around, carriage returns',
    text: 'Reply:\r\n03 01 20 41 00 00 00 42  .. A...B\r\n\r\n20 43  \tC\r\nthe end',
    hex: '030120410000004220' + '43',
  },
  {
    name: 'ngrep -x',
    text: '  03 01 6a 00 00 00 45 4e    03 31 00 01 4b 03 31 00    ..j...EN.1..K.1.\n  01 01                      ..',
    hex: '03016a000000454e033100014b0331000101',
  },
  { name: 'one row that is long enough', text: '03 01 6a 00 00 07 56 52 ..j...VR', hex: '03016a0000075652' },
])('$name', ({ text, hex }) => {
  expect(readHexBesideText(text).map(({ bytes }) => toHex(bytes))).toEqual([hex]);
});

test.each([
  '',
  '03 01 6a',
  '03 01 6a ..j',
  '03 01 6a 00 00 07 56 52 ..j...VX',
  'be ad as it is',
  '03 01 6a 00 00 07 56 52',
])('%s: none', (text) => {
  expect(readHexBesideText(text)).toEqual([]);
});
