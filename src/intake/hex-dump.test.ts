import { describe, expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readHexDump } from './hex-dump.ts';

const HEX = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';

const read = (text: string) =>
  readHexDump(text).map(({ kind, bytes, slips }) => ({
    kind,
    hex: toHex(bytes),
    slips: slips.map(({ code, start, end }) => `${code} ${start}-${end}`),
  }));

/** Rows as the tools print them; `indent` is what a logger puts in front of each. */
const C = [
  '00000000  03 01 6a 00 00 00 45 4e  03 31 00 01 4b 03 31 00  |..j...EN.1..K.1.|',
  '00000010  01 5c 4f 4b 03 31 00 01  52 03 31 00 01 4e 03 31  |.\\OK.1..R.1..N.1|',
  '00000020  00 01 01 01 01                                    |.....|',
  '00000025',
];
const WIRESHARK = [
  '0000   03 01 6a 00 00 00 45 4e 03 31 00 01 4b 03 31 00   ..j...EN.1..K.1.',
  '0010   01 5c 4f 4b 03 31 00 01 52 03 31 00 01 4e 03 31   .\\OK.1..R.1..N.1',
  '0020   00 01 01 01 01                                    .....',
];
const XXD = [
  '00000000: 0301 6a00 0000 454e 0331 0001 4b03 3100  ..j...EN.1..K.1.',
  '00000010: 015c 4f4b 0331 0001 5203 3100 014e 0331  .\\OK.1..R.1..N.1',
  '00000020: 0001 0101 01                             .....',
];

describe('dumps of bytes', () => {
  test.each([
    { name: 'hexdump -C', text: C.join('\n') },
    { name: 'hexdump -C, windows line ends', text: C.join('\r\n') },
    { name: 'hexdump -C without the last offset', text: C.slice(0, 3).join('\n') },
    { name: 'hexdump -C behind a log prefix', text: C.map((row) => `D/Exchange(123): ${row}`).join('\n') },
    { name: 'Wireshark', text: WIRESHARK.join('\n') },
    {
      name: 'Wireshark, from a byte in the middle of a row on',
      text: [
        '0040                     03 01 6a 00 00 00 45 4e 03 31        ..j...EN.1',
        '0050   00 01 4b 03 31 00 01 5c 4f 4b 03 31 00 01 52 03   ..K.1..\\OK.1..R.',
        '0060   31 00 01 4e 03 31 00 01 01 01 01                  1..N.1.....',
      ].join('\n'),
    },
    { name: 'xxd', text: XXD.join('\n') },
    { name: 'tcpdump -X', text: XXD.map((row) => `\t0x${row.slice(4)}`).join('\n') },
    {
      name: 'x/8xb of gdb',
      text:
        HEX.match(/.{1,16}/g)
          ?.map(
            (row, i) =>
              `0x7ffe3a1${(i * 8).toString(16).padStart(3, '0')} <reply+${i * 8}>:${row.replace(/../g, '\t0x$&')}`,
          )
          .join('\n') ?? '',
    },
    {
      name: 'od -tx1 with octal offsets',
      text:
        '0000000 03 01 6a 00 00 00 45 4e 03 31 00 01 4b 03 31 00\n' +
        '0000020 01 5c 4f 4b 03 31 00 01 52 03 31 00 01 4e 03 31\n0000040 00 01 01 01 01\n0000045',
    },
    {
      name: 'od -tu1 with decimal offsets',
      text:
        '0000000   3   1 106   0   0   0  69  78   3  49   0   1  75   3  49   0\n' +
        '0000016   1  92  79  75   3  49   0   1  82   3  49   0   1  78   3  49\n0000032   0   1   1   1   1\n0000037',
    },
    {
      name: 'od -b',
      text:
        '0000000 003 001 152 000 000 000 105 116 003 061 000 001 113 003 061 000\n' +
        '0000020 001 134 117 113 003 061 000 001 122 003 061 000 001 116 003 061\n0000040 000 001 001 001 001\n0000045',
    },
    {
      name: 'WinDbg db',
      text:
        '00000000`00000000  03 01 6a 00 00 00 45 4e-03 31 00 01 4b 03 31 00  ..j...EN.1..K.1.\n' +
        '00000000`00000010  01 5c 4f 4b 03 31 00 01-52 03 31 00 01 4e 03 31  .\\OK.1..R.1..N.1\n' +
        '00000000`00000020  00 01 01 01 01                                   .....',
    },
    {
      name: 'an annotated listing with rows of any length',
      text: `00  03 01 6a 00   header\n04  00 00         page 0\n06  45            Sync\n07  ${HEX.slice(14).replace(/../g, '$& ')}  rest`,
    },
  ])('$name', ({ text }) => {
    expect(read(text)).toContainEqual({ kind: 'hex-dump', hex: HEX, slips: [] });
  });
});

describe('dumps of words, low byte first', () => {
  test.each([
    {
      name: 'hexdump',
      text:
        '0000000 0103 006a 0000 4e45 3103 0100 034b 0031\n0000010 5c01 4b4f 3103 0100 0352 0031 4e01 3103\n' +
        '0000020 0100 0101 0001                         \n0000025',
    },
    {
      name: 'od',
      text:
        '0000000 000403 000152 000000 047105 030403 000400 001513 000061\n' +
        '0000020 056001 045517 030403 000400 001522 000061 047001 030403\n0000040 000400 000401 000001\n0000045',
    },
    {
      name: 'xxd -e',
      text:
        '00000000: 006a0103 4e450000 01003103 0031034b  ..j...EN.1..K.1.\n' +
        '00000010: 4b4f5c01 01003103 00310352 31034e01  .\\OK.1..R.1..N.1\n00000020: 01010100       01                    .....',
    },
  ])('$name', ({ text }) => {
    const found = read(text).find(({ kind }) => kind === 'word-dump');
    expect(found?.hex.startsWith(HEX.slice(0, 64))).toBe(true);
    expect(found?.slips).toEqual([]);
  });

  test('an odd number of bytes: the last word is cut where the last offset says', () => {
    const text = '0000000 0103 006a 0045\n0000005';
    expect(read(text)).toContainEqual({ kind: 'word-dump', hex: '03016a0045', slips: [] });
  });
});

describe('rows left out', () => {
  const rows = (last: string) =>
    `00000000  03 01 6a 00 00 15 45 51\n00000008  41 41 41 41 41 41 41 41\n*\n${last}`;
  test.each([
    { last: '00000018  01 01\n0000001a', hex: `03016a0000154551${'41'.repeat(16)}0101` },
    { last: '00000020', hex: `03016a0000154551${'41'.repeat(24)}` },
  ])('are filled in up to $last', ({ last, hex }) => {
    expect(read(rows(last))).toContainEqual({ kind: 'hex-dump', hex, slips: [] });
  });

  test('are not when they stand for more than the cap, or for part of a row', () => {
    for (const last of ['fffffff8', '0000001b']) {
      const found = read(rows(last)).find(({ slips }) => slips.length > 0);
      expect(found).toMatchObject({ hex: `03016a0000154551${'41'.repeat(8)}`, slips: [/too-large/] });
    }
  });
});

describe('the text column is never taken for bytes', () => {
  test.each([
    { text: '0000   41 42 43 44   ABCD', hex: '41424344' },
    { text: '00000000: 4142 4344  ABCD', hex: '41424344' },
    { text: '00000000: 6162 2063 64  ab cd', hex: '6162206364' },
    { text: '0000   20 61 62 63    abc', hex: '20616263' },
    { text: '00000000  61 62 20 63  |ab c|', hex: '61622063' },
    { text: '0000 41 42 43 44 20 45 46  ABCD EF', hex: '41424344204546' },
  ])('$text', ({ text, hex }) => {
    expect(read(text)[0]).toMatchObject({ hex, slips: [] });
  });
});

describe('faults', () => {
  test('a wrong digit', () => {
    const text = [C[0]?.replace('00 01 4b', '0g 01 4b'), C[1]].join('\n');
    expect(read(text)[0]).toEqual({
      kind: 'hex-dump',
      hex: HEX.slice(0, 20),
      slips: ['missing-bytes 41-43'],
    });
  });

  test('a row that is missing', () => {
    const text = [C[0], C[2], C[3]].join('\n');
    expect(read(text)[0]).toMatchObject({ hex: HEX.slice(0, 32), slips: [/missing-bytes 79-/] });
    const [reading] = readHexDump(text);
    expect(reading?.slips[0]).toMatchObject({
      expected: 'offset 00000010, where the bytes before end',
      found: 'offset 00000020',
      assumed: '16 bytes read before it; nothing invented',
    });
  });

  test('offsets that start over begin another dump', () => {
    const text = [...C, ...WIRESHARK].join('\n');
    expect(read(text).filter(({ hex }) => hex === HEX)).toHaveLength(2);
  });

  test.each([
    { name: 'an address in two halves', row: '00000000`0012ff40  03 01 6a 00 00 07 56 52-03 30 00 01 01' },
    { name: 'its text behind it', row: '0012ff40  03 01 6a 00 00 07 56 52-03 30 00 01 01   ..j...VR.0...' },
    { name: 'a colon', row: '0x16fdff2a8: 03 01 6a 00 00 07 56 52 03 30 00 01 01   ..j...VR.0...' },
  ])('one row with $name', ({ row }) => {
    expect(read(row).map(({ hex }) => hex)).toContain('03016a00000756520330000101');
  });

  test.each([
    {
      name: 'WinDbg, behind its command',
      text: '0:000> db 00000000`0012f8a0 L14\n00000000`0012f8a0  03 01 6a 00 45 5c 4f 4b-03 30 00 01 52 03 31 00  ..j.E\\OK.0..R.1.\n00000000`0012f8b0  01 01 01 01                                      ....',
    },
    {
      name: 'a trace of System.Net',
      text: 'Net Verbose: 0 : [12] 00000000 : 03 01 6A 00 45 5C 4F 4B-03 30 00 01 52 03 31 00 : ..j.E\\OK.0..R.1.\nNet Verbose: 0 : [12] 00000010 : 01 01 01 01                                     : ....',
    },
    {
      name: 'OpenSSL',
      text: '0000 - 03 01 6a 00 45 5c 4f 4b-03 30 00 01 52 03 31 00   ..j.E\\OK.0..R.1.\n0010 - 01 01 01 01                                       ....',
    },
    {
      name: 'Frida, under the numbers of columns',
      text: '           0  1  2  3  4  5  6  7  8  9  A  B  C  D  E  F  0123456789ABCDEF\n7f8a1000  03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00  ..j.E.OK.0..R.1.\n7f8a1010  01 01 01 01                                      ....',
    },
    {
      name: 'hexyl',
      text: '┌────────┬──────┐\n│00000000│ 03 01 6a 00 45 5c 4f 4b ┊ 03 30 00 01 52 03 31 00 │••j⋄E\\OK┊•0⋄•R•1⋄│\n│00000010│ 01 01 01 01             ┊                         │••••    ┊        │',
    },
    {
      name: 'netty',
      text: '|00000000| 03 01 6a 00 45 5c 4f 4b 03 30 00 01 52 03 31 00 |..j.E\\OK.0..R.1.|\n|00000010| 01 01 01 01                                     |....            |',
    },
  ])('rows of $name', ({ text }) => {
    expect(read(text)[0]).toMatchObject({ hex: '03016a00455c4f4b033000015203310001010101', slips: [] });
  });

  test.each(['', 'no dump here', '12 apples\n13 pears', '03 01 6a 00\n00 00 45 4e', '2025-10-02 12:00'])(
    'no dump: %s',
    (text) => {
      expect(read(text)).toEqual([]);
    },
  );
});
