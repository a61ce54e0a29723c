import { expect, test } from 'vitest';
import { fromHex, toHex } from '../bytes/index.ts';
import { decode } from '../doctypes/index.ts';
import { explain } from './index.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array();

/** DevInf 1.1 with a VerDTD, and SyncML 1.1 that holds bytes in its Data. */
const DEVINF = '039f546a00 4a 65 03312e3100 01 01'.replaceAll(' ', '');
const inData = (hex: string): Uint8Array => {
  const length = (hex.length / 2).toString(16).padStart(2, '0');
  return bytesOf(`039f536a00 6d 4f c3${length}${hex} 01 01`);
};

test.each([
  { inside: DEVINF, title: 'DevInf 1.1' },
  // Public id 1 says nothing: these bytes may be anything.
  { inside: '03016a0045034100010101', title: undefined },
  { inside: DEVINF.slice(0, -2), title: undefined },
  { inside: toHex(new TextEncoder().encode('BEGIN:VCARD')), title: undefined },
])('$inside: $title', ({ inside, title }) => {
  const decoded = decode(inData(inside));
  expect(decoded.problems).toEqual([]);
  const { value } = explain(decoded, 9);
  expect(value?.document?.title).toBe(title);
  if (title === undefined || !value?.document) return;
  const { start, end } = value.document;
  expect(toHex(decoded.bytes.subarray(start, end))).toBe(inside);
  expect(value.lines[0]).toEqual({ label: 'A document inside', text: `${title}, 14 bytes` });
});
