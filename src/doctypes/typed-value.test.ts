import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { valueCodecs } from './typed-value.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

describe('a value in its own form, both ways', () => {
  test.each([
    { encoding: 'packed-date', hex: '20 26 11 22', text: '2026-11-22T00:00:00Z' },
    { encoding: 'packed-date', hex: '20 26 11 22 10', text: '2026-11-22T10:00:00Z' },
    { encoding: 'packed-date', hex: '20 26 11 22 10 20', text: '2026-11-22T10:20:00Z' },
    { encoding: 'packed-date', hex: '20 26 11 22 10 20 30', text: '2026-11-22T10:20:30Z' },
    { encoding: 'packed-date', hex: '20 26 11 22 00 00 30', text: '2026-11-22T00:00:30Z' },
    { encoding: 'packed-date', hex: '00 00 00 00', text: '0000-00-00T00:00:00Z' },
    { encoding: 'integer', hex: '00', text: '0' },
    { encoding: 'integer', hex: 'c8', text: '200' },
    { encoding: 'integer', hex: '01 00', text: '256' },
    { encoding: 'integer', hex: 'ff ff ff ff', text: '4294967295' },
    { encoding: 'wv-date', hex: '1f aa ec a5 1e 5a', text: '20261122T102030Z' },
    { encoding: 'wv-date', hex: '1f aa ec a5 1e 00', text: '20261122T102030' },
  ] as const)('$encoding $hex', ({ encoding, hex, text }) => {
    const codec = valueCodecs[encoding];
    expect(codec.toText(bytesOf(hex))).toBe(text);
    expect(toHex(codec.toBytes(text) ?? new Uint8Array(0), ' ')).toBe(hex);
  });

  test.each([
    { encoding: 'packed-date', hex: '20 26 11' },
    { encoding: 'packed-date', hex: '20 26 11 22 10 20 30 40' },
    { encoding: 'packed-date', hex: '20 26 1a 22' },
    { encoding: 'packed-date', hex: '20 26 11 22 00' }, // written without its zero
    { encoding: 'integer', hex: '' },
    { encoding: 'integer', hex: '00 01' },
    { encoding: 'integer', hex: '01 00 00 00 00' },
    { encoding: 'wv-date', hex: '1f aa d9 4a 5a' },
    { encoding: 'wv-date', hex: '40 00 00 00 00 5a' },
    { encoding: 'wv-date', hex: '1f aa d9 4a 5a 41' },
  ] as const)('$encoding: $hex has none', ({ encoding, hex }) => {
    expect(valueCodecs[encoding].toText(bytesOf(hex))).toBeUndefined();
  });

  test.each([
    { encoding: 'packed-date', text: '2026-11-22' },
    { encoding: 'packed-date', text: '2026-11-22T10:20:30' },
    { encoding: 'integer', text: '007' },
    { encoding: 'integer', text: '-1' },
    { encoding: 'integer', text: '4294967296' },
    { encoding: 'integer', text: '' },
    { encoding: 'wv-date', text: '20261332T256060Z' },
    { encoding: 'wv-date', text: '99991122T000000Z' },
  ] as const)('$encoding: “$text” cannot be sent so', ({ encoding, text }) => {
    const codec = valueCodecs[encoding];
    const bytes = codec.toBytes(text);
    // Where there are bytes they must not read as the same text: then the plain choice leaves them alone.
    expect(bytes && codec.toText(bytes) === text ? bytes : undefined).toBeUndefined();
  });
});
