import { expect, test } from 'vitest';
import { fromHex } from '../../bytes/index.ts';
import { applyEdits, type Conversation, type Edit } from '../../conversation/index.ts';
import { decode } from '../../doctypes/index.ts';
import { listingRows } from '../../explain/index.ts';
import { fixPreview } from './fix-preview.ts';

const bytes = (hex: string) => fromHex(hex) ?? new Uint8Array();
const SIGNS = { same: ' ', removed: '-', added: '+', gap: '…' };

function preview(hex: string, ...splices: [start: number, end: number, hex: string][]): string[] {
  const edits: Edit[] = splices.map(([start, end, put]) => ({
    place: { exchange: 0, side: 'response', start, end },
    bytes: bytes(put),
  }));
  const before: Conversation = {
    format: 1,
    title: '',
    exchanges: [{ id: '1', response: { bytes: bytes(hex) } }],
  };
  const after = applyEdits(before, edits).exchanges[0]?.response?.bytes ?? new Uint8Array();
  const rows = fixPreview(listingRows(decode(bytes(hex))), listingRows(decode(after)), edits);
  return rows.map(
    ({ kind, start, hex: shown }) => `${SIGNS[kind]}${kind === 'gap' ? '' : `${start} ${shown}`}`,
  );
}

const SEED = '03016a000000454e033100014b033100015c4f4b0331000152033100014e03310001010101';

test('bytes taken out, with the row before and the row behind', () => {
  expect(preview(SEED, [12, 17, ''])).toEqual([' 11 01', '-12 4b', '-13 03 31 00', '-16 01', ' 17 5c']);
});

test('a byte of a row changed: the row goes and comes', () => {
  expect(preview(SEED, [14, 15, '37'])).toEqual([' 12 4b', '-13 03 31 00', '+13 03 37 00', ' 16 01']);
});

test('bytes put in', () => {
  expect(preview(SEED, [12, 12, '5303310001'])).toEqual([
    ' 11 01',
    '+12 53',
    '+13 03 31 00',
    '+16 01',
    ' 12 4b',
  ]);
});

test('two changes apart, and what lies between is left out', () => {
  expect(preview(SEED, [4, 6, ''], [12, 17, ''])).toEqual([
    ' 0 03 01 6a 00',
    '-4 00 00',
    ' 6 45',
    '…',
    ' 11 01',
    '-12 4b',
    '-13 03 31 00',
    '-16 01',
    ' 17 5c',
  ]);
});

test('two changes side by side are one', () => {
  expect(preview(SEED, [7, 12, ''], [12, 17, ''])).toEqual([
    ' 6 45',
    '-7 4e',
    '-8 03 31 00',
    '-11 01',
    '-12 4b',
    '-13 03 31 00',
    '-16 01',
    ' 17 5c',
  ]);
});

test('neighbours moved: one out, the same bytes in behind it', () => {
  expect(preview(SEED, [7, 12, ''], [17, 17, '4e03310001'])).toEqual([
    ' 6 45',
    '-7 4e',
    '-8 03 31 00',
    '-11 01',
    ' 12 4b',
    ' 13 03 31 00',
    ' 16 01',
    '+12 4e',
    '+13 03 31 00',
    '+16 01',
    ' 17 5c',
  ]);
});

test('at the end, at the start, and of nothing', () => {
  expect(preview('03016a0045', [5, 5, '01'])).toEqual([' 4 45', '+5 01']);
  expect(preview('03016a0045', [0, 1, '02'])).toEqual(['-0 03 01 6a 00', '+0 02 01 6a 00', ' 4 45']);
  expect(preview('', [0, 0, '03016a0045'])).toEqual(['+0 03 01 6a 00', '+4 45']);
});
