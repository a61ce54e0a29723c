import { expect, test } from 'vitest';
import { fileText, mayBeText } from './file-text.ts';
import { readPaste } from './read-paste.ts';

const utf8 = (text: string): number[] => [...new TextEncoder().encode(text)];
const utf16 = (text: string): number[] =>
  [...text].flatMap((c) => [c.charCodeAt(0) & 0xff, c.charCodeAt(0) >> 8]);

test.each([
  { name: 'UTF-8', bytes: utf8('aä1'), text: 'aä1', at: 2, byte: 3 },
  { name: 'UTF-8 with its mark', bytes: [0xef, 0xbb, 0xbf, ...utf8('aä1')], text: 'aä1', at: 2, byte: 6 },
  { name: 'UTF-16, low byte first', bytes: [0xff, 0xfe, ...utf16('aä1')], text: 'aä1', at: 2, byte: 6 },
  {
    name: 'UTF-16, high byte first',
    bytes: [0xfe, 0xff, 0, 97, 0, 0xe4, 0, 49],
    text: 'aä1',
    at: 2,
    byte: 6,
  },
  { name: 'UTF-16 without a mark', bytes: utf16('03 01 ä'), text: '03 01 ä', at: 6, byte: 12 },
  {
    name: 'the same, high byte first',
    bytes: [...'03 01'].flatMap((sign) => [0, sign.charCodeAt(0)]),
    text: '03 01',
    at: 3,
    byte: 6,
  },
  { name: 'neither: a character a byte', bytes: [97, 0xe4, 49], text: 'aä1', at: 2, byte: 2 },
  { name: 'empty', bytes: [], text: '', at: 0, byte: 0 },
])('$name', ({ bytes, text, at, byte }) => {
  const read = fileText(Uint8Array.from(bytes));
  expect(read.text).toBe(text);
  expect(read.toByte(at)).toBe(byte);
});

test.each([
  { bytes: utf8('03 01'), may: true },
  { bytes: [0xff, 0xfe, 48, 0], may: true },
  { bytes: utf16('03 01'), may: true },
  { bytes: [0x03, 0, 0x6a, 0, 0, 0, 1, 0], may: false },
  { bytes: [3, 1, 0x6a], may: false },
  { bytes: [0x30, 0], may: false },
  { bytes: [0x1f, 0x8b], may: false },
])('$bytes may be text: $may', ({ bytes, may }) => {
  expect(mayBeText(Uint8Array.from(bytes))).toBe(may);
});

test.each([
  { encoding: 'windows-1251', bytes: [0xcf, 0xf0], text: 'Пр' },
  { encoding: 'windows-1252', bytes: [0x80], text: '€' },
  { encoding: 'ISO-8859-15', bytes: [0xa4], text: '€' },
  { encoding: 'Shift_JIS', bytes: [0x82, 0xa0], text: 'あ' },
  { encoding: 'ISO-8859-1', bytes: [0xe9], text: 'é' },
  { encoding: 'none-such', bytes: [0xe9], text: 'é' },
])('XML in $encoding', ({ encoding, bytes, text }) => {
  const head = `<?xml version="1.0" encoding="${encoding}"?><a>`;
  const file = Uint8Array.from([...new TextEncoder().encode(head), ...bytes, 0x3c, 0x2f, 0x61, 0x3e]);
  const read = fileText(file);
  expect(read.text).toBe(`${head}${text}</a>`);
  // the character behind them stands where it stood
  expect(read.toByte(head.length + text.length)).toBe(head.length + bytes.length);
});

test.each([
  { name: 'Latin-1, unnamed', bytes: [0x61, 0xe4], said: 'The file was read as Latin-1' },
  { name: 'UTF-16 without a mark', bytes: utf16('03 01'), said: 'The file was read as UTF-16, low first' },
  { name: 'UTF-8', bytes: utf8('aä'), said: undefined },
  { name: 'UTF-16 with its mark', bytes: [0xff, 0xfe, ...utf16('03 01')], said: undefined },
])('what nothing in the file says of its encoding is said: $name', ({ bytes, said }) => {
  const read = fileText(Uint8Array.from(bytes));
  expect(read.said?.startsWith(said ?? '-')).toBe(said === undefined ? undefined : true);
});

test('a file of hex in UTF-16 without a mark is read, and so it says', () => {
  const [first] = readPaste(Uint8Array.from(utf16('03 01 6a 00 45 4e 03 31 00 01 0g')));
  expect(first?.conversation.exchanges[0]?.response?.bytes).toEqual(
    Uint8Array.of(3, 1, 0x6a, 0, 0x45, 0x4e, 3, 0x31, 0, 1),
  );
  expect(first?.why).toContain('The file was read as UTF-16, low first, though it has no byte-order mark.');
  expect(first?.problems[0]?.start).toBe(2 * '03 01 6a 00 45 4e 03 31 00 01 0'.length);
});
