import { expect, test } from 'vitest';
import { markerBeside } from './marker-walk.ts';
import type { Marker } from './types.ts';

const marker = (start: number, end: number, severity: Marker['severity'] = 'error'): Marker => ({
  start,
  end,
  severity,
  message: `from ${start}`,
  code: 'c',
});

test.each([
  { at: [0, 0], back: false, next: [4, 6] },
  { at: [4, 4], back: false, next: [4, 6] },
  { at: [4, 6], back: false, next: [4, 9] },
  { at: [4, 9], back: false, next: [10, 12] },
  { at: [11, 11], back: false, next: [30, 31] },
  { at: [30, 31], back: false, next: [4, 6] },
  { at: [0, 0], back: true, next: [30, 31] },
  { at: [4, 6], back: true, next: [30, 31] },
  { at: [4, 9], back: true, next: [4, 6] },
  { at: [11, 11], back: true, next: [10, 12] },
  { at: [40, 40], back: true, next: [30, 31] },
])('by place from $at, back: $back, the one at $next', ({ at, back, next }) => {
  const markers = [marker(4, 9, 'note'), marker(30, 31), marker(10, 12, 'warning'), marker(4, 6)];
  const [start = 0, end = 0] = at;
  const found = markerBeside(markers, { start, end }, back);
  expect([found?.start, found?.end]).toEqual(next);
});

test('without markers there is none', () => {
  expect(markerBeside([], { start: 0, end: 0 }, false)).toBeUndefined();
  expect(markerBeside([], { start: 0, end: 0 }, true)).toBeUndefined();
});
