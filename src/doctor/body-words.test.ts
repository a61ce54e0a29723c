import { expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { bodyKind } from './body-kind.ts';
import { bodyWords } from './body-words.ts';

const words = (bytes: Uint8Array): string => bodyWords(bodyKind({ bytes }), bytes);
const text = (body: string): Uint8Array => new TextEncoder().encode(body);

test.each([
  { hex: '89504e470d0a1a0a', says: '89 50 4e 47 0d 0a 1a 0a is a PNG image.' },
  { hex: 'ffd8ffe0', says: 'ff d8 ff is a JPEG image.' },
  { hex: '474946383961', says: '47 49 46 38 is a GIF image.' },
  { hex: '255044462d', says: '25 50 44 46 2d is a PDF document.' },
  { hex: '504b0304', says: '50 4b 03 04 is a zip archive or an Office document.' },
  { hex: '1603030200', says: '16 03 03 is a TLS record, still encrypted.' },
  { hex: '1703030020', says: '17 03 03 is a TLS record, still encrypted.' },
])('$hex $says', ({ hex, says }) => {
  expect(words(fromHex(hex) ?? new Uint8Array(0))).toBe(says);
});

test('dots that stand for bytes are told from those of sentences', () => {
  expect(words(text('.j.EN.1.K.1.'))).toMatch(/^It begins with “.j.EN.1.K.1.”\. Dots stand in it/);
  expect(words(text('Not now. Try again. Or not. So.'))).toBe('It begins with “Not now. Try aga”.');
  expect(words(text('Loading ........'))).not.toContain('Dots');
});
