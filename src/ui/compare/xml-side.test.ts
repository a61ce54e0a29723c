import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { decode } from '../../doctypes/index.ts';
import { xmlSide } from './xml-side.ts';

const sideOf = (hex: string) => xmlSide(decode(fromHex(hex) ?? new Uint8Array()));

test.each([
  { bytes: '12–16', start: 12, end: 17, text: '<SyncKey>1</SyncKey>' },
  { bytes: 'at 12', start: 12, end: 12, text: '<SyncKey>' },
  { bytes: 'past the end', start: 99, end: 100, text: undefined },
])('bytes $bytes of the text', ({ start, end, text }) => {
  const side = sideOf('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101');
  const span = side.toText({ start, end });
  expect(span && side.text.slice(span.start, span.end)).toBe(text);
  if (span && end > start) expect(side.toBytes(span)).toEqual({ start, end });
});

test('what is no WBXML is bytes in the text, too', () => {
  const side = sideOf('3c68');
  expect(side.text).toBe('<?wbxml bytes="3c68"?>');
});
