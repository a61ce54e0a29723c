import { constants, deflateRawSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fromHex, toHex } from './hex.ts';
import { MAX_INFLATED, inflate } from './inflate.ts';

const hex = (text: string): Uint8Array => fromHex(text) ?? new Uint8Array(0);
const plain = (bytes: Uint8Array): Uint8Array => new Uint8Array(bytes);

/** Bytes with repeats near and far, so that every kind of block and match occurs. */
const data = fc
  .array(
    fc.oneof(
      fc.uint8Array({ maxLength: 300 }),
      fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 9 }), fc.nat(400)).map(([unit, times]) => {
        return Uint8Array.from({ length: unit.length * times }, (_, i) => unit[i % unit.length] ?? 0);
      }),
    ),
    { maxLength: 12 },
  )
  .map((parts) => Uint8Array.from(parts.flatMap((part) => [...part])));

test.each([
  { packed: '0300', made: '' },
  { packed: '010000ffff', made: '' }, // stored, empty
  { packed: '010300fcff414243', made: '414243' }, // stored
  { packed: '4b4c4a0600', made: '616263' }, // fixed code
  { packed: '4b4c840100', made: '61616161616161616161' }, // a match that runs into itself
])('$packed → $made', ({ packed, made }) => {
  const read = inflate(hex(packed));
  expect({ made: toHex(read.bytes), next: read.next, fault: read.fault }).toEqual({
    made,
    next: packed.length / 2,
    fault: undefined,
  });
});

test.each([
  { packed: '', fault: 'truncated', made: '' },
  { packed: '07', fault: 'invalid', made: '' }, // block type 3
  { packed: '010300fcfe414243', fault: 'invalid', made: '' }, // length and its complement differ
  { packed: '010300fcff4142', fault: 'truncated', made: '4142' },
  { packed: '4b4c4a', fault: 'truncated', made: '6162' },
  { packed: '03020000', fault: 'invalid', made: '' }, // a match before there is anything
  { packed: 'fdffff', fault: 'invalid', made: '' }, // more literal codes than there are
])('$packed stops: $fault', ({ packed, fault, made }) => {
  const read = inflate(hex(packed));
  expect({ fault: read.fault, made: toHex(read.bytes) }).toEqual({ fault, made });
});

test('unpacks whatever was packed, at every level and with every strategy', () => {
  const strategies = [
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ];
  fc.assert(
    fc.property(
      data,
      fc.integer({ min: 0, max: 9 }),
      fc.constantFrom(...strategies),
      (bytes, level, strategy) => {
        const packed = plain(deflateRawSync(bytes, { level, strategy }));
        const read = inflate(packed);
        expect(read.fault).toBeUndefined();
        expect(read.next).toBe(packed.length);
        expect(toHex(read.bytes)).toBe(toHex(bytes));
      },
    ),
    { numRuns: 300, seed: 1951 },
  );
});

test('a cut input gives the start of the bytes and says it is cut', () => {
  fc.assert(
    fc.property(data, fc.nat(), (bytes, cut) => {
      const packed = plain(deflateRawSync(bytes));
      const read = inflate(packed.subarray(0, cut % packed.length));
      expect(read.fault).toBe('truncated');
      expect(toHex(bytes).startsWith(toHex(read.bytes))).toBe(true);
    }),
    { numRuns: 300, seed: 1951 },
  );
});

test('any bytes end in a result', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const read = inflate(bytes, 0, 5000);
      expect(read.bytes.length).toBeLessThanOrEqual(5000);
      expect(read.next).toBeLessThanOrEqual(bytes.length);
    }),
    { numRuns: 2000, seed: 1951 },
  );
});

test('the cap holds: exactly at it, one below, and for a bomb', () => {
  const packed = plain(deflateRawSync(new Uint8Array(1000)));
  expect(inflate(packed, 0, 1000)).toMatchObject({ next: packed.length });
  expect(inflate(packed, 0, 1000).fault).toBeUndefined();
  expect(inflate(packed, 0, 999).fault).toBe('too-large');
  const bomb = plain(deflateRawSync(new Uint8Array(MAX_INFLATED + 1)));
  const read = inflate(bomb);
  expect(read.fault).toBe('too-large');
  expect(read.bytes.length).toBeLessThanOrEqual(MAX_INFLATED);
});
