import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { tokenize, versionText } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);
const read = (hex: string, charset?: number) => tokenize(bytesOf(hex), { charset });
const kindsOf = (hex: string): string[] => [...read(hex).tokens].map(({ kind, end }) => `${kind}→${end}`);

describe('header fields', () => {
  test.each([
    { hex: '03 01 6a 00 05', version: '1.3', id: 1, charset: 106, table: '' },
    { hex: '02 01 6a 00 05', version: '1.2', id: 1, charset: 106, table: '' },
    { hex: '01 01 6a 00 05', version: '1.1', id: 1, charset: 106, table: '' },
    { hex: '00 01 00 05', version: '1.0', id: 1, charset: undefined, table: '' },
    { hex: '03 05 04 00 05', version: '1.3', id: 5, charset: 4, table: '' },
    { hex: '03 9f 51 6a 00 05', version: '1.3', id: 0xfd1, charset: 106, table: '' },
    { hex: '03 01 87 68 00 05', version: '1.3', id: 1, charset: 1000, table: '' },
    { hex: '03 01 6a 03 61 62 00 05', version: '1.3', id: 1, charset: 106, table: '61 62 00' },
    { hex: '00 01 02 61 00 05', version: '1.0', id: 1, charset: undefined, table: '61 00' },
    { hex: '04 01 6a 00 05', version: '1.4', id: 1, charset: 106, table: '' },
    { hex: 'ff 01 6a 00 05', version: '16.15', id: 1, charset: 106, table: '' },
  ])('$hex', ({ hex, version, id, charset, table }) => {
    const { header } = read(hex);
    expect(versionText(header?.version ?? -1)).toBe(version);
    expect(header?.publicId).toMatchObject({ value: id, index: false });
    expect(header?.charset?.value).toBe(charset);
    const [from, to] = [header?.tableStart ?? 0, header?.tableEnd ?? 0];
    expect(bytesOf(hex).subarray(from, to)).toEqual(bytesOf(table));
    expect(bytesOf(hex).length - to).toBe(1); // the body: one tag
  });

  test('the public id may be a name: 00 and an offset, one token', () => {
    const { header, problems } = read('03 00 00 6a 02 61 00 05');
    expect(header?.publicId).toEqual({ value: 0, width: 1, index: true });
    expect(problems).toEqual([]);
    expect(kindsOf('03 00 81 00 6a 02 61 00 05').slice(0, 3)).toEqual([
      'version→1',
      'publicId→4',
      'charset→5',
    ]);
  });

  test('the strings of the table are tokens', () => {
    expect(kindsOf('03 01 6a 05 61 62 00 63 00 05').slice(3)).toEqual([
      'stringTableLength→4',
      'stringTableEntry→7',
      'stringTableEntry→9',
      'tag→10',
    ]);
    expect(kindsOf('03 01 87 68 06 00 61 00 00 62 63 05').slice(4)).toEqual([
      'stringTableEntry→9',
      'stringTableEntry→11',
      'tag→12',
    ]);
  });
});

describe('odd headers', () => {
  test.each([
    { hex: '04 01 6a 00 05', code: 'unknown-version', start: 0, end: 1 },
    { hex: '03 80 01 6a 00 05', code: 'long-number', start: 1, end: 3 },
    { hex: '03 01 80 6a 00 05', code: 'long-number', start: 2, end: 4 },
    { hex: '03 01 6a 80 00 05', code: 'long-number', start: 3, end: 5 },
    { hex: '03 01 83 74 00 05', code: 'unknown-charset', start: 2, end: 4 },
    { hex: '03 01 6a 02 61 62 05', code: 'unterminated-table', start: 4, end: 6 },
  ])('$hex: $code, and it is read all the same', ({ hex, code, start, end }) => {
    const { problems, header } = read(hex);
    expect(problems).toEqual([expect.objectContaining({ code, severity: 'warning', start, end })]);
    expect(header).toBeDefined();
  });

  test.each([
    { hex: '', code: 'truncated', start: 0, end: 0 },
    { hex: '03', code: 'truncated', start: 1, end: 1 },
    { hex: '03 81', code: 'truncated', start: 1, end: 2 },
    { hex: '03 01', code: 'truncated', start: 2, end: 2 },
    { hex: '03 01 6a', code: 'truncated', start: 3, end: 3 },
    { hex: '03 00', code: 'truncated', start: 2, end: 2 },
    { hex: '03 01 6a 04 61 62 00', code: 'truncated', start: 3, end: 7 },
    { hex: '03 01 6a 8f ff ff ff 7f', code: 'truncated', start: 3, end: 8 },
    { hex: '03 01 6a 90 80 80 80 00', code: 'too-large', start: 3, end: 8 },
    { hex: '03 ff ff ff ff ff 01', code: 'too-large', start: 1, end: 6 },
  ])('“$hex” makes none: $code', ({ hex, code, start, end }) => {
    const { problems, header, tokens } = read(hex);
    expect(header).toBeUndefined();
    expect(problems).toEqual([expect.objectContaining({ code, severity: 'error', start, end })]);
    expect([...tokens].at(-1)?.end ?? 0).toBe(bytesOf(hex).length);
  });
});

describe('which charset strings are read in', () => {
  test.each([
    { hex: '03 01 6a 00 05', given: undefined, name: 'UTF-8' },
    { hex: '03 01 6a 00 05', given: 4, name: 'UTF-8' }, // the header says it
    { hex: '03 01 00 00 05', given: undefined, name: 'UTF-8' },
    { hex: '03 01 00 00 05', given: 4, name: 'ISO-8859-1' },
    { hex: '00 01 00 05', given: 17, name: 'Shift_JIS' },
    { hex: '03 01 00 00 05', given: 9999, name: 'UTF-8' },
    { hex: '03 01 83 74 00 05', given: undefined, name: 'UTF-8' },
    { hex: '03 01 87 77 00 05', given: undefined, name: 'UTF-16' },
  ])('$hex, transport says $given: $name', ({ hex, given, name }) => {
    expect(read(hex, given).header?.encoding.name).toBe(name);
  });
});
