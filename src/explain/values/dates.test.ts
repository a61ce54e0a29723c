import { expect, test } from 'vitest';
import { dateWords, readDate } from './dates.ts';

test.each([
  { text: '20251001T215355Z', words: 'Wednesday, 1 October 2025, 21:53:55 UTC' },
  { text: '2025-10-01T21:53:55.000Z', words: 'Wednesday, 1 October 2025, 21:53:55 UTC' },
  { text: '2025-10-01T21:53:55Z', words: 'Wednesday, 1 October 2025, 21:53:55 UTC' },
  { text: '2024-02-29', words: 'Thursday, 29 February 2024' },
  { text: '0001-01-01T00:00:00.000Z', words: 'Monday, 1 January 1, 00:00:00 UTC' },
  { text: '20250229T000000Z', words: 'no day of the calendar: month 2, day 29' },
  { text: '20251301T000000Z', words: 'no day of the calendar: month 13, day 1' },
  { text: '20250100T000000Z', words: 'no day of the calendar: month 1, day 0' },
  { text: '20250101T240000Z', words: 'Wednesday, 1 January 2025, but no time of day: 24:00:00' },
])('$text is $words', ({ text, words }) => {
  const date = readDate(text);
  expect(date && dateWords(date)).toBe(words);
});

test.each([
  '',
  '2025',
  '20251001',
  '2025-10-01T21:53',
  '2025-10-01 21:53:55',
  'x20251001T215355Z',
  '20251001T215355Z ',
])('%j is no date', (text) => {
  expect(readDate(text)).toBeUndefined();
});
