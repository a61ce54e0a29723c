import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { characterAt, characterWords } from './characters.ts';

/** Charset by MIBenum as it stands in the header, and the text's bytes from offset 10 on. */
function at(charset: string, text: string, offset: number) {
  const header = `0301${charset}00`;
  const start = header.length / 2 + 2;
  const decoded = decode(fromHex(`${header} 45 03 ${text} 0000 01`) ?? new Uint8Array());
  const end = start + text.replaceAll(' ', '').length / 2;
  const found = characterAt(decoded, start, end, start + offset);
  return found && { ...found, start: found.start - start, end: found.end - start };
}

test.each([
  {
    charset: '6a',
    text: '61 c3a9 e282ac f09f9880',
    offset: 0,
    found: { start: 0, end: 1, text: 'a', index: 1 },
  },
  {
    charset: '6a',
    text: '61 c3a9 e282ac f09f9880',
    offset: 2,
    found: { start: 1, end: 3, text: 'é', index: 2 },
  },
  {
    charset: '6a',
    text: '61 c3a9 e282ac f09f9880',
    offset: 3,
    found: { start: 3, end: 6, text: '€', index: 3 },
  },
  {
    charset: '6a',
    text: '61 c3a9 e282ac f09f9880',
    offset: 9,
    found: { start: 6, end: 10, text: '😀', index: 4 },
  },
  { charset: '6a', text: '61 80 62', offset: 1, found: { start: 1, end: 2 } },
  { charset: '6a', text: '61 80 62', offset: 2, found: { start: 2, end: 3, text: 'b', index: 3 } },
  { charset: '6a', text: 'c3', offset: 0, found: { start: 0, end: 1 } },
  { charset: '6a', text: 'eda080', offset: 1, found: { start: 1, end: 2 } },
  { charset: '6a', text: 'efbbbf', offset: 2, found: { start: 0, end: 3, text: '\ufeff', index: 1 } },
  { charset: '04', text: 'e4 62', offset: 0, found: { start: 0, end: 1, text: 'ä', index: 1 } },
  { charset: '05', text: '62 b1', offset: 1, found: { start: 1, end: 2, text: 'ą', index: 2 } },
  { charset: '8777', text: '0061 20ac', offset: 3, found: { start: 2, end: 4, text: '€', index: 2 } },
  { charset: '8777', text: 'd83dde00 0062', offset: 0, found: { start: 0, end: 4, text: '😀', index: 1 } },
  { charset: '8777', text: 'd83dde00 0062', offset: 3, found: { start: 0, end: 4, text: '😀', index: 1 } },
  { charset: '8777', text: 'd83dde00 0062', offset: 4, found: { start: 4, end: 6, text: 'b', index: 2 } },
  { charset: '11', text: '82a0', offset: 1, found: undefined },
])('charset $charset, $text at $offset', ({ charset, text, offset, found }) => {
  expect(at(charset, text, offset)).toEqual(found);
});

test('far into a long text a character has no number, and is found at once', () => {
  const bytes = new Uint8Array(200_000).fill(0x61);
  bytes.set([3, 1, 0x6a, 0, 0x45, 3]);
  bytes.set([0, 1], bytes.length - 2);
  const decoded = decode(bytes);
  expect(characterAt(decoded, 6, 199_998, 4_000)).toMatchObject({ text: 'a', index: 3_995 });
  expect(characterAt(decoded, 6, 199_998, 150_000)).toEqual({ start: 150_000, end: 150_001, text: 'a' });
});

test('characters that show nothing are named', () => {
  expect(['a', ' ', '\n', '\u0007', '\ufeff', '"'].map(characterWords)).toEqual([
    '"a"',
    'space',
    'line feed',
    '"\\u0007"',
    'byte-order mark',
    'quotation mark',
  ]);
});
