import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { bounded } from '../testing/cpu.ts';
import { readIndexedList } from './indexed-list.ts';

const BYTES = [3, 1, 106, 0, 255];
const read = (text: string): string[] => readIndexedList(text).map(({ bytes }) => toHex(bytes));

test.each([
  { name: 'print_r', line: (v: number, i: number) => `    [${i}] => ${v}` },
  { name: 'unpack', line: (v: number, i: number) => `    [${i + 1}] => ${v}` },
  { name: 'var_dump', line: (v: number, i: number) => `  [${i}]=>\n  int(${v})` },
  { name: 'var_export', line: (v: number, i: number) => `  ${i} => ${v},` },
  { name: 'a debugger', line: (v: number, i: number) => `\t[${i}]\t${v}\tbyte` },
  { name: 'one in hex', line: (v: number, i: number) => `\t[${i}]\t0x${v.toString(16)}\tbyte` },
  { name: 'gdb', line: (v: number, i: number) => `[${i}] = ${v} '\\003'` },
  { name: 'a watch', line: (v: number, i: number) => `[${i}]: ${v > 127 ? v - 256 : v}` },
])('$name', ({ line }) => {
  expect(read(`Array\n(\n${BYTES.map(line).join('\n')}\n)\n`)).toEqual(['03016a00ff']);
});

test.each([
  '',
  '[0] => 3\n[1] => 1',
  '[0] => 3\n[2] => 1\n[3] => 4\n[4] => 0\n[5] => 9',
  'see [1] 2020, [2] 2021, [3] 2022, [4] 2023',
])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});

test('linear', () => {
  bounded('many', () => {
    readIndexedList(`[0] =>${' '.repeat(39)}`.repeat(8000));
    readIndexedList('[0] => 1\n'.repeat(40_000));
  });
});
