import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, mbUint32Width, readMbUint32, toHex, writeMbUint32 } from './index.ts';

const read = (hex: string, at = 0, end?: number) => readMbUint32(fromHex(hex) ?? new Uint8Array(0), at, end);

function written(value: number, width?: number): string {
  const into = new Uint8Array(8);
  return toHex(into.subarray(0, writeMbUint32(into, 0, value, width)));
}

/** Both sides of every boundary between widths. */
const SHORTEST = [
  { hex: '00', value: 0 },
  { hex: '01', value: 1 },
  { hex: '60', value: 0x60 },
  { hex: '7f', value: 0x7f },
  { hex: '8100', value: 0x80 },
  { hex: '8120', value: 0xa0 },
  { hex: 'ff7f', value: 0x3fff },
  { hex: '818000', value: 0x4000 },
  { hex: 'ffff7f', value: 0x1f_ffff },
  { hex: '81808000', value: 0x20_0000 },
  { hex: 'ffffff7f', value: 0x0fff_ffff },
  { hex: '8180808000', value: 0x1000_0000 },
  { hex: '87ffffff7f', value: 0x7fff_ffff },
  { hex: '8880808000', value: 0x8000_0000 },
  { hex: '8fffffff7f', value: 0xffff_ffff },
];

describe('mb_u_int32', () => {
  test.each(SHORTEST)('$hex is $value', ({ hex, value }) => {
    expect(read(hex)).toEqual({ value, next: hex.length / 2 });
    expect(written(value)).toBe(hex);
    expect(mbUint32Width(value)).toBe(hex.length / 2);
  });

  test.each([
    { hex: '8000', value: 0 },
    { hex: '8001', value: 1 },
    { hex: '808001', value: 1 },
    { hex: '8080808001', value: 1 },
    { hex: '80ff7f', value: 0x3fff },
  ])('$hex, padded with leading 80', ({ hex, value }) => {
    expect(read(hex)).toEqual({ value, next: hex.length / 2 });
    expect(written(value, hex.length / 2)).toBe(hex);
  });

  test.each(['9080808000', 'ffffffff7f', '808080808000', '818080808000', 'ffffffffffff', '8080808080'])(
    '%s is over 5 bytes or 32 bits',
    (hex) => {
      const found = read(hex);
      expect(found.fault).toBe('too-large');
      expect(found.next).toBe(5);
    },
  );

  test.each(SHORTEST)('$hex, cut at every byte', ({ hex }) => {
    const length = hex.length / 2;
    for (let cut = 0; cut < length; cut++) {
      expect(read(hex.slice(0, 2 * cut))).toMatchObject({ fault: 'truncated', next: cut });
      expect(read(hex, 0, cut)).toMatchObject({ fault: 'truncated', next: cut });
    }
  });

  test('starts anywhere', () => {
    expect(read('ffff8120ff', 2)).toEqual({ value: 0xa0, next: 4 });
    expect(read('05', 1)).toMatchObject({ fault: 'truncated' });
  });

  test('reads back whatever was written, in any width it fits', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 0xffff_ffff }), fc.nat(4), (value, more) => {
        const width = Math.min(5, mbUint32Width(value) + more);
        expect(read(written(value, width))).toEqual({ value, next: width });
      }),
    );
  });
});
