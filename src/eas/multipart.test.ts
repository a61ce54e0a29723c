import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { readMultipart } from './multipart.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex.replaceAll(' ', '')) ?? new Uint8Array();

test.each<[string, string, number[][] | undefined]>([
  ['one part', '01000000 0c000000 02000000 0301', [[12, 14]]],
  [
    'two',
    '02000000 14000000 02000000 16000000 03000000 0301 aabbcc',
    [
      [20, 22],
      [22, 25],
    ],
  ],
  [
    'a gap between them',
    '02000000 14000000 01000000 17000000 01000000 03 0000 aa',
    [
      [20, 21],
      [23, 24],
    ],
  ],
  [
    'a part without bytes',
    '02000000 14000000 01000000 15000000 00000000 03',
    [
      [20, 21],
      [21, 21],
    ],
  ],
  ['bytes behind the last', '01000000 0c000000 01000000 03 ffff', [[12, 13]]],
  [
    'a last part that is cut',
    '02000000 14000000 01000000 15000000 09000000 03 aa',
    [
      [20, 21],
      [21, 22],
    ],
  ],
  ['no part', '00000000 04000000 00000000 03', undefined],
  ['only a table', '01000000 0c000000 02000000', undefined],
  ['a first part elsewhere', '01000000 0d000000 01000000 00 03', undefined],
  ['parts over each other', '02000000 14000000 02000000 15000000 01000000 0301', undefined],
  ['a number beyond all bytes', 'ffffffff 0c000000 02000000 0301', undefined],
  ['WBXML', '03016a00 455c4f4b 03300001 520331000101 01', undefined],
  ['nothing', '', undefined],
])('%s', (_, hex, spans) => {
  expect(readMultipart(bytesOf(hex))?.map(({ start, end }) => [start, end])).toEqual(spans);
});

test('a part tells how long it should be', () => {
  expect(readMultipart(bytesOf('01000000 0c000000 ffffffff 03'))).toEqual([
    { start: 12, end: 13, length: 0xffff_ffff },
  ]);
});
