import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readPaste } from './read-paste.ts';

/** The best reading: its bytes, and the places and finds of what is wrong. */
function read(text: string): { hex: string; faults: string[] } {
  const [first] = readPaste(text);
  const bytes = first?.conversation.exchanges[0]?.response?.bytes ?? new Uint8Array(0);
  return {
    hex: toHex(bytes),
    faults: (first?.problems ?? []).map(({ line, column, found }) => `${line}:${column} ${found}`),
  };
}

const ROW = '03 01 6a 00 45 4e 03 31  00 01 4e 03 31 00 01 4e';
const XXD = '0301 6a00 454e 0331 0001 4e03 3100 014e';

describe('a fault in the last row of a dump is told', () => {
  test.each([
    {
      last: 'a group of hexdump -C',
      text: `00000000  ${ROW}  |..j.EN.1..N.1..N|\n00000010  03 3g`,
      fault: '2:14 “3g”',
    },
    { last: 'the only group of xxd', text: `00000000: ${XXD}\n00000010: 033g`, fault: '2:11 “033g”' },
    { last: 'half a byte', text: `00000000: ${XXD}\n00000010: 033`, fault: '2:11 “033”' },
    { last: 'a group in the middle', text: '00000000: 0301 6a00 45xx 0331 0001', fault: '1:21 “45xx”' },
    { last: 'no digit at all', text: `00000000  ${ROW}\n00000010  03 31 zz 01 01 01`, fault: '2:17 “zz”' },
  ])('$last', ({ text, fault }) => {
    expect(read(text).faults).toEqual([fault]);
  });

  test.each([
    { said: 'a remark', text: `00000000  ${ROW}\n00000010  03 31 00 01 01  the end` },
    {
      said: 'a remark behind a full row',
      text: `00000000  ${ROW}\n00000010  03 31 00 01 4e 03 31 00  01 4e 03 31 00 01 01 01 is all`,
    },
    { said: 'only its length', text: `00000000  ${ROW}\n00000010` },
  ])('$said is none', ({ text }) => {
    expect(read(text).faults).toEqual([]);
  });
});

describe('a line that ends a listing too early is told', () => {
  test.each([
    {
      said: 'a wrong digit',
      text: '03 01 6a 00  header\n45  Sync\n4e 03 3g 00 01  Status\n01  end',
      hex: '03016a0045',
      fault: '3:8 “g”',
    },
    {
      said: 'one digit',
      text: '03 01 6a 00  header\n45  Sync\n4e 03 3 00 01  Status\n01  end',
      hex: '03016a0045',
      fault: '3:7 “3”',
    },
    {
      said: 'words',
      text: '03 01 6a 00  header\n45  Sync\nand then\n01  end',
      hex: '03016a0045',
      fault: '3:1 “a”',
    },
    {
      said: 'text that disagrees',
      text: '03 01 6a 00 45 4e 03 31  ..j.EN.1\n00 01 4e 03 31 00 01 01  ..N.7...\n00 01 4e 03 31 00 01 01  ..N.1...',
      hex: '03016a00454e0331',
      fault: '2:1 bytes and a text that disagree',
    },
    {
      said: 'a wrong digit in a column',
      text: 'row 1: 03 01 6a 00 45\nrow 2: 4e 03 31 00 01\nrow 3: 4e 03 3g 00 01\nrow 4: 4e 03 31 00 01\nrow 5: 01\n',
      hex: '03016a00454e03310001',
      fault: '3:15 “g”',
    },
  ])('$said', ({ text, hex, fault }) => {
    expect(read(text)).toEqual({ hex, faults: [fault] });
  });

  test('another listing behind a heading is no fault', () => {
    expect(read('03 01 6a 00  a\n45 01  b\nThe next:\n03 01 6a 00  a\n45 01  b').faults).toEqual([]);
  });

  test('quoted lines may be of any length', () => {
    const text = '> 03 01 6a 00 45\n> 4e 03 31 00 01 4e 03 31\n> 00 01\n> 4e 03 31 00 01 01\n';
    expect(read(text)).toEqual({ hex: '03016a00454e033100014e033100014e0331000101', faults: [] });
  });
});

describe('a wrong digit near the front leaves no reading that begins behind it', () => {
  test.each([
    { text: '03 01 6a 0O 45 4e 03 31 00 01 4e 03 31 00 01 01', hex: '03016a', fault: '1:11 “O”' },
    { text: '03 01 6O 00 45 4e 03 31 00 01 4e 03 31 00 01 01', hex: '0301', fault: '1:8 “O”' },
    { text: '03 0I 6a 00 45 4e 03 31 00 01 4e 03 31 00 01 01', hex: '03', fault: '1:5 “I”' },
  ])('$text', ({ text, hex, fault }) => {
    expect(readPaste(text)).toHaveLength(1);
    expect(read(text)).toEqual({ hex, faults: [fault] });
  });

  test('a message behind another that is cut by a fault is read', () => {
    const whole = '03 01 6a 00 45 4e 03 31 00 01 01';
    expect(read(`03 01 6a 00 45 0O\n\nthen\n\n${whole}`).hex).toBe(whole.replaceAll(' ', ''));
  });
});
