import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { charsetOf, hasLoneSurrogate, type Charset } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
function charset(mib: number): Charset {
  const found = charsetOf(mib);
  if (!found) throw new Error(`no charset ${mib}`);
  return found;
}

const BOTH_WAYS = [
  { mib: 3, name: 'US-ASCII', text: 'a~', hex: '61 7e' },
  { mib: 4, name: 'ISO-8859-1', text: 'é\u0080ÿ', hex: 'e9 80 ff' },
  { mib: 5, name: 'ISO-8859-2', text: 'ł', hex: 'b3' },
  { mib: 8, name: 'ISO-8859-5', text: 'Ж', hex: 'b6' },
  { mib: 10, name: 'ISO-8859-7', text: 'λ', hex: 'eb' },
  { mib: 12, name: 'ISO-8859-9', text: 'ĞİŞğışé', hex: 'd0 dd de f0 fd fe e9' },
  { mib: 17, name: 'Shift_JIS', text: 'あア', hex: '82 a0 83 41' },
  { mib: 18, name: 'EUC-JP', text: 'あ', hex: 'a4 a2' },
  { mib: 38, name: 'EUC-KR', text: '가', hex: 'b0 a1' },
  { mib: 106, name: 'UTF-8', text: '\ufeffé€🙂', hex: 'ef bb bf c3 a9 e2 82 ac f0 9f 99 82' },
  { mib: 111, name: 'ISO-8859-15', text: '€', hex: 'a4' },
  { mib: 113, name: 'GBK', text: '中', hex: 'd6 d0' },
  { mib: 114, name: 'GB18030', text: '中', hex: 'd6 d0' },
  { mib: 18, name: 'EUC-JP', text: 'あ丂é', hex: 'a4 a2 8f b0 a1 8f ab b1' },
  {
    mib: 114,
    name: 'GB18030',
    text: '中ᄀ🙂\u{10ffff}é€',
    hex: 'd6 d0 81 33 9d 36 95 30 85 32 e3 32 9a 35 a8 a6 a2 e3',
  },
  { mib: 1000, name: 'ISO-10646-UCS-2', text: 'aé€', hex: '00 61 00 e9 20 ac' },
  { mib: 1013, name: 'UTF-16BE', text: 'a🙂', hex: '00 61 d8 3d de 42' },
  { mib: 1014, name: 'UTF-16LE', text: 'a🙂', hex: '61 00 3d d8 42 de' },
  { mib: 1015, name: 'UTF-16', text: '\ufeffa', hex: 'fe ff 00 61' },
  { mib: 2025, name: 'GB2312', text: '中', hex: 'd6 d0' },
  { mib: 2026, name: 'Big5', text: '中', hex: 'a4 a4' },
  { mib: 2084, name: 'KOI8-R', text: 'Ж', hex: 'f6' },
  { mib: 2251, name: 'windows-1251', text: 'Ж', hex: 'c6' },
  { mib: 2252, name: 'windows-1252', text: '€\u0081Ÿ’é', hex: '80 81 9f 92 e9' },
];

describe('text and bytes', () => {
  test.each(BOTH_WAYS)('$name: $text is $hex', ({ mib, name, text, hex }) => {
    const found = charset(mib);
    expect(found.name).toBe(name);
    expect(found.decode(bytesOf(hex))).toBe(text);
    expect(toHex(found.encode(text) ?? new Uint8Array(0), ' ')).toBe(hex);
  });

  test.each([
    { mib: 3, text: 'é' },
    { mib: 4, text: '€' },
    { mib: 12, text: 'Ð' }, // its place is taken by Ğ
    { mib: 17, text: '🙂' },
    { mib: 106, text: '\ud800' },
    { mib: 2026, text: 'Ж中é€🙂' },
  ])('$mib has no $text', ({ mib, text }) => {
    expect(charset(mib).encode(text)).toBeUndefined();
  });

  test.each([
    { mib: 3, hex: '80', text: '\ufffd' },
    { mib: 106, hex: 'c0 80', text: '\ufffd\ufffd' },
    { mib: 106, hex: 'ed a0 80', text: '\ufffd\ufffd\ufffd' },
    { mib: 17, hex: '82', text: '\ufffd' },
    { mib: 1000, hex: '00 61 00', text: 'a\ufffd' },
  ])('$hex is no text of $mib', ({ mib, hex, text }) => {
    expect(charset(mib).decode(bytesOf(hex))).toBe(text);
  });

  test('every byte of the sets that have a table of their own comes back', () => {
    for (const mib of [4, 12, 2252]) {
      const found = charset(mib);
      const all = Uint8Array.from({ length: 256 }, (_, byte) => byte);
      expect(found.encode(found.decode(all))).toEqual(all);
    }
    const ascii = Uint8Array.from({ length: 128 }, (_, byte) => byte);
    expect(charset(3).encode(charset(3).decode(ascii))).toEqual(ascii);
  });

  test('every pair of bytes of the two-byte sets comes back, surrogates alone too', () => {
    const all = new Uint8Array(2 * 0x1_0000);
    for (let unit = 0; unit < 0x1_0000; unit++) all.set([unit >> 8, unit & 0xff], 2 * unit);
    for (const mib of [1000, 1013, 1014, 1015]) {
      const found = charset(mib);
      const back = found.encode(found.decode(all)) ?? new Uint8Array(0);
      expect(Buffer.compare(back, all), found.name).toBe(0);
      expect(found.unit).toBe(2);
    }
  });

  test('every code of four bytes of GB18030 comes back, but for those out of order', () => {
    const { decode, encode } = charset(114);
    const lost: string[] = [];
    for (let index = 0; index < 39_420; index += 7) {
      const [a, b, c, d] = [index / 12_600, (index / 1260) % 10, (index / 10) % 126, index % 10].map(
        Math.floor,
      );
      const code = Uint8Array.of(0x81 + (a ?? 0), 0x30 + (b ?? 0), 0x81 + (c ?? 0), 0x30 + (d ?? 0));
      const back = encode(decode(code));
      if (!back || toHex(back) !== toHex(code)) lost.push(toHex(code));
    }
    expect(lost.length).toBeLessThan(30);
  });

  test('an unknown number is no charset', () => {
    for (const mib of [0, 1, 2, 500, 0xffff_ffff]) expect(charsetOf(mib)).toBeUndefined();
  });
});

test.each([
  { text: '', lone: false },
  { text: 'a🙂', lone: false },
  { text: '\ud800', lone: true },
  { text: '\udc00a', lone: true },
  { text: '🙂\ud83d', lone: true },
  { text: '\ud83d\ud83d\ude42', lone: true },
])('a surrogate without its partner in $text: $lone', ({ text, lone }) => {
  expect(hasLoneSurrogate(text)).toBe(lone);
});
