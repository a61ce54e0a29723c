import { expect, test } from 'vitest';
import { toHex } from './hex.ts';
import { joined } from './joined.ts';

test.each([
  [[], ''],
  [[[]], ''],
  [[[1, 2]], '0102'],
  [[[1], [], [2, 3], [4]], '01020304'],
])('%j → %s', (parts, hex) => {
  expect(toHex(joined(parts.map((part) => Uint8Array.from(part))))).toBe(hex);
});
