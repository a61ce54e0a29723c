import { toHex } from '../bytes/index.ts';

/** How files begin that are dropped by mistake, and what is recorded in the place of what it holds. */
const STARTS: readonly { hex: string; what: string }[] = [
  { hex: '89504e47', what: 'is a PNG image' },
  { hex: 'ffd8ff', what: 'is a JPEG image' },
  { hex: '47494638', what: 'is a GIF image' },
  { hex: '25504446', what: 'is a PDF document' },
  { hex: '504b0304', what: 'is a zip archive' },
  { hex: '160303', what: 'begins a TLS record: it is still encrypted' },
  { hex: '170303', what: 'begins a TLS record: it is still encrypted' },
];

/** What the first bytes of a file are known for, as a sentence; `undefined` where they are not known. */
export function fileStart(bytes: Uint8Array): string | undefined {
  const head = toHex(bytes.subarray(0, 4));
  const start = STARTS.find(({ hex }) => head.startsWith(hex));
  return start && `${(start.hex.match(/../g) ?? []).join(' ')} ${start.what}.`;
}
