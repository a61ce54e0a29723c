import fc from 'fast-check';
import { expect, test } from 'vitest';
import { NulFinder } from './nul-finder.ts';

test.each([
  { what: 'none', bytes: [1, 2, 3], from: 0, found: -1 },
  { what: 'no bytes', bytes: [], from: 0, found: -1 },
  { what: 'past the end', bytes: [0], from: 1, found: -1 },
  { what: 'at `from`', bytes: [1, 0, 2, 0], from: 1, found: 1 },
  { what: 'after `from`', bytes: [0, 1, 2, 0], from: 1, found: 3 },
])('$what', ({ bytes, from, found }) => {
  expect(new NulFinder(Uint8Array.from(bytes)).next(from)).toBe(found);
});

test('finds a NUL at every place of every alignment, from every place before it', () => {
  for (let skew = 0; skew < 4; skew++) {
    const bytes = new Uint8Array(44).subarray(skew, skew + 37);
    for (let at = 0; at < bytes.length; at++) {
      bytes.fill(0x80).fill(0, at, at + 1);
      const finder = new NulFinder(bytes);
      for (let from = 0; from <= at; from++) expect(finder.next(from)).toBe(at);
      expect(finder.next(at + 1)).toBe(-1);
    }
  }
});

test('sees no byte outside its input', () => {
  const all = new Uint8Array(64);
  for (let length = 0; length < 24; length++) {
    const inside = all.subarray(5, 5 + length).fill(1);
    expect(new NulFinder(inside).next(0)).toBe(-1);
  }
});

test('finds what indexOf finds', () => {
  const byte = fc.constantFrom(0, 1, 0x7f, 0x80, 0x81, 0xff);
  fc.assert(
    fc.property(fc.array(byte, { maxLength: 80 }), fc.nat(80), (list, from) => {
      const bytes = Uint8Array.from(list);
      expect(new NulFinder(bytes).next(from)).toBe(bytes.indexOf(0, from));
    }),
  );
});
