import { describe, expect, test } from 'vitest';
import { fromHex } from '../bytes/index.ts';
import { isFair, isGood, rank, score } from './rank.ts';
import { slip, type Reading } from './reading.ts';

const bytesOf = (hex: string): Uint8Array => fromHex(hex) ?? new Uint8Array(0);

const GOOD = '03016a0000075652033000' + '0101';
const CUT = '03016a00000756520330';
const NOTHING = 'deadbeef';

const reading = (form: string, hex: string, marks: number, lost = false): Reading => ({
  kind: 'hex',
  form,
  start: 0,
  end: 1,
  bytes: bytesOf(hex),
  marks,
  slips: lost ? [slip('bad-digit', 'error', 0, 1, 'a', 'b', 'c')] : [],
});

describe('how well bytes read as WBXML', () => {
  test.each([
    {
      hex: GOOD,
      says: ', read as Exchange ActiveSync to the end',
      root: 'FolderSync',
      good: true,
      fair: true,
    },
    {
      hex: CUT,
      says: ', read as Exchange ActiveSync up to byte 8',
      root: 'FolderSync',
      good: false,
      fair: true,
    },
    {
      hex: `${CUT}${'61'.repeat(40)}`, // the end is missing, and all that is there was read
      says: ', read as Exchange ActiveSync up to byte 8',
      root: 'FolderSync',
      good: false,
      fair: true,
    },
    {
      hex: `${CUT}${'0a61021b'.repeat(10)}`, // no text
      says: ', not WBXML',
      root: 'FolderSync',
      good: false,
      fair: false,
    },
    {
      hex: '02ff7f6a00450101',
      says: ', read as WBXML of a type without names here up to byte 7',
      good: false,
      fair: false,
    },
    {
      hex: '03016a007f01',
      says: ', read as Exchange ActiveSync to the end, with 1 unknown code',
      good: false,
      fair: false,
    },
    { hex: NOTHING, says: ', not WBXML', good: false, fair: false },
    { hex: '1f8b0800', says: ', not WBXML: 1f 8b is gzip', good: false, fair: false },
    { hex: '', says: '', good: false, fair: false },
  ])('$hex', ({ hex, says, root, good, fair }) => {
    const judged = score(bytesOf(hex));
    expect(judged.says).toBe(says);
    expect([isGood(judged), isFair(judged)]).toEqual([good, fair]);
    if (root !== undefined) expect(judged.root).toBe(root);
  });
});

describe('the order', () => {
  test.each([
    { name: 'what decodes goes first', a: reading('a', GOOD, 1), b: reading('b', NOTHING, 9) },
    { name: 'then what is cut', a: reading('a', CUT, 1), b: reading('b', NOTHING, 9) },
    { name: 'of two that decode, the plainer form', a: reading('a', GOOD, 8), b: reading('b', GOOD, 3) },
    { name: 'what lost no bytes', a: reading('a', GOOD, 3), b: reading('b', GOOD, 8, true) },
    {
      name: 'of two that do not, the plainer form',
      a: reading('a', NOTHING, 8),
      b: reading('b', NOTHING, 3),
    },
  ])('$name', ({ a, b }) => {
    for (const readings of [
      [a, b],
      [b, a],
    ])
      expect(rank(readings).map((one) => one.reading.form)).toEqual(['a', 'b']);
  });
});

test('pieces of a plain form are left out', () => {
  const piece = (hex: string): Reading => ({ ...reading('piece', hex, 5), start: 10, end: 20 });
  const whole = (hex: string): Reading => ({ ...reading('whole', hex, 9), start: 0, end: 100 });
  const forms = (readings: Reading[]): string[] => rank(readings).map((one) => one.reading.form);
  expect(forms([piece(CUT), whole(NOTHING)])).toEqual(['whole']);
  expect(forms([piece(GOOD), whole(CUT)])).toEqual(['whole']);
  expect(forms([piece(GOOD), whole(NOTHING)])).toEqual(['piece', 'whole']);
  expect(forms([piece(CUT), { ...whole(NOTHING), marks: 6 }])).toEqual(['piece', 'whole']);
});
