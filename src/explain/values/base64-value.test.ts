import { expect, test } from 'vitest';
import { fromHex, toBase64 } from '../../bytes/index.ts';
import { base64Lines, dataLines } from './base64-value.ts';

const bytesOf = (hex: string) => fromHex(hex) ?? new Uint8Array();
const said = (lines: { label: string; text: string }[] | undefined) =>
  lines?.map(({ label, text }) => `${label}: ${text}`);

test.each([
  {
    hex: '89504e470d0a1a0a0000',
    lines: [
      'Base64: 10 bytes',
      'First bytes: 89 50 4e 47 0d 0a 1a 0a 00 00',
      'What it is: begins like a PNG image',
    ],
  },
  { hex: '6e6f74612063657274', lines: ['Base64: 9 bytes', 'As text: "nota cert"'] },
  { hex: '00ff00ff00ff', lines: ['Base64: 6 bytes', 'First bytes: 00 ff 00 ff 00 ff'] },
])('$hex', ({ hex, lines }) => {
  const text = toBase64(bytesOf(hex));
  expect(said(base64Lines(text, text.length))).toEqual(lines);
});

test('of a long text the beginning is looked at, and its size is near', () => {
  const text = toBase64(new Uint8Array(3_000).fill(0x41));
  expect(said(base64Lines(text.slice(0, 256), text.length))).toEqual([
    'Base64: about 3,000 bytes',
    `As text: "${'A'.repeat(48)}" …`,
  ]);
});

test('a time zone', () => {
  const text = toBase64(new Uint8Array(172));
  expect(said(base64Lines(text, text.length))).toEqual([
    'Base64: 172 bytes',
    'Time zone: UTC, bias 0 minutes',
    'Summer time: none',
  ]);
});

test.each(['', 'a', 'ab c!', 'uid-planung@example.test', 'QQ=Q'])('%j is no base64', (text) => {
  expect(base64Lines(text, text.length)).toBeUndefined();
});

test('text that is cut inside a character is text all the same', () => {
  const bytes = new TextEncoder().encode('é'.repeat(100)).subarray(0, 101);
  expect(said(dataLines(bytes, 200))?.[0]).toMatch(/^As text: "é+" …$/);
});

test.each([
  { hex: 'ffd8ffe0', what: 'a JPEG image' },
  { hex: '474946383961', what: 'a GIF image' },
  { hex: '255044462d', what: 'a PDF document' },
  { hex: '504b0304', what: 'a zip archive or an Office document' },
  { hex: '1f8b0800', what: 'gzip data' },
  { hex: '308203 4f', what: 'ASN.1 data, such as a certificate' },
])('$hex begins like $what', ({ hex, what }) => {
  const bytes = bytesOf(hex);
  expect(said(dataLines(bytes, bytes.length))).toContain(`What it is: begins like ${what}`);
});
