import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { cellName } from './cell-name.ts';
import { partWords } from './part-words.ts';
import { partAt } from './token-parts.ts';
import { bounded } from '../testing/cpu.ts';

const read = (hex: string) => decode(fromHex(hex) ?? new Uint8Array());

test.each([
  { hex: '03016a00', at: 0, words: 'version, WBXML 1.3' },
  { hex: '03016a00', at: 1, words: 'public id 1' },
  { hex: '0300006a03 616200 45', at: 1, words: 'public id by name: an offset in the string table follows' },
  { hex: '0300006a03 616200 45', at: 2, words: 'public id’s name: string-table offset 0' },
  { hex: '039f516a00', at: 2, words: 'public id 4049 (SyncML 1.0), byte 2 of 2' },
  { hex: '03016a00', at: 2, words: 'charset 106, UTF-8' },
  { hex: '030100', at: 2, words: 'charset not given' },
  { hex: '03016a00', at: 3, words: 'no string table' },
  { hex: '03016a00 0002 45', at: 4, words: 'SWITCH_PAGE: a page number follows' },
  { hex: '03016a00 0002 45', at: 5, words: 'page 2 Email, the page to switch to' },
  { hex: '03016a00 85 0001 05 01', at: 6, words: 'attribute page 1, the page to switch to' },
  { hex: '03016a00 4b', at: 4, words: 'SyncKey tag, content follows' },
  { hex: '03016a00 0b', at: 4, words: 'SyncKey tag, empty' },
  { hex: '03016a00 8b', at: 4, words: 'SyncKey tag, attributes follow, no content' },
  { hex: '03016a00 cb', at: 4, words: 'SyncKey tag, attributes and content follow' },
  { hex: '03016a03 616200 44 00', at: 8, words: 'string-table offset 0' },
  { hex: '03016a00 45 01', at: 5, words: 'END of Sync' },
  { hex: '03016a00 85 05 01', at: 6, words: 'END of the attributes of Sync' },
  { hex: '03016a00 43 05 01', at: 4, words: 'PI: a processing instruction follows' },
  { hex: '03016a00 43 05 01', at: 6, words: 'END of PI' },
  { hex: '03016a00 45 4b 03 6f6b 00', at: 6, words: 'STR_I: a string follows, of SyncKey' },
  { hex: '03016a00 45 4b 03 6f6b 00', at: 8, words: '"k", character 2 of "ok"' },
  { hex: '03016a00 45 4b 03 6f6b 00', at: 9, words: 'terminator: the string ends here' },
  { hex: '03016a00 45 4b 03 c3a9 00', at: 8, words: '"é", character 1 of "é", byte 2 of its 2' },
  {
    hex: '03016a00 45 4b 03 6180 00',
    at: 8,
    words: 'byte 2 of 2 of text, no text in the charset',
  },
  { hex: '030111 00 45 4b 03 82a0 00', at: 7, words: 'byte 1 of 2 of text' },
  { hex: '0301 8777 00 45 03 0061 0000', at: 10, words: 'terminator: the string ends here, byte 2 of 2' },
  { hex: '03016a00 45 83 05', at: 5, words: 'STR_T: a string of the table follows by its offset, of Sync' },
  { hex: '03016a00 45 02 8120', at: 5, words: 'ENTITY: a character follows by its code, of Sync' },
  { hex: '03016a00 45 02 8120', at: 6, words: 'character "\\u00a0", U+00A0, byte 1 of 2' },
  { hex: '03016a00 45 40 61 00', at: 5, words: 'EXT_I_0: a string follows, of Sync' },
  { hex: '03016a00 45 80 05', at: 5, words: 'EXT_T_0: a number follows, of Sync' },
  { hex: '03016a00 45 80 05', at: 6, words: 'number 5' },
  { hex: '03016a00 45 c1', at: 5, words: 'EXT_1' },
  { hex: '03016a00 45 c3 8902 6162', at: 7, words: 'length 1,154, byte 2 of 2' },
  { hex: '03016a00 45 c3 02 6162', at: 8, words: 'data byte 2 of 2' },
  { hex: '02056a00 86 10 c3 04 20260131 01', at: 10, words: 'data byte 3 of 4, month 01' },
  { hex: '02056a00 86 0c 85 01', at: 5, words: 'href attribute, value begins with "http://"' },
  { hex: '02056a00 86 0c 85 01', at: 6, words: 'piece of a value, ".com/", of href' },
  { hex: '02056a00 86 0b 01', at: 5, words: 'href attribute, its value follows' },
  { hex: '03016a03 616200 85 04 00 01', at: 8, words: 'ab attribute, named in the string table' },
  { hex: '03016a00 45 01 4546', at: 7, words: 'not read, byte 2 of 2' },
  { hex: '03016a00 45 01 45', at: 6, words: 'not read' },
])('$hex at $at: $words', ({ hex, at, words }) => {
  const decoded = read(hex);
  const i = decoded.tokens.atOffset(at);
  expect(partWords(decoded, i, partAt(decoded, i, at), at)).toBe(words);
});

test('far into a text, the byte is numbered instead of the character', () => {
  const decoded = read(`03016a00 45 03 ${'61'.repeat(6_000)} 00`);
  const words = partWords(decoded, 5, partAt(decoded, 5, 5_005), 5_005);
  expect(words).toBe(`"a", byte 5,000 of 6,000 of "${'a'.repeat(24)}" …`);
});

test('names for a screen of bytes are found without long walks', () => {
  const bytes = new Uint8Array(2_000_000).fill(0x85);
  bytes.set([2, 5, 0x6a, 0, 0x86, 0x0b]);
  const decoded = decode(bytes);
  bounded(
    '640 names',
    () => {
      for (let offset = 1_900_000; offset < 1_900_640; offset++) cellName(decoded, offset);
    },
    0.5,
  );
  expect(cellName(decoded, 1_900_000)).toBe('offset 1900000, 85, piece of a value, ".com/", of indication');
});

test('a cell is called by its offset, its byte and what it is', () => {
  const decoded = read('03016a00 0000 45 4e033100 01 4b');
  expect(cellName(decoded, 12)).toBe('offset 12, 4b, SyncKey tag, content follows');
  expect(cellName(decoded, 13)).toBe('offset 13, no byte');
  expect(cellName(decoded, -1)).toBe('offset -1, no byte');
});
