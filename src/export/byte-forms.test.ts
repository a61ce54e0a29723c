import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { messagesOf } from '../conversation/index.ts';
import { readPaste } from '../intake/index.ts';
import { BYTE_FORMS, spacedHex } from './byte-forms.ts';

const seed = fromHex(
  '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101',
) as Uint8Array;
const write = (id: string, bytes: Uint8Array): string | undefined =>
  BYTE_FORMS.find((form) => form.id === id)?.write(bytes);

test.each([
  { id: 'hex', text: '03016a00' },
  { id: 'spaced-hex', text: '03 01 6a 00' },
  { id: 'base64', text: 'AwFqAA==' },
])('$id', ({ id, text }) => {
  expect(write(id, seed.subarray(0, 4))).toBe(text);
});

test.each([
  { length: 0, lines: [] },
  { length: 16, lines: [16] },
  { length: 17, lines: [16, 1] },
  { length: 37, lines: [16, 16, 5] },
])('$length bytes of spaced hex', ({ length, lines }) => {
  const rows = spacedHex(seed.subarray(0, length))
    .split('\n')
    .filter((row) => row !== '');
  expect(rows.map((row) => row.split(' ').length)).toEqual(lines);
});

describe('what is copied is read again as the same bytes', () => {
  const bytesOf = (text: string): string | undefined => {
    const best = readPaste(text)[0];
    const bytes = best && messagesOf(best.conversation)[0]?.message.bytes;
    return bytes && toHex(bytes);
  };

  test.each(BYTE_FORMS)('$label', (form) => {
    expect(bytesOf(form.write(seed))).toBe(toHex(seed));
    const message = fc
      .uint8Array({ minLength: 24, maxLength: 60 }) // a short one is ambiguous in base64
      .map((tail) => Uint8Array.from([...seed.subarray(0, 4), 0x45, ...tail]));
    fc.assert(
      fc.property(message, (bytes) => {
        expect(bytesOf(form.write(bytes))).toBe(toHex(bytes));
      }),
    );
  });
});
