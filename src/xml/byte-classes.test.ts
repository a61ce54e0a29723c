import { expect, test } from 'vitest';
import { ByteEscaper, HAS, classesOf, classesUntil } from './byte-classes.ts';

const utf8 = new TextEncoder();
/** Lengths on both sides of what is looked at together. */
const LENGTHS = [1, 3, 4, 5, 7, 8, 9, 15, 16, 17];
const inText = (special: string, before: number, after: number): Uint8Array =>
  utf8.encode('a'.repeat(before) + special + 'b'.repeat(after));

test.each([
  { character: 'a', bits: HAS.ink },
  { character: '&', bits: HAS.ink | HAS.ampersand },
  { character: '<', bits: HAS.ink | HAS.lessThan },
  { character: ']', bits: HAS.ink | HAS.bracket },
  { character: '$', bits: HAS.ink | HAS.dollar },
  { character: '\r', bits: HAS.ink | HAS.cr },
  { character: '\u0001', bits: HAS.ink | HAS.control },
  { character: 'é', bits: HAS.ink | HAS.foreign },
  { character: '€', bits: HAS.ink | HAS.foreign },
  { character: '\u00ad', bits: HAS.ink | HAS.foreign | HAS.suspect },
  { character: '\u200b', bits: HAS.ink | HAS.foreign | HAS.suspect },
  { character: '\ufffd', bits: HAS.ink | HAS.foreign | HAS.suspect },
])('the bits of $character, wherever it stands', ({ character, bits }) => {
  for (const before of LENGTHS) {
    for (const after of LENGTHS) {
      const bytes = inText(character, before, after);
      expect(classesUntil(bytes, 0, bytes.length, 0)).toBe(bits);
      expect(classesOf(bytes, 0, bytes.length) & ~HAS.suspect).toBe(bits & ~HAS.suspect);
    }
  }
});

test('bytes beside a string have no say in its bits', () => {
  const bytes = utf8.encode('<aaaaaaaaaaaaaaaaaaaa<');
  for (const end of LENGTHS) expect(classesUntil(bytes, 1, 1 + end, 0)).toBe(HAS.ink);
});

test.each(['&', '<', '\r\n', '€', 'é', '&<', '<\r\n&', 'a<a&a'])(
  'escapes %j, wherever it stands',
  (special) => {
    const escaper = new ByteEscaper();
    for (const before of LENGTHS) {
      for (const after of LENGTHS) {
        const bytes = inText(special, before, after);
        const text = new TextDecoder().decode(bytes);
        const expected = text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('\r\n', '\n');
        expect(escaper.escape(bytes, 0, bytes.length)).toBe(expected);
        expect(escaper.crlf).toBe(special.includes('\r\n'));
      }
    }
  },
);

test.each(['\r', '\u0001', '\u200b', '\ufffd', '\r\n\n'])('leaves %j to others', (special) => {
  const escaper = new ByteEscaper();
  for (const before of LENGTHS) {
    const bytes = inText(special, before, 3);
    expect(escaper.escape(bytes, 0, bytes.length)).toBeUndefined();
  }
});
