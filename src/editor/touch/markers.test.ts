import { expect, test } from 'vitest';
import type { Marker } from '../types.ts';
import { markerAt, markerBeside, messageOf } from './markers.ts';

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

test.each([
  { caret: 0, back: false, start: 10 },
  { caret: 11, back: false, start: 30 },
  { caret: 30, back: false, start: 4 },
  { caret: 5, back: false, start: 10 },
  { caret: 0, back: true, start: 4 },
  { caret: 4, back: true, start: 30 },
  { caret: 10, back: true, start: 4 },
])('beside $caret, back: $back, the one at $start', ({ caret, back, start }) => {
  const markers = [marker(4, 6, 'note'), marker(30, 31), marker(10, 12)];
  expect(markerBeside(markers, caret, back)?.start).toBe(start);
});

test('without markers there is none', () => {
  expect(markerBeside([], 0, false)).toBeUndefined();
  expect(markerBeside([], 0, true)).toBeUndefined();
  expect(markerAt([], 0)).toBeUndefined();
});
