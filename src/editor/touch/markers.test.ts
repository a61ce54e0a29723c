import { expect, test } from 'vitest';
import type { Marker } from '../types.ts';
import { markerAt, messageOf } from './markers.ts';

const marker = (start: number, end: number, severity: Marker['severity'] = 'error'): Marker => ({
  start,
  end,
  severity,
  message: `from ${start}`,
  code: 'c',
});

test.each([
  { severity: 'error', says: '✖ from 1 (c)' },
  { severity: 'warning', says: '! from 1 (c)' },
  { severity: 'note', says: '· from 1 (c)' },
] as const)('$severity', ({ severity, says }) => {
  expect(messageOf(marker(1, 2, severity))).toBe(says);
});

test.each([
  { caret: 3, start: undefined },
  { caret: 4, start: 4 },
  { caret: 6, start: 4 },
  { caret: 7, start: undefined },
  { caret: 12, start: 10 }, // the error, although the note inside it is nearer
  { caret: 20, start: 20 },
])('the marker at $caret starts at $start', ({ caret, start }) => {
  const markers = [marker(20, 20), marker(4, 6), marker(12, 13, 'note'), marker(10, 15)];
  expect(markerAt(markers, caret)?.start).toBe(start);
});

test('further lines, the source and the code', () => {
  const full = { ...marker(1, 2), details: ['reported', 'Fix: take it out'], source: 'MS-ASCMD 2.2' };
  expect(messageOf(full)).toBe('✖ from 1\nreported\nFix: take it out (MS-ASCMD 2.2, c)');
});

test('without markers there is none', () => {
  expect(markerAt([], 0)).toBeUndefined();
});
