import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex } from '../../../bytes/index.ts';
import { HeaderWriter } from '../../../testing/http2-files.ts';
import { HeaderReader } from './hpack.ts';
import { fromHuffman } from './huffman.ts';
import { STATIC_TABLE } from './static-table.ts';

const hex = (digits: string): Uint8Array => fromHex(digits.replaceAll(' ', '')) ?? new Uint8Array(0);
const GET = [
  [':method', 'GET'],
  [':scheme', 'http'],
  [':path', '/'],
  [':authority', 'www.example.com'],
];
const SECURE = [
  [':method', 'GET'],
  [':scheme', 'https'],
  [':path', '/index.html'],
  [':authority', 'www.example.com'],
  ['custom-key', 'custom-value'],
];
const MOVED = [
  [':status', '302'],
  ['cache-control', 'private'],
  ['date', 'Mon, 21 Oct 2013 20:13:21 GMT'],
  ['location', 'https://www.example.com'],
];
const OK = [
  [':status', '200'],
  ['cache-control', 'private'],
  ['date', 'Mon, 21 Oct 2013 20:13:22 GMT'],
  ['location', 'https://www.example.com'],
  ['content-encoding', 'gzip'],
  ['set-cookie', 'foo=ASDJKHQKBZXOQWEOPIUAXQWEOIU; max-age=3600; version=1'],
];

describe('the examples of RFC 7541', () => {
  test.each([
    {
      name: 'C.2.1, a literal that is kept',
      blocks: ['400a 6375 7374 6f6d 2d6b 6579 0d63 7573 746f 6d2d 6865 6164 6572'],
      fields: [[['custom-key', 'custom-header']]],
    },
    {
      name: 'C.2.2, one that is not',
      blocks: ['040c 2f73 616d 706c 652f 7061 7468'],
      fields: [[[':path', '/sample/path']]],
    },
    {
      name: 'C.2.3, one that never is',
      blocks: ['1008 7061 7373 776f 7264 0673 6563 7265 74'],
      fields: [[['password', 'secret']]],
    },
    { name: 'C.2.4, a number', blocks: ['82'], fields: [[[':method', 'GET']]] },
    {
      name: 'C.3, requests',
      blocks: [
        '8286 8441 0f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
        '8286 84be 5808 6e6f 2d63 6163 6865',
        '8287 85bf 400a 6375 7374 6f6d 2d6b 6579 0c63 7573 746f 6d2d 7661 6c75 65',
      ],
      fields: [GET, [...GET, ['cache-control', 'no-cache']], SECURE],
    },
    {
      name: 'C.4, requests with the Huffman code',
      blocks: [
        '8286 8441 8cf1 e3c2 e5f2 3a6b a0ab 90f4 ff',
        '8286 84be 5886 a8eb 1064 9cbf',
        '8287 85bf 4088 25a8 49e9 5ba9 7d7f 8925 a849 e95b b8e8 b4bf',
      ],
      fields: [GET, [...GET, ['cache-control', 'no-cache']], SECURE],
    },
    {
      name: 'C.5, responses, with a table of 256 bytes that entries are put out of',
      blocks: [
        '3fe101 4803 3330 3258 0770 7269 7661 7465 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3120 474d 546e 1768 7474 7073 3a2f 2f77 7777 2e65 7861 6d70 6c65 2e63 6f6d',
        '4803 3330 37c1 c0bf',
        '88c1 611d 4d6f 6e2c 2032 3120 4f63 7420 3230 3133 2032 303a 3133 3a32 3220 474d 54c0 5a04 677a 6970 7738 666f 6f3d 4153 444a 4b48 514b 425a 584f 5157 454f 5049 5541 5851 5745 4f49 553b 206d 6178 2d61 6765 3d33 3630 303b 2076 6572 7369 6f6e 3d31',
      ],
      fields: [MOVED, [[':status', '307'], ...MOVED.slice(1)], OK],
    },
    {
      name: 'C.6, responses with the Huffman code',
      blocks: [
        '3fe101 4882 6402 5885 aec3 771a 4b61 96d0 7abe 9410 54d4 44a8 2005 9504 0b81 66e0 82a6 2d1b ff6e 919d 29ad 1718 63c7 8f0b 97c8 e9ae 82ae 43d3',
        '4883 640e ffc1 c0bf',
        '88c1 6196 d07a be94 1054 d444 a820 0595 040b 8166 e084 a62d 1bff c05a 839b d9ab 77ad 94e7 821d d7f2 e6c7 b335 dfdf cd5b 3960 d5af 2708 7f36 72c1 ab27 0fb5 291f 9587 3160 65c0 03ed 4ee5 b106 3d50 07',
      ],
      fields: [MOVED, [[':status', '307'], ...MOVED.slice(1)], OK],
    },
  ])('$name', ({ blocks, fields }) => {
    const reader = new HeaderReader();
    expect(blocks.map((block) => reader.read(hex(block)))).toEqual(
      fields.map((own) => ({ fields: own, unknown: 0, broken: false })),
    );
  });
});

describe('what is no header', () => {
  test.each([
    { name: 'number 0', block: '80' },
    { name: 'a number that ends early', block: 'ff' },
    { name: 'a number above 2³²', block: 'ffffffffffff7f' },
    { name: 'a string that ends early', block: '400a 6375' },
    { name: 'the end of a string inside one', block: '0084 ffffffff 00' },
    { name: 'filled up by a whole byte', block: '0082 07ff 00' },
    { name: 'filled up by zeros', block: '0081 00 00' },
    { name: 'a table that is too large', block: '3fe1ffff0f' },
  ])('$name', ({ block }) => {
    const reader = new HeaderReader();
    expect(reader.read(hex(`82${block}`))).toEqual({
      fields: [[':method', 'GET']],
      unknown: 0,
      broken: true,
    });
  });

  test('what was told before is counted, and what is told since is found', () => {
    const reader = new HeaderReader();
    expect(reader.read(hex('be 7f00 0162 4001610162 be c0'))).toEqual({
      fields: [
        ['a', 'b'],
        ['a', 'b'],
      ],
      unknown: 3,
      broken: false,
    });
  });
});

test('the fixed table has 61 entries', () => {
  expect(STATIC_TABLE).toHaveLength(61);
  expect([1, 2, 8, 16, 19, 61].map((number) => STATIC_TABLE[number - 1])).toEqual([
    [':authority', ''],
    [':method', 'GET'],
    [':status', '200'],
    ['accept-encoding', 'gzip, deflate'],
    ['accept', ''],
    ['www-authenticate', ''],
  ]);
});

test('reads back whatever was written', () => {
  const string = fc.string({ maxLength: 300, unit: 'binary-ascii' });
  const block = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c-d', 'e'), string), { maxLength: 12 });
  fc.assert(
    fc.property(fc.array(block, { maxLength: 12 }), (blocks) => {
      const [reader, writer] = [new HeaderReader(), new HeaderWriter()];
      for (const fields of blocks)
        expect(reader.read(writer.write(fields))).toEqual({ fields, unknown: 0, broken: false });
    }),
  );
});

test('any bytes end', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expect(new HeaderReader().read(bytes).fields.length).toBeLessThanOrEqual(bytes.length);
      expect((fromHuffman(bytes) ?? '').length).toBeLessThanOrEqual((bytes.length * 8) / 5);
    }),
  );
});
