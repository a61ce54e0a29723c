import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readHexColumns } from './hex-columns.ts';
import { bounded } from '../testing/cpu.ts';

const ROWS = ['03 01 6a 00 00 00 45 4e', '03 31 00 01 01'];
const HEX = '03016a000000454e0331000101';
const rows = (line: (row: string, i: number) => string): string => ROWS.map(line).join('\n');

test.each([
  { name: 'a log of containers', text: rows((row, i) => `eas-1  | 2026/11/16 07:12:01 body[${i}]: ${row}`) },
  { name: 'a journal', text: rows((row) => `Nov 16 07:12:01 mail eas[812]: ${row}`) },
  {
    name: 'a log with another number, under a heading',
    text: ['Body (13 bytes):', ...ROWS].map((row) => `10:00:01,1 [http-8080-3] Wire - ${row}`).join('\n'),
  },
  { name: 'a quoted mail', text: `> It answers:\n>\n${rows((row) => `> ${row}`)}\n>\n> Any idea?` },
  { name: 'numbers of lines', text: rows((row, i) => `  ${i + 1}  ${row.toUpperCase()}`) },
  { name: 'numbers and colons', text: rows((row, i) => `${i + 1}: ${row}`) },
  {
    name: 'addresses of a debugger',
    text: rows((row, i) => `0x7ffe00${i}0:\t${row.replace(/\w\w/g, '0x$&').replaceAll(' ', '\t')}`),
  },
  { name: 'a table with bars', text: rows((row, i) => `|0000000${i}| ${row.padEnd(23)} |..j...E.|`) },
  { name: 'digits together', text: rows((row) => `DEBUG body ${row.replaceAll(' ', '')}`) },
  { name: 'the ends of Windows', text: rows((row) => `out> ${row}\r`) },
])('$name', ({ text }) => {
  expect(readHexColumns(text).map(({ bytes }) => toHex(bytes))).toContain(HEX);
});

test.each([
  '',
  'log: 03 01 6a 00', // one line is a stretch like any other
  `${ROWS[0]}\n${ROWS[1]}`, // nothing stands in front
  'one: 03 01 6a\ntwo 03 01 6a', // not alike
  rows((_, i) => `10.0.0.1 - ann [02/Jan/2026:10:0${i}:00 +0100] "POST /a HTTP/1.1" 200 47 "-"`), // dates
  rows((_, i) => `02/01/2026 10:00:0${i} [4135] [WBXML] I`), // the number of a process
  rows((_, i) => `2026-01-02T10:00:0${i}Z the 3rd`),
  `a: ${ROWS[1]}\na: ${ROWS[0]}`, // a row is wider than the one before
])('%j: none', (text) => {
  expect(readHexColumns(text)).toEqual([]);
});

test('a long line of digits takes no longer than it is', () => {
  const text = `${`x ${'03 '.repeat(300)}\n`.repeat(200)}${'12 '.repeat(600_000)}`;
  bounded('a long line behind columns', () => readHexColumns(text), 2);
});
