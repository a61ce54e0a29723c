import { expect, test } from 'vitest';
import { latin1Text } from './latin1.ts';

test.each([0, 1, 256, 0x2000, 0x2001, 100_000])(
  '%i bytes are as many characters of the same numbers',
  (length) => {
    const bytes = Uint8Array.from({ length }, (_, i) => i * 7);
    const text = latin1Text(bytes);
    expect(text).toHaveLength(length);
    expect(bytes.every((byte, i) => text.charCodeAt(i) === byte)).toBe(true);
  },
);
