import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readNumbers } from './number-list.ts';

const read = (text: string) =>
  readNumbers(text).map(({ kind, form, bytes, slips }) => ({
    kind,
    form,
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

describe('lists in source code', () => {
  test.each([
    { text: '[3, 1, 106, 0]', form: 'a list of numbers in brackets: decimal numbers' },
    { text: '[3 1 106 0]', form: 'a list of numbers in brackets: decimal numbers' },
    { text: 'new byte[] { 0x03, 0x01, 0x6A, 0x00 };', form: 'a C# or Java array: hex numbers' },
    { text: 'byte[] b = {3, 1, 106, 0};', form: 'a Java or Kotlin array: decimal numbers' },
    { text: 'byteArrayOf(0x03, 0x01, 0x6A.toByte(), 0)', form: 'a Java or Kotlin array: hex numbers' },
    { text: '[]byte{0x03, 0x1, 0x6a, 0x00}', form: 'a Go slice: hex numbers' },
    { text: 'unsigned char b[] = {\n  0x03, 0x01,\n  0x6a, 0x00\n};', form: 'a C array: hex numbers' },
    { text: 'const uint8_t b[4] = {3, 1, /* id */ 106, // set\n 0};', form: 'a C array: decimal numbers' },
    { text: 'vec![3u8, 1u8, 0x6au8, 0]', form: 'a Rust array: hex numbers' },
    { text: 'let b: [UInt8] = [0x03, 0x01, 0x6A, 0x00]', form: 'a list of numbers in brackets: hex numbers' },
    { text: 'array(3, 1, 106, 0)', form: 'a PHP array: decimal numbers' },
    { text: '<<3,1,106,0>>', form: 'a list of numbers in brackets: decimal numbers' },
    { text: '[| 3uy; 1uy; 106uy; 0uy |]', form: 'a list of numbers in brackets: decimal numbers' },
    { text: '{&H3, &H1, &H6A, &H0}', form: 'a list of numbers in brackets: hex numbers' },
    { text: '["03","01","6a","00"]', form: 'a list of numbers in brackets: hex numbers' },
    { text: 'Uint8Array(4) [3, 1, 106, 0]', form: 'a JavaScript Uint8Array: decimal numbers' },
    {
      text: 'Uint8Array(4) [3, 1, 106, 0, buffer: ArrayBuffer(4)]',
      form: 'a JavaScript Uint8Array: decimal numbers',
    },
    { text: "[]byte{0x03, 1, 'j', 0}", form: 'a Go slice: hex numbers' },
    { text: "char b[] = { 0x03, '\\x01', 'j', '\\0' };", form: 'a C array: hex numbers' },
    { text: "{ 0x03, 1, (byte)'j', 0 }", form: 'a list of numbers in brackets: hex numbers' },
    { text: "&[0x03, 1, b'j', 0]", form: 'a Rust array: hex numbers' },
    { text: '[0x03, 1, UInt8(ascii: "j"), 0]', form: 'a list of numbers in brackets: hex numbers' },
    { text: "['3', '1', '6a', '0']", form: 'a list of numbers in brackets: hex numbers' },
    { text: '{"type":"Buffer","data":[3,1,106,0]}', form: 'a JSON Buffer: decimal numbers' },
    { text: '{"0":3,"1":1,"2":106,"3":0}', form: 'a typed array as a JSON object: decimal numbers' },
  ])('$text', ({ text, form }) => {
    expect(read(text)).toContainEqual({ kind: 'array', form, hex: '03016a00', slips: [] });
  });

  test.each([
    { text: '{3, 1, -61, -128}', hex: '0301c380' },
    { text: '{ (byte) 0xC3, (byte)-1, (sbyte) 1, 255 }', hex: 'c3ff01ff' },
  ])('$text: signed', ({ text, hex }) => {
    expect(read(text)[0]).toMatchObject({ hex, slips: [] });
  });
});

describe('bare numbers', () => {
  test.each([
    { text: '3, 1, 106, 0', kind: 'decimal' },
    { text: '3 1 106 0', kind: 'decimal' },
    { text: 'bytes: 3 1 106 0\n', kind: 'decimal' },
    { text: '3\n1\n106\n0\n', kind: 'decimal' },
    { text: '003 001 152 000', kind: 'octal' },
  ])('$text', ({ text, kind }) => {
    expect(read(text).find((one) => one.kind === kind)).toMatchObject({ hex: '03016a00', slips: [] });
  });

  test.each(['&H03, &H01, &H6A, &H00', '$03,$01,$6A,$00'])('%s', (text) => {
    expect(read(text)[0]).toMatchObject({ hex: '03016a00', slips: [] });
  });

  test('strings in a binary of Erlang are text', () => {
    expect(read('<<3, 1, 106, 0, "a\\"0", 0>>')[0]).toMatchObject({ hex: '03016a0061223000', slips: [] });
    expect(read('["03", "01", "6a", "00"]')[0]).toMatchObject({ hex: '03016a00', slips: [] });
  });

  test.each(['', '42', 'twelve', '3 apples', '[]', '{}', '()', 'f(1, 2, x)', '{"a": [1]}'])(
    '%s: none',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});

describe('faults', () => {
  test.each([
    { text: '[3, 1, 106, 0, 256, 1]', hex: '03016a00', slip: 'out-of-range 15-18' },
    { text: '[3, 1, 106, 0, -129]', hex: '03016a00', slip: 'out-of-range 15-19' },
    { text: '[3, 1, 106, 0, x]', hex: '03016a00', slip: 'bad-digit 15-16' },
    { text: "[3, 1, 106, 0, 'é']", hex: '03016a00', slip: 'bad-digit 15-16' },
    { text: '[3, 1, 106, 0, 1.5]', hex: '03016a00', slip: 'bad-digit 15-16' },
    { text: '{0x03, 0x01, 0x6a, 0x00, 0xZZ}', hex: '03016a00', slip: 'bad-digit 25-26' },
    { text: '[3, 1, 106, 0, ...]', hex: '03016a00', slip: 'not-printed 15-18' },
    { text: '[\n3, 1, 106, 0,\n... 33 more items\n]', hex: '03016a00', slip: 'not-printed 16-33' },
    { text: '[3, 1, 106, 0', hex: '03016a00', slip: 'unfinished 13-13' },
    { text: 'Uint8Array(5) [3, 1, 106, 0]', hex: '03016a00', slip: 'length-differs 0-14' },
    { text: 'b[] = {3, 1, 106, 0};\nunsigned int b_len = 5;', hex: '03016a00', slip: 'length-differs 19-44' },
  ])('$text', ({ text, hex, slip }) => {
    expect(read(text)[0]).toMatchObject({ hex, slips: [slip] });
  });
});

test('a value that gdb prints once for many', () => {
  const [list] = readNumbers('$2 = {0x3, 0x1, 0x6a, 0x0, 0x45, 0x41 <repeats 20 times>, 0x1}');
  expect(toHex(list?.bytes ?? new Uint8Array(0))).toBe(`03016a0045${'41'.repeat(20)}01`);
  expect(
    readNumbers(`{3, 1, ${'0 <repeats 999999999 times>, '.repeat(50)}1}`)[0]?.bytes.length ?? 0,
  ).toBeLessThan(100);
});
