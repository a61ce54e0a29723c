import { expect, test } from 'vitest';
import { readDate, spanBetween } from './dates.ts';

test.each([
  { text: '20260101T100000Z', date: { form: 'compact', time: Date.UTC(2026, 0, 1, 10) } },
  { text: '2026-01-01T10:00:00Z', date: { form: 'dashed', time: Date.UTC(2026, 0, 1, 10) } },
  { text: '2026-01-01T10:00:00.5Z', date: { form: 'dashed', time: Date.UTC(2026, 0, 1, 10, 0, 0, 500) } },
  { text: '0001-01-01T00:00:00.000Z', date: { form: 'dashed', time: -62_135_596_800_000 } },
  { text: '2026-01-01', date: undefined },
  { text: '20260101T100000', date: undefined },
  { text: '', date: undefined },
])('$text', ({ text, date }) => {
  expect(readDate(text)).toEqual(date);
});

test.each([
  { first: '20260101T100000Z', last: '20260101T093000Z', span: -1_800_000 },
  // as texts the second would stand before the first
  { first: '2026-01-01T10:00:00Z', last: '2026-01-01T10:00:00.000Z', span: 0 },
  { first: '1899-12-30T00:00:00Z', last: '0001-01-01T00:00:00Z', span: -59_926_435_200_000 },
  { first: '20260101T100000Z', last: '2026-01-01T10:00:00Z', span: undefined },
  { first: '', last: '20260101T100000Z', span: undefined },
])('from $first to $last', ({ first, last, span }) => {
  expect(spanBetween(first, last)).toBe(span);
});
