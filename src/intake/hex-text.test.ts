import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { hexIsland, hexIslands } from './hex-island.ts';
import { readHexText } from './hex-text.ts';

const read = (text: string) =>
  readHexText(text).map(({ kind, bytes, slips }) => ({
    kind,
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

describe('whole text is hex', () => {
  test.each([
    { text: '03016a00', hex: '03016a00' },
    { text: '03016A00\n', hex: '03016a00' },
    { text: '03 01 6a 00', hex: '03016a00' },
    { text: '  03\t01  6a\r\n00 ', hex: '03016a00' },
    { text: '03:01:6a:00', hex: '03016a00' },
    { text: '03-01-6A-00', hex: '03016a00' },
    { text: '03, 01, 6a, 00', hex: '03016a00' },
    { text: '03;01;6a;00', hex: '03016a00' },
    { text: '0x03, 0x01, 0x6a, 0x00', hex: '03016a00' },
    { text: '0x03016a00', hex: '03016a00' },
    { text: '0x030x010x6a0x00', hex: '03016a00' },
    { text: '\\x03\\x01\\x6a\\x00', hex: '03016a00' },
    { text: '\\\\x03\\\\x01\\\\x6a\\\\x00', hex: '03016a00' },
    { text: '03h 01h 6ah 00h', hex: '03016a00' },
    { text: '0301 6a00 0000 45', hex: '03016a00000045' },
    { text: '03016a0\n0000045\n4e', hex: '03016a000000454e' }, // lines cut at an odd width
    { text: '<03016a00 00004504>', hex: '03016a0000004504' },
  ])('$text', ({ text, hex }) => {
    expect(read(text)).toContainEqual({ kind: 'hex', hex, slips: [] });
  });

  test.each([
    { text: '3 1 6a 0 0 6 45', hex: '03016a00000645' },
    { text: '0x3, 0x1, 0x6a, 0x0', hex: '03016a00' },
    { text: '3', hex: '03' },
  ])('$text: a token a byte', ({ text, hex }) => {
    expect(read(text)).toEqual([{ kind: 'hex-tokens', hex, slips: [] }]);
  });
});

describe('strings of source code that are one', () => {
  test.each([
    { name: 'Java', text: 'String s = "03016a00" +\n    "0000454e0331";' },
    { name: 'C', text: 'const char s[] =\n  "03016a00"\n  "0000454e0331";' },
    { name: 'Python', text: "bytes.fromhex(\n  '03016a00'\n  '0000454e0331')" },
    { name: 'PHP', text: "pack('H*', '03016a00' . '0000454e0331')" },
    { name: 'Go', text: 'hex.DecodeString("03016a00"+"0000454e0331")' },
    { name: 'Rust', text: 'concat!(\n  "03016a00",\n  "0000454e0331",\n)' },
  ])('$name', ({ text }) => {
    expect(read(text)[0]).toEqual({ kind: 'hex', hex: '03016a000000454e0331', slips: [] });
  });

  test('strings of a list stay apart', () => {
    expect(read('["03016a000000454e0331", "03016a000000454e0332"]').map(({ hex }) => hex)).toEqual([
      '03016a000000454e0331',
      '03016a000000454e0332',
    ]);
  });
});

describe('a fault is marked and nothing invented', () => {
  test.each([
    { text: '03016a0', hex: '03016a', slip: 'odd-digit 6-7' },
    { text: '03 01 6a 0', hex: '03016a', slip: 'odd-digit 9-10' }, // others are filled up to two digits
    { text: '0301 6a0 0000', hex: '03016a', slip: 'odd-digit 7-8' },
    { text: '03 01 6a 0g 00 45', hex: '03016a', slip: 'bad-digit 10-11' },
    { text: '03 01 6a O0 00 45', hex: '03016a', slip: 'bad-digit 9-10' },
    { text: '03016a0000O0454e0331', hex: '03016a0000', slip: 'bad-digit 10-11' },
    { text: '03016a000O00454e0331', hex: '03016a00', slip: 'bad-digit 9-10' },
    { text: '0x03, 0x01, 0xZZ, 0x00, 0x45', hex: '0301', slip: 'bad-digit 14-15' },
    { text: 'Response: 03 01 6a 0g 00 45', hex: '03016a', slip: 'bad-digit 20-21' },
    { text: '03 01 6a 00 ...', hex: '03016a00', slip: 'not-printed 12-15' },
    { text: '03 01 6a 00 …', hex: '03016a00', slip: 'not-printed 12-13' },
    { text: '<Buffer 03 01 6a 00 ... 33 more bytes>', hex: '03016a00', slip: 'not-printed 20-37' },
  ])('$text', ({ text, hex, slip }) => {
    expect(read(text)).toEqual([{ kind: 'hex', hex, slips: [slip] }]);
  });

  test('the sentence of it', () => {
    const [reading] = readHexText(`${'03 '.repeat(56)}0`);
    expect(reading?.slips[0]).toMatchObject({
      found: 'one digit without a partner',
      assumed: '56 bytes read before it; nothing invented',
    });
  });
});

describe('hex inside other text', () => {
  test.each([
    { text: 'Response hex: 03016a000000454e', hex: '03016a000000454e' },
    { text: '2025-10-02 12:00:01 [DEBUG] sent 03 01 6a 00 00 done', hex: '03016a0000' },
    { text: '12:00:01.123 03 01 6a 00 00 00 45', hex: '03016a00000045' },
    { text: '12:00:01 03 01 6a 00 00 00 45', hex: '03016a00000045' },
    { text: '20251002 120001 03016a000000454e0331', hex: '03016a000000454e0331' },
    { text: '03016a000000454e\nadd more of it', hex: '03016a000000454e' },
    { text: '{"body":"03016a000000454e","b":"be"}', hex: '03016a000000454e' },
  ])('$text', ({ text, hex }) => {
    expect(read(text)).toContainEqual({ kind: 'hex', hex, slips: [] });
  });

  test.each([
    'The decade of bad beef faced a cafe; add a deed.',
    'feedback',
    'Added 2025.',
    '',
    ' ',
    'hello',
  ])('%s: none', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    'Reply 1\n03016a000045',
    'reply 1:\n03016a000045',
    'attempt 123: 03 01 6a 00 00 45',
    'step 3 - 03016a000045',
    'reply a: 03016a000045',
    'id 7f3 03016a000045',
    '#3 03016a000045',
  ])('%j: a number in front is no part of it', (text) => {
    expect(read(text)).toEqual([{ kind: 'hex', hex: '03016a000045', slips: [] }]);
  });

  test('numbers of lines are no part of the messages in them', () => {
    expect(read('1. 03016a000045\n2. 03016a000056').map(({ hex }) => hex)).toEqual([
      '03016a000045',
      '03016a000056',
    ]);
  });

  test('a digit too many behind it stays a fault', () => {
    expect(read('03016a000045\n2')[0]?.slips).toHaveLength(1);
  });

  test('lines that begin alike are a message each', () => {
    expect(read('03016a000045\n03016a000056')).toEqual([
      { kind: 'hex', hex: '03016a00004503016a000056', slips: [] },
      { kind: 'hex', hex: '03016a000045', slips: [] },
      { kind: 'hex', hex: '03016a000056', slips: [] },
    ]);
  });
});

test('an island ends in front of a line that is not hex', () => {
  const text = '03 01\n6a 00\nend of it';
  expect(hexIsland(text, 0, true)).toMatchObject({ start: 0, end: 11, words: 4, digits: 8 });
  expect(hexIslands(text)).toHaveLength(1);
  expect(hexIsland('xyz', 0, true)).toBeUndefined();
});

test.each([
  [
    'rows of od -An that are left out',
    ' 03 01 6a 00 45 41 41 41\n 41 41 41 41 41 41 41 41\n*\n 01 01\n',
    '03016a0045' + '41'.repeat(11),
    '“*”: rows like the last one were left out, and no offset says how many',
  ],
  [
    'a description of NSData',
    'data: {length = 170, bytes = 0x03016a00 00075652 03300001 01016a00 ... 01010101 }',
    '03016a0000075652' + '0330000101016a00',
    'dots: 150 of 170 bytes were not printed; the last 4 stand behind them',
  ],
])('%s: told', (_, text, hex, found) => {
  const [first] = readHexText(text);
  expect(toHex(first?.bytes ?? new Uint8Array(0))).toBe(hex);
  expect(first?.slips.map((one) => `${one.code} ${one.found}`)).toEqual([`not-printed ${found}`]);
});
