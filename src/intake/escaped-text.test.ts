import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readEscaped } from './escaped-text.ts';

const read = (text: string) =>
  readEscaped(text).map(({ bytes, slips }) => ({
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

describe('strings of many languages', () => {
  test.each([
    { name: 'Python', text: String.raw`b'\x03\x01j\x00\x00\\OK'`, hex: '03016a00005c4f4b' },
    { name: 'C, two pieces', text: String.raw`"\x03\x01j" "\0E"`, hex: '03016a0045' },
    { name: 'C, over lines', text: '"\\x03\\x01"\n  "j\\0"', hex: '03016a00' },
    {
      name: 'C, with comments between',
      text: String.raw`/* 0000 */ "\x03\x01" // ..` + '\n' + String.raw`/* 0002 */ "j\x00"   // j.`,
      hex: '03016a00',
    },
    {
      name: 'gdb, with repetitions',
      text: String.raw`$1 = "\003\001j\000", '\001' <repeats 20 times>, "A", 'B' <repeats 4 times>, "\000"`,
      hex: `03016a00${'01'.repeat(20)}414242424200`,
    },
    { name: 'Java, joined by plus', text: String.raw`"\3\1j" + "\0"`, hex: '03016a00' },
    {
      name: 'PHP, joined by dots',
      text: `'\u0003\u0001j' . "\\0" . '' . "\\0" . '\\\\OK'`,
      hex: '03016a00005c4f4b',
    },
    { name: 'Perl, octal', text: String.raw`$VAR1 = "\3\1j\0E\0031\303\b";`, hex: '03016a004503' + '31c308' },
    { name: 'Perl, braces', text: String.raw`"\x{3}\x{1}j\x{0}"`, hex: '03016a00' },
    { name: 'JSON', text: String.raw`"\u0003\u0001j\u0000\u00c3\n"`, hex: '03016a00c30a' },
    { name: 'JavaScript', text: String.raw`"\u{3}\x01j\0\v\f"`, hex: '03016a000b0c' },
    { name: 'shell', text: String.raw`printf '\003\001j\000'`, hex: '03016a00' },
    { name: 'shell, $ quoted', text: String.raw`--data-binary $'\x03\x01j\x00' https://a/`, hex: '03016a00' },
    { name: 'a line that goes on', text: '"\\x03\\x01\\\nj\\0"', hex: '03016a00' },
    { name: 'Python, over lines', text: `b'''\\x03'\\x01\nj"\\0'''`, hex: '032701' + '0a6a2200' },
    {
      name: 'behind another of Python',
      text: String.raw`s(b'''it is"''') ; s(b'\x03\x01j\x00' )`,
      hex: '03016a00',
    },
    {
      name: 'behind one without escapes',
      text: String.raw`f("a", 1); s(b'\x03\x01j\x00' )`,
      hex: '03016a00',
    },
    {
      name: 'behind the end of another',
      text: String.raw`<a b="c"/>"""; w = '\x03\x01j\x00'`,
      hex: '03016a00',
    },
    { name: 'in a fence of Markdown', text: '```\nb"\\x03\\x01j\\x00"\n```', hex: '03016a00' },
    { name: 'beyond ASCII', text: '"\\x03\\x01ä"', hex: '0301c3a4' },
  ])('$name', ({ text, hex }) => {
    expect(read(text)[0]).toEqual({ hex, slips: [] });
  });

  test('characters below 256 are offered as one byte each, too', () => {
    expect(read('"\\x03\\x01ä"').map(({ hex }) => hex)).toEqual(['0301c3a4', '0301e4']);
    expect(read('"\\x03\\x01€"').map(({ hex }) => hex)).toEqual(['0301e282ac']);
  });

  test('an apostrophe in front opens nothing', () => {
    const text = String.raw`Here's what we got: b'\x03\x01j\x00', that's all`;
    expect(read(text)).toContainEqual({ hex: '03016a00', slips: [] });
  });
});

test('without quotes: from the first escape to the end of the line', () => {
  expect(read(String.raw`body=\x03\x01j\x00E` + '\nnext')).toEqual([{ hex: '03016a0045', slips: [] }]);
});

test.each([
  { text: String.raw`"\x03\x01\q\x00"`, hex: '0301', slip: 'bad-escape 9-11' },
  { text: String.raw`"\x03\x01\xg0"`, hex: '0301', slip: 'bad-escape 9-11' },
  { text: String.raw`"\x03\x01\u00"`, hex: '0301', slip: 'bad-escape 9-11' },
  { text: String.raw`"\x03\x01j`, hex: '03016a', slip: 'unfinished 10-10' },
  { text: String.raw`"\x03\x01j"..., 37) = 37`, hex: '03016a', slip: 'not-printed 11-14' },
])('$text', ({ text, hex, slip }) => {
  expect(read(text)).toEqual([{ hex, slips: [slip] }]);
});

test.each(['', 'plain', '"quoted"', String.raw`C:\new\table`, "it's", '\\', '"\\"'])('%s: none', (text) => {
  expect(read(text).filter(({ hex }) => hex.length > 2)).toEqual([]);
});
