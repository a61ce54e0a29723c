import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { readCharDump } from './char-dump.ts';

const read = (lines: readonly string[]) =>
  readCharDump(lines.join('\n')).map(({ bytes, slips }) => ({
    hex: toHex(bytes),
    slips: slips.map(({ code, found }) => `${code} ${found}`),
  }));

const HEX = '03016a000000454e0331000120' + '20c3a4' + '4b0a5c0101';
const ROWS = ['003 001   j  \\0  \\0  \\0   E   N 003   1  \\0 001         303 244', '  K  \\n   \\ 001 001'];

test.each([
  ['od -c', [`0000000 ${ROWS[0]}`, `0000020 ${ROWS[1]}`, '0000025']],
  ['od -Ax -c', [`000000 ${ROWS[0]}`, `000010 ${ROWS[1]}`, '000015']],
  ['od -Ad -c', [`0000000 ${ROWS[0]}`, `0000016 ${ROWS[1]}`, '0000021']],
  ['hexdump -c', [`0000000 ${ROWS[0]}`, `0000010 ${ROWS[1]}${' '.repeat(44)}`, '0000015']],
  ['od -An -c', [` ${ROWS[0]}`, ` ${ROWS[1]}`]],
  ['its first blank lost', [ROWS[0] ?? '', ` ${ROWS[1]}`]],
  ['words around', ['$ od -c reply.bin', `0000000 ${ROWS[0]}`, `0000020 ${ROWS[1]}`, '0000025', '$']],
  [
    'od -tx1c',
    [
      '0000000  03  01  6a  00  00  00  45  4e  03  31  00  01  20  20  c3  a4',
      `        ${ROWS[0]}`,
      '0000020  4b  0a  5c  01  01',
      `        ${ROWS[1]}`,
      '0000025',
    ],
  ],
  [
    'od -tcx1',
    [
      `0000000 ${ROWS[0]}`,
      '         03  01  6a  00  00  00  45  4e  03  31  00  01  20  20  c3  a4',
      `0000020 ${ROWS[1]}`,
      '         4b  0a  5c  01  01',
      '0000025',
    ],
  ],
])('%s', (_, lines) => {
  expect(read(lines)).toEqual([{ hex: HEX, slips: [] }]);
});

test('further bytes of a character are those of UTF-8, as hexdump prints them on a Mac', () => {
  expect(read(['0000000 003 001   j  \\0   ä  **  \\0', '0000007'])).toEqual([
    { hex: '03016a00c3a400', slips: [] },
  ]);
});

const AS = Array.from({ length: 15 }, () => '   A').join('');

test('rows that are left out are filled in where offsets say how many', () => {
  const rows = [`0000000 003${AS}`, `0000020   A${AS}`, '*', '0000060 001 001', '0000062'];
  expect(read(rows)).toEqual([{ hex: `03${'41'.repeat(47)}0101`, slips: [] }]);
  const found = '“*”: rows like the one before, and no offset says how many';
  expect(read([` 003${AS}`, `   A${AS}`, '*', ' 001 001'])).toEqual([
    { hex: `03${'41'.repeat(31)}`, slips: [`not-printed ${found}`] },
  ]);
});

test.each([
  ['0000060', 'missing-bytes offset 0000060'],
  ['0000010', 'overlapping-rows offset 0000010'],
])('a row that does not follow is told: %s', (offset, slip) => {
  expect(read([`0000000 003${AS}`, `0000020   A${AS}`, `${offset} 001 001`])).toEqual([
    { hex: `03${'41'.repeat(31)}`, slips: [slip] },
  ]);
});

test('two dumps are two', () => {
  const dump = ['0000000 003 001   j  \\0', '0000004'];
  expect(read([...dump, ...dump]).map(({ hex }) => hex)).toEqual(['03016a00', '03016a00']);
});

test.each(['', 'a b c', ' 1 2 3', '0000000', '100 200 300', 'C:\\new \\table'])('%s: none', (text) => {
  expect(read([text])).toEqual([]);
});

test('a long text takes no longer than it is', () => {
  bounded('rows of characters', () => readCharDump(' 003   A\n'.repeat(100_000)), 2);
  bounded('one long row', () => readCharDump(` 003${'   A'.repeat(400_000)}`), 2);
});
