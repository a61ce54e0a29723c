import { toHex } from '../bytes/index.ts';
import type { BodyKind } from './body-kind.ts';

/** How files begin that are dropped by mistake, and what is recorded in the place of what it holds. */
const FILES: readonly { hex: string; what: string }[] = [
  { hex: '89504e47', what: 'is a PNG image' },
  { hex: 'ffd8ff', what: 'is a JPEG image' },
  { hex: '47494638', what: 'is a GIF image' },
  { hex: '25504446', what: 'is a PDF document' },
  { hex: '504b0304', what: 'is a zip archive' },
  { hex: '160303', what: 'begins a TLS record: it is still encrypted' },
  { hex: '170303', what: 'begins a TLS record: it is still encrypted' },
];

/** Which part of a text is dots where they stand for bytes that could not be shown. */
const MOSTLY_DOTS = 0.25;
const FEWEST_DOTS = 4;
const HEAD = 512;
const LOST =
  'Dots stand in it where a tool had no character to show: copy the bytes as hex or base64 instead.';

/** What is seen in a body that is no WBXML, and what to do about it, in sentences. */
export function bodyWords({ kind, why }: BodyKind, bytes: Uint8Array): string {
  if (kind === 'other' && why === '') return fileWords(bytes);
  return kind === 'text' && lostBytes(bytes) ? `${why} ${LOST}` : why;
}

function fileWords(bytes: Uint8Array): string {
  const start = toHex(bytes.subarray(0, 4));
  const file = FILES.find(({ hex }) => start.startsWith(hex));
  return file ? `${(file.hex.match(/../g) ?? []).join(' ')} ${file.what}.` : '';
}

/** Whether a text is what a tool shows of bytes: a dot for each that is no character. */
function lostBytes(bytes: Uint8Array): boolean {
  const text = String.fromCharCode(...bytes.subarray(0, HEAD));
  const dots = text.split('.').length - 1;
  return dots >= FEWEST_DOTS && dots >= text.length * MOSTLY_DOTS && !/\.{8}| \w+ /.test(text);
}
