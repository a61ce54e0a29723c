import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { readPaste } from './read-paste.ts';
import { readWiresharkTable } from './wireshark-table.ts';

const HEAD = `WAP Binary XML, Version: 1.3, Public ID: "Unknown or missing Public Identifier"
    Version: 1.3 (0x03)
    Public Identifier (known): Unknown or missing Public Identifier (0x00000001)
    Character Set: UTF-8 (106)
    String table: 0 bytes
    Data representation is based on Content-Type: application/vnd.ms-sync.wbxml
        Level | State | Codepage | WBXML Token Description         | Rendering
`;
const row = (level: string, state: string, page: string, token: string, drawn: string): string =>
  `${level.padStart(17)} | ${state} | ${state.trim().charAt(0)} ${page.padStart(3)}   | ${token.padEnd(31)} |  ${drawn}\n`;
const TAGS = [
  row('', 'Tag  ', '--> 7', 'SWITCH_PAGE (Tag code page)', ''),
  row('1', 'Tag  ', '7', '  Known Tag 0x16           (.C)', '<FolderSync>'),
  row('3', 'Tag  ', '7', '  Known Tag 0x12           (.C)', '   <SyncKey>'),
  row('3', 'Tag  ', '7', 'STR_I (Inline string)', "   '0'"),
  row('3', 'Tag  ', '7', 'END (Known Tag 0x12)', '   </SyncKey>'),
  row('2', 'Tag  ', '7', 'END (Known Tag 0x16)', '</FolderSync>'),
];
const HEX = '03016a00000756520330000101';
const read = (text: string) =>
  readWiresharkTable(text).map(({ bytes, slips }) => ({
    hex: toHex(bytes),
    slips: slips.map(({ code, severity }) => `${severity} ${code}`),
  }));

test('a table is read back into its bytes', () => {
  const text = `${HEAD}${TAGS.join('')}`;
  expect(read(text)).toEqual([{ hex: HEX, slips: [] }]);
  const [first] = readPaste(text);
  expect(first?.why).toMatch(
    /^The table in which Wireshark explains WBXML: 13 bytes, read as Exchange ActiveSync to the end/,
  );
});

test('attributes, and texts with escapes', () => {
  const text = [
    HEAD,
    row('1', 'Tag  ', '0', '  Known Tag 0x05           (A.)', '<si'),
    row('1', ' Attr', '0', '  Known attrStart 0x0D', 'href='),
    row('1', ' Attr', '0', '  Known attrValue 0x05', '.com/'),
    row('1', ' Attr', '0', 'STR_I (Inline string)', "'a\\tb\\303\\251 C:\\Temp'"),
    row('1', 'Tag  ', '0', 'END (attribute list)', '/>'),
  ].join('');
  expect(read(text)).toEqual([
    { hex: '03016a00850d8503610962c3a920433a5c54656d700001', slips: ['warning bad-escape'] },
  ]);
});

test('what it does not tell is said', () => {
  expect(read(TAGS.join(''))).toEqual([{ hex: HEX, slips: ['warning missing-bytes'] }]);
  const opaque = row('3', 'Tag  ', '7', 'OPAQUE (Opaque data)', '(9 bytes of opaque data)');
  expect(read(`${HEAD}${TAGS.slice(0, 3).join('')}${opaque}${TAGS.slice(4).join('')}`)).toEqual([
    { hex: '03016a0000075652', slips: ['error not-printed'] },
  ]);
  const cut = TAGS.map((line) => (line.includes('STR_I') ? ` [truncated]${line}` : line));
  expect(read(`${HEAD}${cut.join('')}`)).toEqual([{ hex: HEX, slips: ['error not-printed'] }]);
  expect(read(`${HEAD.replace('0 bytes', '9 bytes')}${TAGS.join('')}`)).toEqual([
    { hex: '03016a00', slips: ['error not-printed'] },
  ]);
});

test('several tables are several messages', () => {
  const [first] = readPaste(`${HEAD}${TAGS.join('')}\n${HEAD}${TAGS.join('')}`);
  expect(first?.conversation.exchanges).toHaveLength(2);
});

test.each(['', 'a | b | c', '| Tag | page |'])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});

test('linear', () => {
  bounded('many rows', () => {
    readWiresharkTable(HEAD + TAGS.join('').repeat(8000));
    readWiresharkTable(`${' '.repeat(200)}| Tag | T 0`.repeat(3000));
  });
});
