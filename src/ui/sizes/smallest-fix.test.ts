import { expect, test } from 'vitest';
import { fromHex, toHex } from '../../bytes/index.ts';
import { applyEdits, type Conversation } from '../../conversation/index.ts';
import { explainSize } from '../../doctor/index.ts';
import { smallestFix } from './smallest-fix.ts';

const at = { exchange: 0, side: 'response' } as const;
const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const of = (hex: string): Conversation => ({
  format: 1,
  title: '',
  exchanges: [{ id: '1', response: { bytes: bytes(hex) } }],
});

test('what is not needed is taken out, part by part', () => {
  const seed = of('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101');
  const size = explainSize(
    { bytes: bytes('03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101') },
    at,
  );
  const fix = smallestFix(seed, at, size);
  expect(fix?.edits.length).toBeGreaterThan(1);
  const after = applyEdits(seed, fix?.edits ?? []).exchanges[0]?.response?.bytes;
  expect(after && toHex(after)).toBe(toHex(size.smallest));
  expect(size.smallest.length).toBeLessThan(37);
});

test('the smallest is not made smaller', () => {
  const hex = '03016a00455c4f4b0331000152033100014e03310001010101';
  expect(smallestFix(of(hex), at, explainSize({ bytes: bytes(hex) }, at))).toBeUndefined();
});
