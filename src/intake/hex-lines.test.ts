import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readHexLines } from './hex-lines.ts';

test.each([
  { name: 'comments', text: '03 01 6a 00  // header\n45 // Sync\n01', hex: '03016a004501' },
  { name: 'tabs', text: '03016a00\theader\n45\tSync', hex: '03016a0045' },
  { name: 'commas and 0x', text: '0x03, 0x01, 0x6a, # start\n0x00, 0x45 # Sync', hex: '03016a0045' },
  { name: 'bars', text: '03 01 6a 00 |..j.|\n45 4e |EN|', hex: '03016a00454e' },
  { name: 'dashes', text: '03 01 6a 00 - header\n45 - Sync', hex: '03016a0045' },
  {
    name: 'cells of a table, a line each',
    text: 'Bytes |\nWhat |\n03 |\nVersion |\n01 6a |\nThe rest |',
    hex: '03016a',
  },
  { name: 'arrows', text: '03 01 6a 00 <- header\n45 <- Sync', hex: '03016a0045' },
  {
    name: 'lines of remarks and empty lines',
    text: '# reply\n03 01  version\n\n# root\n45  Sync\nend of it',
    hex: '030145',
  },
])('$name', ({ text, hex }) => {
  expect(readHexLines(text).map(({ bytes }) => toHex(bytes))).toEqual([hex]);
});

/** A number with a cast or a call is no remark behind those before it. */
const MORE_NUMBERS = ['0x03, 0x01,\n0x6a, (byte) 0x80, 0x00', '0x03, 0x01,\n0x6a, 0x80.toByte(), 0x00'];

test.each([
  '',
  '03 01 6a 00',
  '03 01\n6a 00',
  '03 01  only one line',
  'a\nb',
  '03 0g  x\n01  y',
  ...MORE_NUMBERS,
])('%s: none', (text) => {
  expect(readHexLines(text)).toEqual([]);
});

test('two listings are two messages, and dots in one are told', () => {
  const text = [
    'Folders, which works:',
    '03 01 6a 00   # header',
    '00 07         # page 7',
    '56            # FolderSync',
    '4c 03 31 00 01 # Status',
    '[... folders ...]',
    '',
    'Sync, which does not:',
    '03 01 6a 00   # header',
    '45            # Sync',
    '4e 03 31 00 01 # Status',
    '01            # end',
  ];
  const readings = readHexLines(text.join('\n'));
  expect(readings.map(({ bytes }) => toHex(bytes))).toEqual([
    '03016a000007564c03310001',
    '03016a00454e0331000101',
  ]);
  expect(readings.map(({ slips }) => slips.map(({ code, found }) => `${code} ${found}`))).toEqual([
    ['not-printed “[... folders ...]”'],
    [],
  ]);
});
